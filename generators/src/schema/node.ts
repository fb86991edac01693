import type { JsonObject, Leaf, SchemaNode } from './types.ts';

const DEFAULT_ORDER = 500;

/**
 * Whether a node only groups others: it lists properties and has no default of its own. A shared definition in which
 * nothing has a default (a probe, resources) is no group: its value is given and replaced whole, as a list's is. Nor is
 * one that moved as a whole, not key by key.
 */
export function isGroup(node: SchemaNode): boolean {
  if (node.properties === undefined || node.default !== undefined) return false;
  if (node['x-moved-to'] !== undefined) return holdsMovedAlone(node);
  return node['x-definition'] === undefined || hasDefaultInside(node);
}

function hasDefaultInside(node: SchemaNode): boolean {
  const children = Object.values(node.properties ?? {});
  return children.some((child) => child.default !== undefined || hasDefaultInside(child));
}

/** The properties of a node by `x-order`, then by declaration. */
export function orderedProperties(node: SchemaNode): readonly (readonly [string, SchemaNode])[] {
  const order = (child: SchemaNode) => child['x-order'] ?? DEFAULT_ORDER;
  return Object.entries(node.properties ?? {}).sort(([, a], [, b]) => order(a) - order(b));
}

/** Whether a node is accepted for those who gave it before, and shown to nobody: it moved, or all that it holds did. */
export function isMoved(node: SchemaNode): boolean {
  return node['x-moved-to'] !== undefined || (node.default === undefined && holdsMovedAlone(node));
}

function holdsMovedAlone(node: SchemaNode): boolean {
  const children = Object.values(node.properties ?? {});
  return children.length > 0 && children.every(isMoved);
}

/** Whether values.yaml shows the node: it has a default, or is a group, even an empty one, that did not move; and it is listed. */
export function hasDefault(node: SchemaNode): boolean {
  if (node['x-unlisted']) return false;
  return node.default !== undefined || (isGroup(node) && !isMoved(node));
}

/** The leaves of a schema in the order of values.yaml, moved keys included. */
export function leaves(schema: SchemaNode): readonly Leaf[] {
  const below = (node: SchemaNode, path: readonly string[]): readonly Leaf[] =>
    isGroup(node)
      ? orderedProperties(node).flatMap(([name, child]) => below(child, [...path, name]))
      : [{ path, node }];
  return isGroup(schema) ? below(schema, []) : [];
}

/** Whether a value that was read from JSON or YAML is an object, not a list and not null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One text per value: two values have the same text exactly when they are equal, whatever the order of their keys. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
