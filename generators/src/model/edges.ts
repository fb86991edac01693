import { ChartwrightError } from '../errors.ts';
import type { ChartDefinition, ConnectionDefinition, DefinitionSource } from './definition.ts';
import { kebab } from './names.ts';

/** Names of the charts that each chart connects to. */
export type Edges = ReadonlyMap<string, readonly string[]>;

type Definitions = readonly DefinitionSource<ChartDefinition>[];

/** The charts that each chart must wait for, as the definitions declare them. */
export function orderingEdges(definitions: Definitions): Edges {
  return edgesOf(definitions, ({ orders }) => orders !== false);
}

/** Reports charts that wait for each other: `order/cycle`, with each cycle printed. */
export function orderingCycles(definitions: Definitions): readonly ChartwrightError[] {
  return cycles(orderingEdges(definitions)).map(
    (cycle) =>
      new ChartwrightError(
        'order/cycle',
        `the charts wait for each other: ${cycle.join(' → ')}`,
        whereOf(cycle),
        'Let one of the connections only carry traffic (orders: false).',
      ),
  );
}

/** Reports workloads of a chart that wait for each other or for themselves: `order/workload-cycle`, with each cycle printed. */
export function workloadCycles({
  definition,
  file,
}: DefinitionSource<ChartDefinition>): readonly ChartwrightError[] {
  return cycles(workloadEdges(definition)).map(
    (cycle) =>
      new ChartwrightError(
        'order/workload-cycle',
        cycle.length === 2
          ? `the workload ${cycle[0]} waits for itself`
          : `the workloads wait for each other: ${cycle.join(' → ')}`,
        `${file}: workloads.${cycle[0]}`,
        'Let one connection among them only carry traffic (orders: false), or leave out the after or the init container wait-for-… that closes the circle.',
      ),
  );
}

/** The workloads of the chart that each one waits for: by its connections, for the end of a Job, and by init containers that wait for its effect. */
function workloadEdges({ workloads, connections = {} }: ChartDefinition): Edges {
  const names = Object.keys(workloads);
  return new Map(
    Object.entries(workloads).map(([name, { connections: used = [], after = [], init = {} }]) => [
      name,
      [
        ...used.flatMap((connection) => {
          const { workload, orders } = connections[connection] ?? {};
          return workload !== undefined && orders !== false ? [workload] : [];
        }),
        ...after,
        ...names.filter((other) => `wait-for-${kebab(other)}` in init),
      ],
    ]),
  );
}

/** Reports charts that bundle each other: `order/bundle-cycle`, except where they wait for each other as well. */
export function bundleCycles(definitions: Definitions): readonly ChartwrightError[] {
  if (orderingCycles(definitions).length > 0) return [];
  return cycles(edgesOf(definitions, ({ bundled }) => bundled !== false)).map(
    (cycle) =>
      new ChartwrightError(
        'order/bundle-cycle',
        `the charts bundle each other: ${cycle.join(' → ')}`,
        whereOf(cycle),
        'Set bundled: false in one of the connections.',
      ),
  );
}

/** The wave of each chart: 0 without ordering edges, otherwise one more than the highest wave it is ordered after. The edges have no cycle. */
export function waves(edges: Edges): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const waveOf = (name: string): number => {
    const known = found.get(name);
    if (known !== undefined) return known;
    const wave = Math.max(-1, ...(edges.get(name) ?? []).map(waveOf)) + 1;
    found.set(name, wave);
    return wave;
  };
  for (const name of edges.keys()) waveOf(name);
  return found;
}

function edgesOf(definitions: Definitions, wanted: (connection: ConnectionDefinition) => boolean): Edges {
  return new Map(
    definitions.map(({ definition }) => [
      definition.name,
      Object.values(definition.connections ?? {}).flatMap((connection) =>
        connection.chart && wanted(connection) ? [connection.chart] : [],
      ),
    ]),
  );
}

/** Each cycle once, from the one that comes first in the alphabet back to it. */
function cycles(edges: Edges): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  const done = new Set<string>();
  const visit = (name: string, open: readonly string[]): void => {
    if (open.includes(name)) found.push([...open.slice(open.indexOf(name)), name]);
    if (done.has(name) || open.includes(name)) return;
    for (const target of edges.get(name) ?? []) visit(target, [...open, name]);
    done.add(name);
  };
  for (const name of [...edges.keys()].sort()) visit(name, []);
  return found;
}

function whereOf([first]: readonly string[]): string {
  return `charts/${first}/src/chart.ts: connections`;
}
