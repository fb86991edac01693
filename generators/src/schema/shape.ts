import { hasDefault, isGroup, orderedProperties } from './node.ts';
import type { SchemaNode } from './types.ts';

/** Above it, numbers of JSON are no longer exact, and those of 64 bits end soon. */
const LARGEST_INTEGER = Number.MAX_SAFE_INTEGER;

/** What a shaped schema keeps. */
export interface Shape {
  /** Descriptions, defaults and examples, for editors. */
  readonly documented: boolean;
  /**
   * Which keys of values are required: those `declared` so, those and every key with a default (`complete`),
   * or `none`. Entries of lists always keep what they declare, because Helm never merges into them.
   */
  readonly required: 'declared' | 'complete' | 'none';
}

/**
 * The draft-07 form of a resolved node: closed wherever it lists properties, keywords in one order, no `x-` keyword
 * but `x-definition`, which `shareRepeated` uses and removes.
 */
export function shape(node: SchemaNode, to: Shape): SchemaNode {
  return shapeAt(node, to, true);
}

/** Shapes that were made, by how: charts share most of their nodes. */
const known = new Map<string, WeakMap<SchemaNode, SchemaNode>>();

function shapeAt(node: SchemaNode, to: Shape, inTree: boolean): SchemaNode {
  const way = `${to.documented} ${to.required} ${inTree}`;
  const shapes = known.get(way) ?? new WeakMap<SchemaNode, SchemaNode>();
  known.set(way, shapes);
  const before = shapes.get(node);
  if (before) return before;
  const shaped = shapeNode(node, to, inTree);
  shapes.set(node, shaped);
  return shaped;
}

/** `inTree`: the node is part of the default values, not the pattern of a list entry, a map entry or a leaf's inside. */
function shapeNode(node: SchemaNode, to: Shape, inTree: boolean): SchemaNode {
  const grouping = inTree && isGroup(node);
  const inside = (child: SchemaNode) => shapeAt(child, to, false);
  const entry = (child: SchemaNode) =>
    shapeAt(child, to.required === 'none' ? { ...to, required: 'declared' } : to, false);
  // Helm removes an entry of the default where a values file says null; what it validates has none any more.
  const isRemovable = inTree && to.required === 'none' && Object.keys(node.default ?? {}).length > 0;
  const mapEntry = (child: SchemaNode) => (isRemovable ? orNull(inside(child)) : inside(child));
  const properties = orderedProperties(node).map(
    ([name, child]) => [name, shapeAt(child, to, grouping)] as const,
  );
  const additional = node.additionalProperties ?? (node.properties ? false : undefined);
  const required = requiredKeys(node, to, grouping);
  return defined({
    'x-definition': node['x-definition'],
    description: to.documented ? describe(node) : undefined,
    type: node.type,
    enum: node.enum,
    const: node.const,
    default: to.documented ? node.default : undefined,
    examples: to.documented && node['x-example'] !== undefined ? [node['x-example']] : undefined,
    pattern: node.pattern,
    minLength: node.minLength,
    maxLength: node.maxLength,
    minimum: node.minimum,
    maximum: node.maximum ?? (isInteger(node) ? LARGEST_INTEGER : undefined),
    exclusiveMinimum: node.exclusiveMinimum,
    exclusiveMaximum: node.exclusiveMaximum,
    multipleOf: node.multipleOf,
    items: node.items && entry(node.items),
    minItems: node.minItems,
    maxItems: node.maxItems,
    uniqueItems: node.uniqueItems,
    properties: node.properties && Object.fromEntries(properties),
    propertyNames: node.propertyNames && inside(node.propertyNames),
    additionalProperties: typeof additional === 'object' ? mapEntry(additional) : additional,
    minProperties: node.minProperties,
    maxProperties: node.maxProperties,
    required: required.length > 0 ? required : undefined,
    oneOf: node.oneOf?.map(inside),
  });
}

function orNull(entry: SchemaNode): SchemaNode {
  return { oneOf: [entry, { const: null }] };
}

function isInteger({ type, exclusiveMaximum }: SchemaNode): boolean {
  return [type].flat().includes('integer') && exclusiveMaximum === undefined;
}

function requiredKeys(node: SchemaNode, to: Shape, grouping: boolean): readonly string[] {
  if (to.required === 'none') return [];
  const keys = new Set(node.required);
  if (grouping && to.required === 'complete') {
    for (const [name, child] of Object.entries(node.properties ?? {})) if (hasDefault(child)) keys.add(name);
  }
  return [...keys].sort();
}

function describe(node: SchemaNode): string | undefined {
  const moved = node['x-moved-to'];
  if (moved === undefined) return node.description;
  return [node.description, `Moved to ${moved}.`].filter(Boolean).join(' ');
}

function defined(node: Readonly<Record<string, unknown>>): SchemaNode {
  return Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined));
}

/** The same schema without `x-definition`, the one mark that `shape` leaves. */
export function withoutMarks<T>(schema: T): T {
  return JSON.parse(
    JSON.stringify(schema, (key, value: unknown) => (key === 'x-definition' ? undefined : value)),
  );
}
