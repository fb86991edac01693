import { canonical } from './node.ts';
import type { SchemaNode, SchemaProperties } from './types.ts';

/** Identity shared by equal nodes. */
export interface Identity {
  /** Bytes of its JSON. */
  readonly size: number;
  /** Whether it admits any key somewhere. */
  readonly open: boolean;
  readonly children: readonly Identity[];
}

/**
 * A function that gives equal nodes one identity. The text of a node names its children by their numbers, so that none
 * is written twice, however deep.
 *
 * @param ignored keywords that make no difference.
 */
export function identities(ignored: readonly string[]): (node: SchemaNode) => Identity {
  const seen = new WeakMap<SchemaNode, Identity>();
  const known = new Map<string, Identity>();
  const numbers = new Map<Identity, number>();
  const reference = (identity: Identity): SchemaNode => ({ $ref: String(numbers.get(identity)) });
  const identityOf = (node: SchemaNode): Identity => {
    const before = seen.get(node);
    if (before) return before;
    const children: Identity[] = [];
    const numbered = mapChildren(node, '', (child) => {
      const identity = identityOf(child);
      children.push(identity);
      return reference(identity);
    });
    const text = canonical(
      Object.fromEntries(Object.entries(numbered).filter(([keyword]) => !ignored.includes(keyword))),
    );
    const identity = known.get(text) ?? {
      size: children.reduce(
        (sum, child) => sum + child.size - JSON.stringify(reference(child)).length,
        text.length,
      ),
      open: node.additionalProperties === true || children.some(({ open }) => open),
      children,
    };
    known.set(text, identity);
    seen.set(node, identity);
    if (!numbers.has(identity)) numbers.set(identity, numbers.size);
    return identity;
  };
  return identityOf;
}

/** The node with other children; `key` is that of the node, the change is told that of the child. */
export function mapChildren(
  node: SchemaNode,
  key: string,
  change: (child: SchemaNode, key: string) => SchemaNode,
): SchemaNode {
  const { properties, propertyNames, items, additionalProperties, oneOf } = node;
  const each = (children: SchemaProperties) =>
    Object.fromEntries(Object.entries(children).map(([name, child]) => [name, change(child, name)]));
  // Spread over the node, so that its keywords keep their places.
  return {
    ...node,
    ...(items && { items: change(items, `${key}Entry`) }),
    ...(properties && { properties: each(properties) }),
    ...(propertyNames && { propertyNames: change(propertyNames, `${key}Key`) }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: change(additionalProperties, `${key}Entry`),
    }),
    ...(oneOf && { oneOf: oneOf.map((branch) => change(branch, key)) }),
  };
}
