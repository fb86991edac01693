import type { Chart } from '../../model/model.ts';
import { HEAD, isMoved, leaves, readmeRow, type SchemaNode } from '../../schema/index.ts';
import { needed } from './install.ts';

/** How many values stand in front of the others. */
const FIRST = 10;
/** How many of them are the application's, where the definition does not choose. */
const OWN = 4;

/** The values that people set first: what an installation needs, what the definition names, and what any chart has. */
export function firstValues(chart: Chart): readonly string[] {
  const own = leaves({ ...chart.schema, properties: chart.ownSchema?.properties ?? {} })
    .filter(({ node }) => !isMoved(node))
    .map(({ path }) => path.join('.'));
  const chosen = chart.first.length > 0 ? chart.first : own.slice(0, OWN);
  const must = needed(chart).flatMap(([key]) => (/\.(registry|tag)$/.test(key) ? [] : [key]));
  return firstTable(chart.schema, [...must, ...chosen, ...common(chart)]);
}

/** What people set first of any chart that has the same features. */
function common({ features, workloads }: Chart): readonly string[] {
  const ofMain = workloads.flatMap((workload) =>
    workload.main ? workload.features.map(({ feature }) => feature) : [],
  );
  const first = [...features, ...ofMain].flatMap((feature) => Object.entries(feature.first ?? {}));
  return first.sort(([, a], [, b]) => a - b).map(([path]) => path);
}

/** A table of the first ten of some values that a schema has. */
export function firstTable(schema: SchemaNode, wanted: readonly string[]): readonly string[] {
  const known = new Map(leaves(schema).map((leaf) => [leaf.path.join('.'), leaf]));
  const rows = [...new Set(wanted)].flatMap((path) => {
    const leaf = known.get(path);
    return leaf ? [readmeRow(leaf)] : [];
  });
  return [...HEAD, ...rows.slice(0, FIRST)];
}
