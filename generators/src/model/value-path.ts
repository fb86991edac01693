import { ChartwrightError } from '../errors.ts';
import { nearestName } from '../nearest-name.ts';
import type { SchemaNode } from '../schema/index.ts';

/** The keys of a path as Helm writes it: `a\.b.c[0]` are `a.b`, `c` and `0`. */
export function pathOf(text: string): readonly string[] {
  const keys = text.match(/(?:\\.|[^.[\]\\])+/g) ?? [];
  return keys.map((key) => key.replace(/\\(.)/g, '$1'));
}

/** Whether the values of a schema may have something at a path. */
export function hasPath(schema: SchemaNode, path: string): boolean {
  return missingIn(schema, pathOf(path)) === undefined;
}

/**
 * The error for a path that values cannot have, with the name that was meant; none for one that they can.
 *
 * @param code of the error
 * @param otherwise what to do where no name is near
 */
export function checkPath(
  path: string,
  schema: SchemaNode,
  { code, where, otherwise }: { readonly code: string; readonly where: string; readonly otherwise: string },
): readonly ChartwrightError[] {
  const missing = missingIn(schema, pathOf(path));
  if (missing === undefined) return [];
  const near = nearestName(missing.key, missing.others);
  const remedy = near ? `Did you mean ${near} for ${missing.key}?` : otherwise;
  return [new ChartwrightError(code, `there is no value ${path}`, where, remedy)];
}

/** The first key of a path that the schema lacks, and those it has there; undefined where it lacks none. */
function missingIn(
  schema: SchemaNode,
  [key, ...below]: readonly string[],
): { readonly key: string; readonly others: readonly string[] } | undefined {
  if (key === undefined) return undefined;
  const inner = schema.properties?.[key] ?? anyOther(schema);
  return inner ? missingIn(inner, below) : { key, others: Object.keys(schema.properties ?? {}) };
}

function anyOther({ properties, type, additionalProperties }: SchemaNode): SchemaNode | undefined {
  if (typeof additionalProperties === 'object') return additionalProperties;
  const open = additionalProperties ?? (type === 'object' && properties === undefined);
  return open ? {} : undefined;
}
