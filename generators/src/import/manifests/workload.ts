import type { EnvDefinition, SidecarDefinition, WorkloadDefinition } from '../../model/definition.ts';
import { sentenceIn } from '../comment.ts';
import { unveiled } from '../compose/secret-names.ts';
import type { Service } from '../compose/service.ts';
import type { Fields, Tree } from '../compose/tree.ts';
import type { Words } from '../hosts.ts';
import { protocolOf } from '../known-images.ts';
import type { Ask } from '../questions.ts';
import type { Line, Say, Verdict } from '../report.ts';
import { imageOf, nameOf, type Part, workloadName } from '../roles.ts';
import { shortEnd } from '../short-end.ts';
import { quoted } from '../templated.ts';
import { userOf } from '../users.ts';
import { type ImportedWorkload, namedImage } from '../workload.ts';
import { affinityOf } from './affinity.ts';
import { controlledOf } from './controller.ts';
import { shellAt, takenBy, wholeOf, withCommand, wordsAt } from './further.ts';
import { initOf } from './init.ts';
import { fieldsAt, listAt, plainValue, textAt, treeAt } from './objects.ts';
import { hookOf, type Pod } from './pods.ts';
import { portsOf } from './ports.ts';
import { hasOpenLogin, healthOf, probesOf } from './probes.ts';
import { resourcesOf } from './resources.ts';
import { teller } from './told.ts';
import type { Variables } from './variables.ts';
import { type VolumeSources, volumesOf } from './volumes.ts';

const UNPINNED = 'the manifest names no digest; set it once you have pulled the image';
const KINDS: Readonly<Record<string, WorkloadDefinition['kind']>> = {
  StatefulSet: 'StatefulSet',
  DaemonSet: 'DaemonSet',
  Job: 'Job',
  CronJob: 'CronJob',
};

/** Features and values that other objects ask for. */
export interface Additions {
  readonly features: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What the workload of a pod needs of what is around it. */
export interface Around extends VolumeSources {
  readonly words: Words;
  /** Names of the workloads, which no sidecar can have. */
  readonly workloads: readonly string[];
  readonly additions: Additions;
  /** Variables of the further containers, by their number. */
  readonly variables: ReadonlyMap<number, Variables>;
  readonly ask: Ask;
}

/** The workload that pods become, beside its variables. */
export function workloadOf(
  part: Part,
  pod: Pod,
  {
    find,
    shared,
    words,
    fill,
    isConfidential,
    workloads,
    additions: { features, values },
    variables,
    ask,
  }: Around,
): ImportedWorkload {
  const lines: Line[] = [];
  const { object, template, main } = pod;
  const kind = KINDS[object.kind] ?? 'Deployment';
  const isJob = kind === 'Job' || kind === 'CronJob';
  const isMain = nameOf(part) === 'main';
  const tell = teller(object, lines, [...template, 'spec']);
  const own = teller(object, lines, [...template, 'spec', 'containers', String(main)]);
  const container = pod.containers[main] as Fields;

  const image = imageIn(container, own);
  const ports = isJob ? {} : portsOf(pod, main, own);
  const probes = isJob ? {} : probesOf(container, part.service, `containers.${main}`, own);
  for (const key of isJob ? ['startupProbe', 'livenessProbe', 'readinessProbe'] : [])
    if (treeAt(container, key)) own(key, 'left out', 'a Job has no probes');
  const health = isJob
    ? {}
    : healthOf({ ...pod, ports: pod.ports.filter((one) => one.container === main) }, probes, own, ask);
  const volumes = volumesOf(pod, { find, shared, fill, isConfidential }, lines, isJob);
  const { count, resources } = resourcesOf(container, own);
  const taken = [...listAt(container, 'volumeMounts')].map((mount) => textAt(mount, 'mountPath'));
  const { user, writable, privileges } = runsAs(part, pod, container, taken, own, tell, ask);
  const init = initOf(pod, part, words, tell);
  const inWords = (list: readonly string[] | undefined) =>
    list?.map((word) => words(unveiled(word, (name) => `$(${name})`)));
  const entrypoint = inWords(part.service.entrypoint);
  const args = inWords(part.service.command);
  const folder = textAt(container, 'workingDir');
  const keepsFolder = folder !== '' && entrypoint === undefined && args === undefined;
  if (folder !== '')
    own(
      'workingDir',
      keepsFolder ? 'carried' : 'asked',
      keepsFolder
        ? '`container.workingDir`'
        : 'build it into the image as WORKDIR, or begin the command with cd',
    );
  const { grace, more } = passed(pod, part.service, container, kind, tell, own);
  const sidecars = sidecarsOf(pod, part.service, volumes.names, { fill, workloads, variables }, lines);
  const served = Object.keys(ports).length > 0 && !isJob;
  const protocol = protocolOf(part.role.kind === 'workload' ? part.role.type : '');
  const all = {
    ...(resources && { resources }),
    ...(keepsFolder && { container: { workingDir: folder } }),
    ...volumes.values,
    ...(count > 1 && { gpu: { count } }),
    ...more,
    ...shortEnd(grace, served),
    ...controlledOf(pod, isJob, lines),
    ...values,
  };
  const asked = {
    ...(kind === 'Job' && { job: hookOf(object).includes('upgrade') ? {} : { once: true } }),
    ...(count > 0 && { gpu: {} }),
    ...(isMain && served && protocol === 'http' && { ingress: {}, httpRoute: {} }),
    ...features,
  };
  const definition: WorkloadDefinition = {
    kind,
    ...(!isMain && { description: describe(pod) }),
    image,
    ...(entrypoint && { command: entrypoint }),
    ...(args && { args }),
    ...(served && { ports }),
    ...health,
    ...(user !== undefined && { user }),
    ...(privileges && { privileges }),
    ...(volumes.storage && { storage: volumes.storage }),
    ...filled('claims', volumes.claims),
    ...filled('writable', { ...writable, ...volumes.writable }),
    ...filled('files', volumes.files),
    ...filled('mounts', volumes.mounts),
    ...filled('init', init),
    ...filled('sidecars', sidecars),
    ...filled('features', asked),
    ...(grace !== undefined && { terminationGracePeriodSeconds: grace }),
    ...filled('values', all),
  };
  return { definition, files: volumes.contents, lines };
}

const filled = <Name extends string, Value extends object>(name: Name, value: Value) =>
  (Object.keys(value).length > 0 ? { [name]: value } : {}) as { readonly [Key in Name]?: Value };

function describe({ object }: Pod): string {
  return sentenceIn(object.tree.comment, 150) ?? `The ${object.kind} ${object.name}.`;
}

/** The image of a container. */
function imageIn(container: Tree, tell: Say) {
  const reference = textAt(container, 'image');
  const [repository, tag] = imageOf(reference);
  const digest = /@(sha256:[0-9a-f]{64})$/.exec(reference)?.[1];
  const isOpen = digest === undefined && (tag === '' || tag === 'latest');
  tell(
    'image',
    isOpen ? 'asked' : 'carried',
    isOpen
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

/** Who the container runs as: what its image writes to is asked for where nobody knows it. */
function runsAs(
  part: Part,
  pod: Pod,
  container: Tree,
  taken: readonly string[],
  own: Say,
  tell: Say,
  ask: Ask,
) {
  const mine = (key: string) => textAt(container, 'securityContext', key);
  const all = (key: string) => textAt(pod.spec, 'securityContext', key);
  const sayBoth = (key: string, verdict: Verdict, says: string) => {
    if (mine(key) !== '') own(`securityContext.${key}`, verdict, says);
    if (all(key) !== '') tell(`securityContext.${key}`, verdict, says);
  };
  const group = mine('runAsGroup') || all('runAsGroup');
  const user = [
    mine('runAsUser') || all('runAsUser') || pod.twinUser,
    ...(group === '0' ? [group] : []),
  ].join(':');
  if (group === '0') sayBoth('runAsGroup', 'carried', 'group 0 is among `privileges`');
  const say: Say = (key, verdict, says) => {
    if (key === 'user') sayBoth('runAsUser', verdict, says);
    else own(key === 'read_only' ? 'securityContext.readOnlyRootFilesystem' : key, verdict, says);
  };
  const said = { user, readOnly: mine('readOnlyRootFilesystem') };
  return userOf(part, said, taken, { say, sayAll: say, ask });
}

const PLACES = [
  ...['nodeSelector', 'tolerations', 'affinity', 'topologySpreadConstraints'],
  ...['priorityClassName', 'runtimeClassName'],
];

/** Fields of a pod that `pod` of the values has in the same form. */
const FEW = ['dnsConfig', 'dnsPolicy', 'hostAliases', 'schedulerName', 'readinessGates'];

/** Fields that values have in the same form: path in the pod, the container or the object → value. */
function passed(
  pod: Pod,
  service: Service,
  container: Tree,
  kind: WorkloadDefinition['kind'],
  tell: Say,
  own: Say,
) {
  const more: Record<string, unknown> = {};
  const isJob = kind === 'Job' || kind === 'CronJob';
  for (const key of PLACES)
    if (treeAt(pod.spec, key)) {
      if (isJob) tell(key, 'left out', `set \`helperPods.${key}\``);
      else if (key === 'affinity') Object.assign(more, affinityOf(pod, tell));
      else {
        more[key] = selected(plainValue(treeAt(pod.spec, key)), key);
        tell(key, 'carried', `\`${key}\``);
      }
    }
  const few = FEW.filter((key) => !isJob && treeAt(pod.spec, key));
  for (const key of few) tell(key, 'carried', `\`pod.${key}\``);
  if (few.length > 0)
    more.pod = Object.fromEntries(few.map((key) => [key, plainValue(treeAt(pod.spec, key))]));
  if (treeAt(container, 'lifecycle')) {
    if (isJob) own('lifecycle', 'left out', 'a Job has no hooks');
    else {
      const hooks = lifecycleOf(container, service, `containers.${pod.main}`, own);
      own('lifecycle', 'carried', '`lifecycle`');
      if (Object.keys(hooks).length > 0) more.lifecycle = hooks;
    }
  }
  const grace = textAt(pod.spec, 'terminationGracePeriodSeconds');
  if (grace !== '') tell('terminationGracePeriodSeconds', 'carried', '`terminationGracePeriodSeconds`');
  return { grace: grace === '' ? undefined : Number(grace), more };
}

/** The hooks of a container; no request takes its login from a Secret. */
function lifecycleOf(container: Tree, service: Service, at: string, own: Say): Record<string, unknown> {
  return Object.fromEntries(
    [...fieldsAt(container, 'lifecycle')].flatMap(([name, tree]) => {
      const path = `lifecycle.${name}`;
      if (hasOpenLogin(treeAt(tree, 'httpGet'))) {
        own(path, 'asked', 'no request takes its login from a Secret: write a command that does');
        return [];
      }
      return [[name, withCommand(plainValue(tree), tree, shellAt(service, `${at}.${path}.exec.command`))]];
    }),
  );
}

/** Labels of the pods are those of the release: a constraint that counts them says none. */
function selected(value: unknown, key: string): unknown {
  if (key !== 'topologySpreadConstraints' || !Array.isArray(value)) return value;
  return value.map(({ labelSelector: _, ...rest }: Record<string, unknown>) => rest);
}

function sidecarsOf(
  pod: Pod,
  service: Service,
  volumes: ReadonlyMap<string, string>,
  { fill, workloads, variables }: Pick<Around, 'fill' | 'workloads' | 'variables'>,
  lines: Line[],
): Record<string, SidecarDefinition> {
  const word = (text: string) => {
    const filled = fill(text);
    return filled === undefined ? text : { template: quoted(filled) };
  };
  const found = [...pod.containers.entries()].filter(([index]) => index !== pod.main);
  return Object.fromEntries(
    found.map(([index, container]) => {
      const tell = teller(pod.object, lines, [...pod.template, 'spec', 'containers', String(index)]);
      const at = `containers.${index}`;
      const probes = probesOf(container, service, at, tell);
      if (probes.startup) tell('startupProbe', 'left out', 'a sidecar has the other two probes');
      const { resources } = resourcesOf(container, tell);
      const isBlind = !(probes.liveness ?? probes.readiness);
      if (isBlind)
        tell(
          'name',
          'asked',
          'how is seen that it works? It says no probe: until you say one, `true` runs as its probe',
        );
      const missing = probes.readiness ?? probes.liveness ?? { exec: { command: ['true'] } };
      const command = wordsAt(service, `${at}.command`)?.map(word);
      const args = wordsAt(service, `${at}.args`)?.map(word);
      const { entries = [], fields = {} } = variables.get(index) ?? {};
      const env: Record<string, EnvDefinition[string]> = { ...fields };
      const settings: Record<string, string> = Object.fromEntries(
        takenBy(service, at).map((name) => [name, name]),
      );
      for (const { name, path, at: place, written, value, segments = [], secret } of entries) {
        if (value === '' && secret === undefined && segments.some((one) => typeof one !== 'string')) {
          const says = 'its ConfigMap is not among the files: write the value into `env` of the sidecar';
          lines.push({ path, at: place, verdict: 'asked', says });
          continue;
        }
        const text = service.further?.find((one) => one.path === path && one.variable === name);
        const whole = text && wholeOf(text);
        if (whole !== undefined) settings[name] = whole;
        else env[name] = word(written ?? wordsAt(service, path)?.[0] ?? '');
        const says =
          whole === undefined ? '`env` of the sidecar' : '`settings` of the sidecar, from the Secret';
        lines.push({ path, at: place, verdict: 'carried', says });
      }
      for (const key of ['workingDir', 'lifecycle', 'securityContext.runAsUser'])
        if (treeAt(container, ...key.split('.'))) tell(key, 'left out', 'a sidecar here has none of its own');
      const mounts = listAt(container, 'volumeMounts').flatMap((mount) => {
        const name = volumes.get(textAt(mount, 'name'));
        return name === undefined ? [] : [[name, textAt(mount, 'mountPath')]];
      });
      const name = textAt(container, 'name');
      const sidecar: SidecarDefinition = {
        description: `The container ${name} beside ${pod.object.name}.`,
        image: imageIn(container, tell),
        ...(command && { command }),
        ...(args && { args }),
        ...filled('env', env),
        ...filled('settings', settings),
        ...filled('ports', portsOf(pod, index, tell)),
        liveness: probes.liveness ?? missing,
        readiness: probes.readiness ?? missing,
        ...filled('mounts', Object.fromEntries(mounts)),
        ...(resources && { values: { resources } }),
      };
      const own = workloadName(name);
      return [workloads.includes(own) ? `${own}Sidecar` : own, sidecar];
    }),
  );
}
