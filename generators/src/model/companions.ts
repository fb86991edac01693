import { isObject, type JsonObject } from '../schema/index.ts';
import type { ChartDefinition, DefinitionSource } from './definition.ts';
import { type Companion, type LoadedFeature, ofScope } from './feature.ts';
import type { Files } from './files.ts';
import { mergeValues } from './values.ts';

type Source = DefinitionSource<ChartDefinition>;

/**
 * The definitions with the workloads and connections that features of main bring; what a definition declares itself takes
 * precedence.
 */
export function withCompanions(
  sources: readonly Source[],
  features: readonly LoadedFeature[],
): readonly Source[] {
  const charts = sources.map(({ definition }) => definition.name);
  return sources.map((source) =>
    ofScope(features, 'workload').reduce((current, { name, companion, files }) => {
      const asked = current.definition.workloads?.main?.features;
      if (companion === undefined || asked?.[name] === undefined) return current;
      const needed = Object.values(companion.connections).map(({ chart }) => chart);
      const fits =
        companion.with.every((other) => other in asked) && needed.every((chart) => charts.includes(chart));
      return fits ? expanded(current, companion, files, asked[name] as JsonObject) : current;
    }, source),
  );
}

function expanded(source: Source, companion: Companion, files: Files, options: JsonObject): Source {
  const { definition } = source;
  if (companion.name in definition.workloads) return source;
  const own = Object.entries(definition.connections ?? {});
  const others = own.flatMap(([name, { workload }]) => (workload === undefined ? [name] : []));
  const wished = options[companion.name];
  const { script, values = {}, ...shape } = companion.workload;
  const { namespace } = definition.workloads.main ?? {};
  const workload = {
    ...shape,
    ...(namespace !== undefined && { namespace }),
    script,
    connections: Object.keys(companion.connections),
    values: mergeValues(asObject(values), asObject(wished)),
  };
  // Long-running workloads use all connections of the chart unless they name theirs.
  const workloads = Object.fromEntries(
    Object.entries(definition.workloads).map(([name, one]) => [
      name,
      ['Deployment', 'StatefulSet', 'DaemonSet'].includes(one.kind) ? { connections: others, ...one } : one,
    ]),
  );
  const text = files.get(script);
  return {
    ...source,
    files: new Map([...source.files, ...(text === undefined ? [] : [[script, text] as const])]),
    definition: {
      ...definition,
      connections: { ...companion.connections, ...definition.connections },
      workloads: { ...workloads, [companion.name]: workload },
    } as unknown as ChartDefinition,
  };
}

function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}
