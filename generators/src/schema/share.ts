import { canonical } from './node.ts';
import type { SchemaNode, SchemaProperties } from './types.ts';

/** Below this many bytes a reference saves nothing worth the reader's jump. */
const WORTH_SHARING = 44;

/**
 * Moves subschemas of more than 44 bytes that occur twice or more into definitions. A definition is named after
 * the shared definition it came from, else after the first key that uses it.
 */
export function shareRepeated(schema: SchemaNode): { schema: SchemaNode; definitions: SchemaProperties } {
  const texts = new Map<SchemaNode, string>();
  const text = (node: SchemaNode): string => {
    const known = texts.get(node) ?? canonical(node, 'x-definition');
    texts.set(node, known);
    return known;
  };

  const uses = new Map<string, number>();
  const count = (node: SchemaNode): void => {
    const times = (uses.get(text(node)) ?? 0) + 1;
    uses.set(text(node), times);
    // The inside of a repeated node will stand once, in its definition.
    if (times > 1 && isWorthSharing(text(node))) return;
    mapChildren(node, '', (child) => {
      count(child);
      return child;
    });
  };
  count(schema);

  const names = new Map<string, string>();
  const definitions: Record<string, SchemaNode> = {};
  const replace = (node: SchemaNode, key: string): SchemaNode => {
    const id = text(node);
    if (!isWorthSharing(id) || (uses.get(id) ?? 0) < 2) return mapChildren(node, key, replace);
    let name = names.get(id);
    if (name === undefined) {
      name = freeName(node['x-definition'] ?? key, new Set(names.values()));
      names.set(id, name);
      definitions[name] = mapChildren(node, key, replace);
    }
    return { $ref: `#/definitions/${name}` };
  };
  const replaced = mapChildren(schema, '', replace);
  const sorted = Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1));
  return { schema: replaced, definitions: Object.fromEntries(sorted) };
}

/** What admits any key somewhere stays where it is: two of them, as the values of two members, are alike by chance. */
function isWorthSharing(text: string): boolean {
  return text.length > WORTH_SHARING && !text.includes('"additionalProperties":true');
}

function mapChildren(
  node: SchemaNode,
  key: string,
  change: (child: SchemaNode, key: string) => SchemaNode,
): SchemaNode {
  const { properties, items, additionalProperties, oneOf } = node;
  const each = (children: SchemaProperties) =>
    Object.fromEntries(Object.entries(children).map(([name, child]) => [name, change(child, name)]));
  // Spread over the node, so that its keywords keep their places.
  return {
    ...node,
    ...(items && { items: change(items, `${key}Entry`) }),
    ...(properties && { properties: each(properties) }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: change(additionalProperties, `${key}Entry`),
    }),
    ...(oneOf && { oneOf: oneOf.map((branch) => change(branch, key)) }),
  };
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}${number}`;
  return name;
}
