import type { WorkloadDefinition } from '../model/definition.ts';
import { sentenceIn } from './comment.ts';
import { segmentsOf } from './compose/interpolate.ts';
import { textOf } from './compose/merge.ts';
import type { Project } from './compose/project.ts';
import { text } from './compose/project.ts';
import { seconds } from './compose/seconds.ts';
import { isSecret, isVeiled, unveiled, veil } from './compose/secret-names.ts';
import { type Service, shown } from './compose/service.ts';
import type { Field } from './compose/tree.ts';
import { fieldOf, type Tree } from './compose/tree.ts';
import { filledIn, settingsIn } from './compose/word-settings.ts';
import { healthOf } from './health.ts';
import type { Words } from './hosts.ts';
import { itemsOf } from './keys.ts';
import { protocolOf } from './known-images.ts';
import { podValuesOf } from './pod-values.ts';
import { portName } from './port-names.ts';
import type { Ask } from './questions.ts';
import type { Line, Say, Verdict } from './report.ts';
import { hasCard, resourcesOf } from './resources.ts';
import { knownFirst, nameOf, type Part } from './roles.ts';
import { routesOf } from './routes.ts';
import { settingKey } from './setting.ts';
import type { Volumes } from './shared-volumes.ts';
import { shortEnd } from './short-end.ts';
import type { Template } from './templated.ts';
import { userOf } from './users.ts';
import { besides, volumesOf } from './volumes.ts';

/** What one service becomes, beside its variables. */
export interface ImportedWorkload {
  readonly definition: WorkloadDefinition;
  /** Path below src/files → text. */
  readonly files: Readonly<Record<string, string>>;
  readonly lines: readonly Line[];
}

interface Surroundings {
  /** Ports that only texts of others name. */
  readonly reached: readonly number[];
  /** Puts connections in place of the services that a word of a command names. */
  readonly words: Words;
  /** The same in a file. */
  readonly template: Template;
  readonly ask: Ask;
  readonly volumes: Volumes;
  /** The chart of which it is the entry, where that is a member of an umbrella. */
  readonly member: string | undefined;
}

const UNPINNED = 'the Compose file names no digest; set it once you have pulled the image';

/** The workload that a service becomes. */
export function workloadOf(
  part: Part,
  project: Project,
  { reached, words, template, ask, volumes, member }: Surroundings,
): ImportedWorkload {
  const { service, role } = part;
  const isJob = role.kind === 'job';
  const isMain = nameOf(part) === 'main';
  const lines: Line[] = [];
  const say = (path: string, verdict: Verdict, says: string) => {
    const at = placeOf(service, path);
    lines.push({ path: `${service.name}.${path}`, at, verdict, says });
  };
  const sayAll = (key: string, verdict: Verdict, says: string) => {
    for (const { path, at } of itemsOf(service))
      if (`${path}.`.startsWith(`${service.name}.${key}.`)) lines.push({ path, at, verdict, says });
  };
  const said = (tree: Tree | undefined) =>
    tree?.kind === 'leaf' && tree.text !== null ? text(tree.text, project.environment, tree.at) : '';
  const plain = (tree: Tree | undefined) => plainOf(tree, service, project.environment, said(tree));
  const field = (...path: readonly string[]) => fieldOf(service.keys, path);

  const image = imageOf(part, field, say, sayAll);
  const protocol = protocolOf(role.kind === 'workload' ? role.type : '');
  const ports = portsOf(part, reached, protocol, say);
  if (isJob) sayAll('healthcheck', 'left out', 'a Job has no probes');
  const health = isJob ? {} : healthOf(service, Object.values(ports)[0], field, said, say, sayAll, ask);
  const kept = volumesOf(part, volumes, say, ask, template);
  const { storage, claims, mounts, volumeMounts, files } = kept;
  const { command, args } = commandOf(service, words, say);
  const paths = [storage?.mountPath ?? '', ...service.volumes.map(({ target }) => target)];
  const saidUser = { user: said(field('user')), readOnly: said(field('read_only')) };
  const { user, writable: written, privileges } = userOf(part, saidUser, paths, { say, sayAll, ask });
  const writable = besides({ ...written, ...kept.writable }, claims, mounts);
  const resources = resourcesOf(field, said, say);
  const replicas = replicasOf(service, project);
  if (field('deploy', 'replicas')) say('deploy.replicas', 'carried', '`replicaCount`');
  if (field('scale')) say('scale', 'carried', '`replicaCount`');
  const gpu = hasCard(service);
  if (field('deploy', 'resources', 'reservations', 'devices'))
    say('deploy.resources.reservations.devices', 'carried', 'the feature `gpu`, on by `gpu.enabled`');
  if (field('gpus')) say('gpus', 'carried', 'the feature `gpu`, on by `gpu.enabled`');
  for (const key of ['restart', 'required'])
    for (const { service: other } of service.dependsOn)
      if (field('depends_on', other, key))
        say(`depends_on.${other}.${key}`, 'left out', 'pods find a service again that was replaced');
  if (field('profiles') && isMain && member === undefined)
    sayAll('profiles', 'assumed', 'main is always there');
  else if (field('profiles') && isMain)
    sayAll('profiles', 'carried', `\`global.members.${member}.enabled\` turns it on`);
  else if (service.gpu) sayAll('profiles', 'carried', 'it is always there, with `gpu.enabled` on a card');
  else if (field('profiles')) sayAll('profiles', 'carried', '`profiles` of the values turn it on');
  for (const [index, item] of listOf(field('env_file')).entries()) {
    const path = `env_file.${index}`;
    const missing = project.missing.find(({ at }) => at === item.at);
    if (missing === undefined) sayAll(path, 'carried', 'its variables stand in `environment`');
    else if (!missing.isRequired) sayAll(path, 'left out', 'it is not there, and need not be');
  }
  const grace = seconds(said(field('stop_grace_period')));
  if (grace !== undefined) say('stop_grace_period', 'carried', '`terminationGracePeriodSeconds`');
  const folder = said(field('working_dir'));
  const isStartedByImage = command === undefined && args === undefined;
  if (folder && isStartedByImage) say('working_dir', 'carried', '`container.workingDir`');
  else if (folder)
    say('working_dir', 'asked', 'build it into the image as WORKDIR, or begin the command with cd');

  const isGlobal =
    !isJob &&
    !storage &&
    Object.keys({ ...claims, ...mounts }).length === 0 &&
    said(field('deploy', 'mode')) === 'global';
  if (isGlobal) say('deploy.mode', 'carried', '`kind: DaemonSet`');

  const served = Object.keys(ports).length > 0;
  const routes = routesOf(field, said, say);
  const isOpen = served && !isJob && protocol === 'http' && (isMain || routes.isRouted);
  const features = { ...(gpu && { gpu: {} }), ...(isOpen && { ingress: {}, httpRoute: {} }) };
  const values = {
    ...(isOpen && routes.ingress && { ingress: routes.ingress }),
    ...(!isJob && podValuesOf(field, plain, say)),
    ...(replicas !== '' &&
      /^\d+$/.test(replicas) &&
      !isJob &&
      !isGlobal && { replicaCount: Number(replicas) }),
    ...(resources && { resources }),
    ...(volumeMounts.length > 0 && { volumeMounts }),
    ...(folder && isStartedByImage && { container: { workingDir: folder } }),
    ...shortEnd(grace, served && !isJob),
  };
  const definition: WorkloadDefinition = {
    kind: isJob ? 'Job' : storage ? 'StatefulSet' : isGlobal ? 'DaemonSet' : 'Deployment',
    ...(!isMain && { description: describe(service) }),
    image,
    ...(command && { command }),
    ...(args && { args }),
    ...(served && !isJob && { ports }),
    ...health,
    ...(user !== undefined && { user }),
    ...(privileges && { privileges }),
    ...(storage && { storage }),
    ...(Object.keys(claims).length > 0 && { claims }),
    ...(Object.keys(mounts).length > 0 && { mounts }),
    ...(Object.keys(writable).length > 0 && { writable }),
    ...(Object.keys(files).length > 0 && { files }),
    ...(Object.keys(features).length > 0 && { features }),
    ...(grace !== undefined && { terminationGracePeriodSeconds: grace }),
    ...(Object.keys(values).length > 0 && { values }),
  };
  return { definition, files: kept.contents, lines };
}

/** A text with its variables filled in; undefined for one with a secret. */
function plainOf(
  tree: Tree | undefined,
  { confidential = [] }: Service,
  environment: ReadonlyMap<string, string>,
  filled: string,
): string | undefined {
  const written = shown(segmentsOf(textOf(tree) ?? '') ?? [], environment, veil);
  const isHidden = isVeiled(written) || isSecret('', filled);
  return isHidden || confidential.some((value) => filled.includes(value)) ? undefined : filled;
}

/** How many containers of a service run, as it says; empty where it does not. */
export function replicasOf({ keys }: Service, { environment }: Project): string {
  const [said = ''] = [['deploy', 'replicas'], ['scale']].flatMap((path) => {
    const tree = fieldOf(keys, path);
    return tree?.kind === 'leaf' && tree.text !== null ? [text(tree.text, environment, tree.at)] : [];
  });
  return said;
}

const listOf = (tree: Tree | undefined) => (tree?.kind === 'list' ? tree.items : []);

function placeOf(service: Service, path: string): string {
  let tree: Tree | undefined = service.keys;
  for (const key of path.split('.')) {
    const next: Tree | undefined =
      tree?.kind === 'fields'
        ? tree.fields.get(key)
        : tree?.kind === 'list'
          ? tree.items[Number(key)]
          : undefined;
    if (next === undefined) break;
    tree = next;
  }
  return tree?.at ?? service.at;
}

function describe({ name, comment }: Service): string {
  return sentenceIn(comment, 150) ?? `The service ${name}.`;
}

function imageOf(
  { service, repository, tag }: Part,
  field: Field,
  say: Say,
  sayAll: Say,
): WorkloadDefinition['image'] {
  const build = field('build');
  if (build || repository === '') {
    const context = textOf(fieldOf(build, ['context'])) ?? '.';
    const file = textOf(fieldOf(build, ['dockerfile'])) ?? 'Dockerfile';
    sayAll('build', ...buildSays(service));
    if (service.image !== '') say('image', 'assumed', 'it is the name of what is built');
    return { own: `the image that ${file} in ${context} builds` };
  }
  const digest = /@(sha256:[0-9a-f]{64})$/.exec(service.image)?.[1];
  say(
    'image',
    tag === '' || tag === 'latest' ? 'asked' : 'carried',
    tag === '' || tag === 'latest'
      ? 'which version? The tag is `latest` until you say one'
      : digest
        ? '`image`'
        : '`image`, by its tag: no digest is known',
  );
  return {
    ...namedImage(repository),
    tag: tag || 'latest',
    ...(digest ? { digest } : { unpinned: UNPINNED }),
  };
}

/** Registry and repository of an image: `postgres` → `docker.io`, `library/postgres`. */
export function namedImage(repository: string) {
  const words = repository.split('/');
  const [first = ''] = words;
  const hasRegistry = words.length > 1 && /[.:]|^localhost$/.test(first);
  const path = words.slice(hasRegistry ? 1 : 0).join('/');
  const registry = hasRegistry ? first : 'docker.io';
  return { registry, repository: registry === 'docker.io' && !path.includes('/') ? `library/${path}` : path };
}

/** What is to do with an image that is built, and what its Dockerfile says. */
function buildSays({ built }: Service): readonly [Verdict, string] {
  const build = 'an image of your own: build it, and name it in the values';
  if (built === undefined) return ['assumed', `${build}; no Dockerfile was found that says more`];
  const ports = built.ports.map(({ container }) => `port ${container}`);
  const user = built.user === '' ? [] : [`user ${built.user}`];
  const folders = built.volumes.map((path) => `\`${path}\` is written to`);
  const says = [...ports, ...user, ...folders, ...(built.check ? ['a health check'] : [])].join(', ');
  return ['carried', `${build}; its Dockerfile says ${says === '' ? 'nothing of its containers' : says}`];
}

function portsOf(
  part: Part,
  reached: readonly number[],
  first: string,
  say: Say,
): NonNullable<WorkloadDefinition['ports']> {
  const { service, role } = part;
  const found: { readonly port: number; readonly protocol: 'TCP' | 'UDP' }[] = [];
  const add = (port: number, protocol: 'TCP' | 'UDP') => {
    if (!found.some((one) => one.port === port && one.protocol === protocol)) found.push({ port, protocol });
  };
  for (const { container, protocol, published, path } of service.ports) {
    add(container, protocol);
    const own = path.slice(service.name.length + 1);
    if (role.kind === 'job') say(own, 'left out', 'a Job serves nobody');
    else
      say(
        own,
        'carried',
        published === ''
          ? 'a port of the Service'
          : 'a port of the Service; for people outside set `ingress`',
      );
  }
  for (const port of role.kind === 'job' ? [] : [...service.toldPorts, ...reached])
    if (!found.some((one) => one.port === port)) add(port, 'TCP');
  for (const { container, protocol } of role.kind === 'job' ? [] : (service.built?.ports ?? []))
    add(container, protocol);
  const order = knownFirst(
    part,
    found.map(({ port }) => port),
  );
  const ordered = found.toSorted((a, b) => order.indexOf(a.port) - order.indexOf(b.port));
  const names: string[] = [];
  for (const { port, protocol } of ordered)
    names.push(names.length === 0 && protocol === 'TCP' ? first : portName(port, service.check, names));
  return Object.fromEntries(
    ordered.map(({ port, protocol }, index) => [
      names[index] ?? '',
      protocol === 'UDP' ? { port, protocol } : port,
    ]),
  );
}

function commandOf({ command, entrypoint, wordSettings, environment }: Service, words: Words, say: Say) {
  /** Words as Kubernetes takes them, and what is said of them. */
  const escaped = (list: readonly string[], key: 'command' | 'entrypoint', where: string) => {
    const used = new Set<string>();
    const filledWords = list.map((word, index) => {
      const text = word.replaceAll('$(', '$$$$(');
      const filled = unveiled(words(text, list[index - 1]), (name) => `$(${name})`);
      const mark = wordSettings?.marked[key]?.[index];
      const names = filled === text && wordSettings ? settingsIn(mark, word, wordSettings) : [];
      for (const name of names)
        if (environment.every((one) => one.name !== name)) used.add(`\`config.${settingKey(name)}\``);
      return names.length > 0 && mark !== undefined ? filledIn(mark) : filled;
    });
    say(key, 'carried', used.size === 0 ? where : `${where}, with ${[...used].join(' and ')}`);
    return filledWords;
  };
  const hasWords = (list: readonly string[] | undefined) => list?.some((word) => word !== '') ?? false;
  const isReset = entrypoint !== undefined && !hasWords(entrypoint);
  const isFirst = '`command`: the image has no entrypoint here';
  if (isReset && !hasWords(command)) {
    say(
      'entrypoint',
      'asked',
      'the entrypoint of the image is reset and no command takes its place: say one',
    );
    if (command) say('command', 'carried', isFirst);
    return {};
  }
  if (isReset) {
    say('entrypoint', 'carried', '`command`');
    return { ...(command && { command: escaped(command, 'command', isFirst) }) };
  }
  const args = command && escaped(command, 'command', '`args`');
  return {
    ...(entrypoint && { command: escaped(entrypoint, 'entrypoint', '`command`') }),
    ...(args && args.length > 0 && { args }),
  };
}
