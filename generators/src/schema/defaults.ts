import { ChartwrightError, throwAll } from '../errors.ts';
import { nearestName } from '../nearest-name.ts';
import { misfits } from './fit.ts';
import { hasDefault, isGroup, isObject, orderedProperties } from './node.ts';
import type { JsonObject, JsonValue, SchemaNode } from './types.ts';

/** The tree of default values, in the order of values.yaml; keys without a default are absent. */
export function defaultsOf(schema: SchemaNode): JsonObject {
  const entries: [string, JsonValue][] = [];
  for (const [name, child] of orderedProperties(schema)) {
    if (!hasDefault(child)) continue;
    entries.push([name, child.default === undefined ? defaultsOf(child) : child.default]);
  }
  return Object.fromEntries(entries);
}

/**
 * The schema with other defaults. Groups are entered; a leaf's value, objects and lists too, is replaced whole. A group
 * that is open to keys of a chart of its own takes those as they are.
 *
 * Errors: `schema/unknown-path` with the nearest name, `schema/default-misfit`; all of them at once.
 *
 * @param where what the errors name, for example `charts/web/src/chart.ts: values`.
 */
export function withDefaults(schema: SchemaNode, overrides: JsonObject, where: string): SchemaNode {
  const found: Override[] = [];
  const errors: ChartwrightError[] = [];
  const result = override(schema, overrides, { path: [], where, found, errors });
  for (const [index, problems] of misfits(found).entries()) {
    const { path = '' } = found[index] ?? {};
    for (const problem of problems) errors.push(misfit(path, problem, where));
  }
  throwAll(errors);
  return result;
}

/** A value of another chart, which alone checks it. */
export function handedOn(name: string, value: JsonValue): SchemaNode {
  const said = { description: `The value ${name} of that chart.`, default: value };
  return isObject(value) ? { ...said, type: 'object', properties: {}, additionalProperties: true } : said;
}

interface Override {
  readonly path: string;
  readonly node: SchemaNode;
  readonly value: JsonValue;
}

interface Walk {
  readonly path: readonly string[];
  readonly where: string;
  readonly found: Override[];
  readonly errors: ChartwrightError[];
}

function override(node: SchemaNode, values: JsonObject, walk: Walk): SchemaNode {
  const properties: Record<string, SchemaNode> = { ...node.properties };
  for (const [name, value] of Object.entries(values)) {
    const path = [...walk.path, name];
    const child = properties[name];
    if (child === undefined && node.additionalProperties === true) properties[name] = handedOn(name, value);
    else if (child === undefined) walk.errors.push(unknownPath(path, Object.keys(properties), walk.where));
    else if (!isGroup(child)) {
      walk.found.push({ path: path.join('.'), node: child, value });
      properties[name] = { ...child, default: value };
    } else if (isObject(value)) properties[name] = override(child, value, { ...walk, path });
    else walk.errors.push(misfit(path.join('.'), 'must be object', walk.where));
  }
  return { ...node, properties };
}

function unknownPath(path: readonly string[], siblings: readonly string[], where: string): ChartwrightError {
  const near = nearestName(path.at(-1) ?? '', siblings);
  const suggestion = near === undefined ? undefined : [...path.slice(0, -1), near].join('.');
  return new ChartwrightError(
    'schema/unknown-path',
    `there is no value ${path.join('.')}`,
    where,
    suggestion
      ? `Did you mean ${suggestion}?`
      : `Remove it, or declare it in the schema; known here: ${[...siblings].sort().join(', ')}.`,
  );
}

function misfit(path: string, problem: string, where: string): ChartwrightError {
  return new ChartwrightError(
    'schema/default-misfit',
    `the default of ${path} does not fit its schema: ${problem}`,
    where,
    'Give a value that the schema admits.',
  );
}
