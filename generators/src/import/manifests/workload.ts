import type { SidecarDefinition, WorkloadDefinition } from '../../model/definition.ts';
import { sentenceIn } from '../comment.ts';
import { textOf } from '../compose/merge.ts';
import type { Fields, Tree } from '../compose/tree.ts';
import { protocolOf } from '../known-images.ts';
import type { Ask } from '../questions.ts';
import type { Line, Verdict } from '../report.ts';
import { imageOf, nameOf, type Part, workloadName } from '../roles.ts';
import { shortEnd } from '../said.ts';
import { userOf } from '../users.ts';
import { type ImportedWorkload, namedImage } from '../workload.ts';
import { affinityOf } from './affinity.ts';
import { controlledOf } from './controller.ts';
import { initOf } from './init.ts';
import { listAt, plainValue, textAt, treeAt } from './objects.ts';
import type { Pod } from './pods.ts';
import { portsOf } from './ports.ts';
import { healthOf, probesOf } from './probes.ts';
import { resourcesOf } from './resources.ts';
import { type Tell, teller } from './told.ts';
import { type VolumeSources, volumesOf } from './volumes.ts';

const UNPINNED = 'the manifest names no digest; set it once you have pulled the image';
const KINDS: Readonly<Record<string, WorkloadDefinition['kind']>> = {
  StatefulSet: 'StatefulSet',
  DaemonSet: 'DaemonSet',
  Job: 'Job',
  CronJob: 'CronJob',
};

/** What a pod has beside itself: features and values that other objects ask for. */
export interface Beside {
  readonly features: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What the workload of a pod needs of what is around it. */
export interface Around extends VolumeSources {
  readonly words: (text: string) => string;
  /** Names of the workloads, which no sidecar can have. */
  readonly workloads: readonly string[];
  readonly beside: Beside;
  readonly ask: Ask;
}

/** The workload that pods become, beside its variables. */
export function workloadOf(
  part: Part,
  pod: Pod,
  { find, shared, words, fill, workloads, beside: { features, values }, ask }: Around,
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
  const probes = isJob ? {} : probesOf(container, own);
  for (const key of isJob ? ['startupProbe', 'livenessProbe', 'readinessProbe'] : [])
    if (treeAt(container, key)) own(key, 'left out', 'a Job has no probes');
  const health = isJob
    ? {}
    : healthOf({ ...pod, ports: pod.ports.filter((one) => one.container === main) }, probes, own, ask);
  const volumes = volumesOf(pod, { find, shared, fill }, lines, isJob);
  const { count, resources } = resourcesOf(container, own);
  const taken = [...listAt(container, 'volumeMounts')].map((mount) => textAt(mount, 'mountPath'));
  const { user, writable, privileges } = runsAs(part, pod, container, taken, own, tell, ask);
  const init = initOf(pod, part, words, tell);
  const entrypoint = commandIn(container, 'command', words);
  const args = commandIn(container, 'args', words);
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
  const { grace, more } = passed(pod, container, kind, tell, own);
  const sidecars = sidecarsOf(pod, volumes.names, { fill, workloads }, lines);
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
    ...(kind === 'Job' && { job: { once: true } }),
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
export function imageIn(container: Tree, tell: Tell) {
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

/** Words of a command with connections in place of hosts; undefined for none. */
export function commandIn<Word>(container: Tree, key: 'command' | 'args', words: (text: string) => Word) {
  const list = listAt(container, key);
  return list.length === 0 ? undefined : list.map((word) => words(textOf(word) ?? ''));
}

/** Who the container runs as: what its image writes to is asked for where nobody knows it. */
function runsAs(
  part: Part,
  pod: Pod,
  container: Tree,
  taken: readonly string[],
  own: Tell,
  tell: Tell,
  ask: Ask,
) {
  const mine = (key: string) => textAt(container, 'securityContext', key);
  const all = (key: string) => textAt(pod.spec, 'securityContext', key);
  const sayBoth = (key: string, verdict: Verdict, says: string) => {
    if (mine(key) !== '') own(`securityContext.${key}`, verdict, says);
    if (all(key) !== '') tell(`securityContext.${key}`, verdict, says);
  };
  const group = mine('runAsGroup') || all('runAsGroup');
  const user = [mine('runAsUser') || all('runAsUser'), ...(group === '0' ? [group] : [])].join(':');
  if (group === '0') sayBoth('runAsGroup', 'carried', 'group 0 is among `privileges`');
  const say: Tell = (key, verdict, says) => {
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

/** Fields that values have in the same form: path in the pod, the container or the object → value. */
function passed(pod: Pod, container: Tree, kind: WorkloadDefinition['kind'], tell: Tell, own: Tell) {
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
  if (treeAt(container, 'lifecycle')) {
    if (isJob) own('lifecycle', 'left out', 'a Job has no hooks');
    else {
      more.lifecycle = plainValue(treeAt(container, 'lifecycle'));
      own('lifecycle', 'carried', '`lifecycle`');
    }
  }
  const grace = textAt(pod.spec, 'terminationGracePeriodSeconds');
  if (grace !== '') tell('terminationGracePeriodSeconds', 'carried', '`terminationGracePeriodSeconds`');
  return { grace: grace === '' ? undefined : Number(grace), more };
}

/** Labels of the pods are those of the release: a constraint that counts them says none. */
function selected(value: unknown, key: string): unknown {
  if (key !== 'topologySpreadConstraints' || !Array.isArray(value)) return value;
  return value.map(({ labelSelector: _, ...rest }: Record<string, unknown>) => rest);
}

function sidecarsOf(
  pod: Pod,
  volumes: ReadonlyMap<string, string>,
  { fill, workloads }: Pick<Around, 'fill' | 'workloads'>,
  lines: Line[],
): Record<string, SidecarDefinition> {
  const word = (text: string) => {
    const filled = fill(text);
    return filled === undefined ? text : { template: JSON.stringify(filled).replaceAll('\\"', '"') };
  };
  const found = [...pod.containers.entries()].filter(([index]) => index !== pod.main);
  return Object.fromEntries(
    found.map(([index, container]) => {
      const tell = teller(pod.object, lines, [...pod.template, 'spec', 'containers', String(index)]);
      const probes = probesOf(container, tell);
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
      const command = commandIn(container, 'command', word);
      const args = commandIn(container, 'args', word);
      const env: Record<string, string | { field: string } | { template: string }> = {};
      for (const [number, one] of listAt(container, 'env').entries()) {
        const field = textAt(one, 'valueFrom', 'fieldRef', 'fieldPath');
        const isPlain = treeAt(one, 'valueFrom') === undefined;
        if (isPlain) env[textAt(one, 'name')] = word(textAt(one, 'value'));
        else if (field !== '') env[textAt(one, 'name')] = { field };
        tell(
          `env.${number}`,
          isPlain || field !== '' ? 'carried' : 'asked',
          isPlain || field !== ''
            ? '`env` of the sidecar'
            : 'name the setting or secret in `settings` of the sidecar',
        );
      }
      for (const number of listAt(container, 'envFrom').keys())
        tell(`envFrom.${number}`, 'asked', 'name the settings and secrets in `settings` of the sidecar');
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
