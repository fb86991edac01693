import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedFeature } from '../model/feature.ts';
import {
  laidOut,
  resolveReferences,
  type SchemaLibrary,
  type SchemaProperties,
  valuesTypes,
} from '../schema/index.ts';

const SCHEMA = 'schemas/chart.schema.json';
const MODEL = 'generators/src/model';
const BANNER = '// generated from schemas/ – do not edit\n';

/**
 * The types of a definition and of the shared values it may give other defaults, by their path below the workspace;
 * nothing where a workspace takes the generators from elsewhere.
 */
export async function definitionTypes(
  root: string,
  features: readonly LoadedFeature[],
  library: SchemaLibrary,
): Promise<ReadonlyMap<string, string>> {
  if (!existsSync(join(root, MODEL))) return new Map();
  // Loaded on demand: most runs need no types.
  const { compile } = await import('json-schema-to-typescript');
  const definition = await compile(JSON.parse(readFileSync(join(root, SCHEMA), 'utf8')), 'ChartDefinition', {
    bannerComment: BANNER.trimEnd(),
    unknownAny: true,
    additionalProperties: false,
    format: false,
  });
  const values = (scopes: readonly string[]) =>
    sharedValues(
      features.filter(({ scope }) => scopes.includes(scope)),
      library,
    );
  const shared = [
    await valuesTypes({ properties: values(['workload']) }, 'workload'),
    await valuesTypes({ properties: values(['chart']) }, 'shared'),
  ];
  return new Map([
    [`${MODEL}/definition.types.ts`, laidOut(definition)],
    [`${MODEL}/workload-values.types.ts`, `${BANNER}${shared[0]}`],
    [`${MODEL}/shared-values.types.ts`, `${BANNER}${shared[1]}`],
  ]);
}

/** All properties that the schemas of these features declare; where two declare one, what both say. */
function sharedValues(features: readonly LoadedFeature[], library: SchemaLibrary): SchemaProperties {
  const merged: Record<string, SchemaProperties[string]> = {};
  for (const { schema } of features) {
    const source = schema === undefined ? undefined : library.sources.get(schema);
    if (!source) continue;
    for (const [name, node] of Object.entries(resolveReferences(source, library).properties ?? {})) {
      const before = merged[name];
      merged[name] = before
        ? { ...before, ...node, properties: { ...before.properties, ...node.properties } }
        : node;
    }
  }
  return merged;
}
