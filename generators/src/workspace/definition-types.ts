import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedFeature } from '../model/feature.ts';
import {
  laidOut,
  SCHEMAS,
  type SchemaLibrary,
  sharedTypes,
  sharedTypesText,
  valuesTypeName,
} from '../schema/index.ts';

const SCHEMA = 'chart.schema.json';
const MODEL = 'generators/src/model';
const BANNER = '// generated from schemas/ – do not edit\n';
/** Conditions are a type of their own: a schema of them would say less. */
const IMPORTS = "import type { Condition } from '../go/index.ts';\n";

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
  const definition = await compile(
    JSON.parse(readFileSync(join(SCHEMAS, SCHEMA), 'utf8')),
    'ChartDefinition',
    {
      bannerComment: `${BANNER}${IMPORTS}`.trimEnd(),
      unknownAny: true,
      additionalProperties: false,
      format: false,
    },
  );
  const given = (name: string, ...scopes: readonly LoadedFeature['scope'][]) =>
    `export type ${name} = ${valuesTypeNames(features, scopes).join(' &\n  ')};\n`;
  const values = await sharedTypesText(sharedTypes(library), BANNER);
  return new Map([
    [`${MODEL}/definition.types.ts`, laidOut(definition)],
    [
      `${MODEL}/values.types.ts`,
      [
        values,
        '/** What a definition may give a workload other defaults of. */\n',
        given('WorkloadValues', 'workload', 'pod', 'claim'),
        '\n/** What a definition may give a chart other defaults of. */\n',
        given('ChartValues', 'chart'),
      ].join(''),
    ],
  ]);
}

/** The types of the values that features of some scopes bring. */
function valuesTypeNames(
  features: readonly LoadedFeature[],
  scopes: readonly LoadedFeature['scope'][],
): readonly string[] {
  const schemas = features.flatMap((one) => (scopes.includes(one.scope) && one.schema ? [one.schema] : []));
  return [...new Set(schemas)].sort().map(valuesTypeName);
}
