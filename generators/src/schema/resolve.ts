import { basename } from 'node:path';
import { ChartwrightError } from '../errors.ts';
import { nearestName } from '../nearest-name.ts';
import type { SchemaLibrary, SchemaNode, SchemaProperties, SchemaSource } from './types.ts';

const SUFFIX = '.schema.json';

/**
 * Replaces every `$ref` by its target, siblings of the reference merged over it: keywords replace, `properties`
 * are joined by name.
 *
 * Errors: `schema/unknown-schema`, `schema/unknown-reference`, `schema/reference-cycle`.
 *
 * @param node a part of the source; all of it when absent.
 */
export function resolveReferences(
  source: SchemaSource,
  library: SchemaLibrary,
  node: SchemaNode = source.schema,
): SchemaNode {
  return resolve(node, { source, library, open: [] });
}

/** The shared schema of that name; fails with the nearest name when there is none. */
export function sourceNamed(library: SchemaLibrary, name: string, where: string): SchemaSource {
  const source = library.sources.get(name);
  if (source) return source;
  const near = nearestName(name, library.sources.keys());
  const remedy = near ? `Did you mean ${near}?` : `Write schemas/${name}${SUFFIX}`;
  throw new ChartwrightError('schema/unknown-schema', `there is no schema named ${name}`, where, remedy);
}

/** The name under which a schema file is known: `ingress` for `schemas/ingress.schema.json`. */
export function schemaName(file: string): string {
  return basename(file, SUFFIX);
}

interface Context {
  readonly source: SchemaSource;
  readonly library: SchemaLibrary;
  /** References being resolved, outermost first. */
  readonly open: readonly string[];
}

/** Nodes that were resolved, for each library: what shares a schema then shares the resolved nodes too. */
const known = new WeakMap<SchemaLibrary, WeakMap<SchemaNode, SchemaNode>>();

function resolve(node: SchemaNode, context: Context): SchemaNode {
  const resolved = known.get(context.library) ?? new WeakMap<SchemaNode, SchemaNode>();
  known.set(context.library, resolved);
  const before = resolved.get(node);
  if (before) return before;
  const result = resolveNode(node, context);
  resolved.set(node, result);
  return result;
}

function resolveNode(node: SchemaNode, context: Context): SchemaNode {
  const { $ref, ...own } = node;
  const resolved = resolveChildren(own, context);
  if ($ref === undefined) return resolved;
  const target = resolveTarget($ref, context);
  const properties = { ...target.properties, ...resolved.properties };
  return {
    ...target,
    ...resolved,
    ...(Object.keys(properties).length > 0 && { properties }),
    'x-definition': $ref.slice($ref.lastIndexOf('/') + 1),
  };
}

function resolveTarget($ref: string, context: Context): SchemaNode {
  const { source, library, open } = context;
  const [file = '', pointer = ''] = $ref.split('#');
  const target = file === '' ? source : sourceNamed(library, schemaName(file), source.file);
  const id = `${target.file}#${pointer}`;
  if (open.includes(id)) {
    throw new ChartwrightError(
      'schema/reference-cycle',
      `the reference ${$ref} leads back to itself: ${[...open, id].join(' → ')}`,
      source.file,
      'Break the cycle, for example with an object that admits anything.',
    );
  }
  return resolve(lookUp(target, pointer, $ref, source), { source: target, library, open: [...open, id] });
}

function lookUp(target: SchemaSource, pointer: string, $ref: string, from: SchemaSource): SchemaNode {
  let place: unknown = target.schema;
  for (const segment of pointer.split('/').slice(1)) {
    const children: Readonly<Record<string, unknown>> =
      typeof place === 'object' && place !== null ? { ...place } : {};
    place = children[segment];
    if (place !== undefined) continue;
    const near = nearestName(segment, Object.keys(children));
    throw new ChartwrightError(
      'schema/unknown-reference',
      `the reference ${$ref} finds no "${segment}"`,
      from.file,
      near ? `Did you mean ${near}?` : `Define it in ${target.file}.`,
    );
  }
  // The meta-schema was checked when the target was loaded: what a reference reaches is a node.
  return place as SchemaNode;
}

function resolveChildren(node: SchemaNode, context: Context): SchemaNode {
  const each = (children: SchemaProperties): SchemaProperties =>
    Object.fromEntries(Object.entries(children).map(([name, child]) => [name, resolve(child, context)]));
  const { definitions: _, ...kept } = node;
  return {
    ...kept,
    ...(node.properties && { properties: each(node.properties) }),
    ...(node.items && { items: resolve(node.items, context) }),
    ...(node.propertyNames && { propertyNames: resolve(node.propertyNames, context) }),
    ...(typeof node.additionalProperties === 'object' && {
      additionalProperties: resolve(node.additionalProperties, context),
    }),
    ...(node.oneOf && { oneOf: node.oneOf.map((branch) => resolve(branch, context)) }),
  };
}
