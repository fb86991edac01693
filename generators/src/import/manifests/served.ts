import type { JsonObject } from '../../schema/index.ts';
import type { Line, Verdict } from '../report.ts';
import type { Part } from '../roles.ts';
import type { Needs } from '../servers/needs.ts';
import { joined } from '../servers/servers.ts';
import { type KubeObject, listAt, textAt, treeAt } from './objects.ts';
import type { Pod } from './pods.ts';
import { statedOf } from './resources.ts';
import { claimValues } from './shared.ts';
import { pathOf, teller } from './told.ts';

/** Fields of a container whose meaning the chart of a server has. */
const SERVED = ['ports', 'livenessProbe', 'readinessProbe', 'startupProbe', 'volumeMounts'];

/** What becomes of pods that a chart here serves or whose work it does, and of their Services. */
export function servedLines(pod: Pod | undefined, part: Part, lines: Line[]): void {
  if (pod === undefined) return;
  const tell = teller(pod.object, lines);
  const [verdict, whole, service] = wordsOf(part);
  tell('spec', verdict, whole);
  for (const one of pod.services)
    teller(one, lines)('spec', service === whole ? verdict : 'carried', service);
  if (part.role.kind !== 'server') return;
  const container = [...pod.template, 'spec', 'containers', String(pod.main)];
  for (const key of SERVED) tell([...container, key].join('.'), 'carried', service);
  tell('spec.selector', 'carried', 'labels and names follow from the release');
  if (pod.template.length > 0)
    tell([...pod.template, 'metadata'].join('.'), 'carried', 'labels and names follow from the release');
}

/** What a pod says of its CPU and memory, and of the claim that it keeps its data on. */
export function needsOf(
  pod: Pod | undefined,
  {
    chart,
    keepsNothing,
    objects,
    lines,
  }: {
    readonly chart: string;
    readonly keepsNothing: boolean;
    readonly objects: readonly KubeObject[];
    readonly lines: Line[];
  },
): Needs {
  const container = pod?.containers[pod.main];
  if (pod === undefined || container === undefined)
    return { resources: { requests: {}, limits: {} }, persistence: {} };
  const tell = teller(pod.object, lines, [...pod.template, 'spec', 'containers', String(pod.main)]);
  const resources = statedOf(container, tell, `\`${chart}.resources\``);
  const found = keepsNothing ? [] : claimsOf(pod, objects);
  for (const { object, below, spec } of found.slice(0, 1)) {
    const say = teller(object, lines, below);
    for (const key of ['accessModes', 'resources', 'storageClassName'])
      if (treeAt(spec, key)) say(key, 'carried', `\`${chart}.persistence\``);
  }
  for (const { object, below } of found.slice(1))
    teller(object, lines, below)('', 'left out', `the chart ${chart} has one volume`);
  const [{ spec } = { spec: undefined }] = found;
  const size = textAt(spec, 'resources', 'requests', 'storage');
  return { resources, persistence: { ...claimValues(spec), ...(size !== '' && { size }) } };
}

/** The claims that the main container mounts, in their order there, with the place of their spec. */
function claimsOf({ object, spec, containers, main }: Pod, objects: readonly KubeObject[]) {
  const templates = listAt(object.tree, 'spec', 'volumeClaimTemplates');
  return listAt(containers[main], 'volumeMounts').flatMap((mount) => {
    const name = textAt(mount, 'name');
    const index = templates.findIndex((one) => textAt(one, 'metadata', 'name') === name);
    const own = templates[index];
    if (own) {
      const below = ['spec', 'volumeClaimTemplates', String(index), 'spec'];
      return [{ object, below, spec: treeAt(own, 'spec') }];
    }
    const volume = listAt(spec, 'volumes').find((one) => textAt(one, 'name') === name);
    const claim = objects.find(
      (one) =>
        one.kind === 'PersistentVolumeClaim' &&
        one.namespace === object.namespace &&
        one.name === textAt(volume, 'persistentVolumeClaim', 'claimName'),
    );
    return claim ? [{ object: claim, below: ['spec'], spec: treeAt(claim.tree, 'spec') }] : [];
  });
}

function wordsOf({ role }: Part): readonly [Verdict, string, string] {
  if (role.kind === 'server') {
    const { chart } = role.server;
    return [
      'left out',
      `the chart ${chart} has its own way: what must differ is set below \`${chart}\``,
      `the chart ${chart} serves it: its values are below \`${chart}\``,
    ];
  }
  const words =
    role.kind === 'chore'
      ? `the chart ${role.chore.chart} does it: ${role.chore.says}`
      : 'what it does at the edge is `ingress` or `httpRoute` of each workload';
  return [role.kind === 'chore' ? 'carried' : 'left out', words, words];
}

/** Lines of the settings of a server at their places in its container. */
export function placed(lines: readonly Line[], { service }: Part, pod: Pod | undefined): readonly Line[] {
  if (pod === undefined) return lines;
  const container = [...pod.template, 'spec', 'containers', String(pod.main)];
  const keys = { image: 'image', entrypoint: 'command', command: 'args' };
  const places = new Map(
    Object.entries(keys).map(([key, field]) => [
      `${service.name}.${key}`,
      pathOf(pod.object, [...container, field]),
    ]),
  );
  return lines.map((line) => ({ ...line, path: places.get(line.path) ?? line.path }));
}

/** Values by which charts of servers keep the names that programs may have built in. */
export function aliasesOf(pods: readonly Pod[], parts: readonly Part[]): JsonObject {
  const found = parts.flatMap(({ role, service }, index): readonly JsonObject[] => {
    const names = pods[index]?.services.map(({ name }) => name) ?? [];
    if (role.kind !== 'server' || !service.isUnnamed || names.length === 0) return [];
    return [{ [role.server.chart]: { service: { aliases: names } } }];
  });
  return found.reduce((first, second) => joined(first, second), {});
}
