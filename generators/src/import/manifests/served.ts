import type { JsonObject } from '../../schema/index.ts';
import type { Line, Verdict } from '../report.ts';
import type { Part } from '../roles.ts';
import { joined } from '../servers/servers.ts';
import type { Pod } from './pods.ts';
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
