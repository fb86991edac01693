import { ChartwrightError } from '../errors.ts';
import type { ChartDefinition, DefinitionSource } from './definition.ts';

/** Names of the charts a chart must wait for. */
export type Edges = ReadonlyMap<string, readonly string[]>;

/** The ordering edges between charts, as the definitions declare them. */
export function orderingEdges(definitions: readonly DefinitionSource<ChartDefinition>[]): Edges {
  return new Map(
    definitions.map(({ definition }) => [
      definition.name,
      Object.values(definition.connections ?? {}).flatMap(({ chart, orders }) => (chart && orders !== false ? [chart] : [])),
    ]),
  );
}

/**
 * The wave of each chart: 0 without ordering edges, otherwise one more than the highest wave it is ordered after.
 *
 * Errors: `order/cycle` with the cycle printed.
 */
export function waves(edges: Edges): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const visit = (name: string, open: readonly string[]): number => {
    const known = found.get(name);
    if (known !== undefined) return known;
    if (open.includes(name)) {
      const cycle = [...open.slice(open.indexOf(name)), name].join(' → ');
      throw new ChartwrightError('order/cycle', `the charts wait for each other: ${cycle}`, `charts/${name}/src/chart.ts: connections`, 'Let one of the connections only carry traffic (orders: false).');
    }
    const wave = Math.max(-1, ...(edges.get(name) ?? []).map((target) => visit(target, [...open, name]))) + 1;
    found.set(name, wave);
    return wave;
  };
  for (const name of [...edges.keys()].sort()) visit(name, []);
  return found;
}
