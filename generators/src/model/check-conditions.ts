import { ChartwrightError } from '../errors.ts';
import { type Condition, pathsOf } from '../go/index.ts';
import { nearestName } from '../nearest-name.ts';
import type { SchemaNode } from '../schema/index.ts';
import type { ChartDefinition } from './definition.ts';

/** Checks that the values exist that the conditions of a definition read, and those that it names for the README. */
export function checkConditions(
  definition: ChartDefinition,
  schema: SchemaNode,
  file: string,
): readonly ChartwrightError[] {
  const named = [
    ...conditionsIn(definition, []).map(({ at, condition }) => ({ at, paths: pathsOf(condition) })),
    { at: 'first', paths: definition.first ?? [] },
    { at: 'needs', paths: Object.keys(definition.needs ?? {}) },
  ];
  return named.flatMap(({ at, paths }) =>
    paths.flatMap((path) => {
      const missing = missingIn(schema, path.split('.'));
      if (missing === undefined) return [];
      const near = nearestName(missing.key, missing.others);
      return [
        new ChartwrightError(
          'definition/unknown-value',
          `there is no value ${path}`,
          `${file}: ${at}`,
          near ? `Did you mean ${near} for ${missing.key}?` : 'Declare it in src/values.schema.json.',
        ),
      ];
    }),
  );
}

/** Every `when` of a definition with its path there. */
function conditionsIn(
  node: unknown,
  path: readonly string[],
): readonly { readonly at: string; readonly condition: Condition }[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const inner = [...path, key];
    if (key !== 'when') return conditionsIn(value, inner);
    return typeof value === 'object' ? [{ at: inner.join('.'), condition: value as Condition }] : [];
  });
}

/** The first key of a path that the schema lacks, and those it has there; undefined where it lacks none. */
function missingIn(
  { properties, additionalProperties }: SchemaNode,
  [key, ...below]: readonly string[],
): { readonly key: string; readonly others: readonly string[] } | undefined {
  if (key === undefined || properties === undefined) return undefined;
  const child = properties[key];
  if (child) return missingIn(child, below);
  return additionalProperties ? undefined : { key, others: Object.keys(properties) };
}
