import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadedFeature } from '../model/feature.ts';
import {
  declarationOf,
  SCHEMAS,
  type SchemaLibrary,
  schemaTypes,
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
export function definitionTypes(
  root: string,
  features: readonly LoadedFeature[],
  library: SchemaLibrary,
): ReadonlyMap<string, string> {
  if (!existsSync(join(root, MODEL))) return new Map();
  const definition = schemaTypes('ChartDefinition', JSON.parse(readFileSync(join(SCHEMAS, SCHEMA), 'utf8')));
  const given = (name: string, whose: string, ...scopes: readonly LoadedFeature['scope'][]) =>
    declarationOf(name, {
      description: `What a definition may give a ${whose} other defaults of.`,
      allOf: valuesTypeNames(features, scopes).map((tsType) => ({ tsType })),
    });
  return new Map([
    [`${MODEL}/definition.types.ts`, `${BANNER}${IMPORTS}\n${definition}`],
    [
      `${MODEL}/values.types.ts`,
      [
        BANNER,
        sharedTypesText(sharedTypes(library)),
        given('WorkloadValues', 'workload', 'workload', 'pod', 'claim'),
        given('ChartValues', 'chart', 'chart'),
      ].join('\n'),
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
