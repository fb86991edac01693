import type { ChartwrightError } from '../errors.ts';
import { type Condition, pathsOf } from '../go/index.ts';
import type { SchemaNode } from '../schema/index.ts';
import type { ChartDefinition } from './definition.ts';
import { checkPath } from './value-path.ts';

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
  const otherwise = 'Declare it in src/values.schema.json.';
  return named.flatMap(({ at, paths }) =>
    paths.flatMap((path) =>
      checkPath(path, schema, { code: 'definition/unknown-value', where: `${file}: ${at}`, otherwise }),
    ),
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
