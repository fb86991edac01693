import type { Path } from './bindings.ts';

/** An object in a JSON Schema document. */
export type SchemaNode = Readonly<Record<string, unknown>>;

/** A place in the values that has no named places below it. */
export interface Leaf {
  readonly path: Path;
  /** Whether objects or lists of a shape that the schema leaves open can stand here. */
  readonly open: boolean;
  /** Whether this node or one above it carries `x-secret`. */
  readonly secret: boolean;
}

const ANYTHING: SchemaNode = {};

/** The leaves of a schema that was asked for before. */
const known = new WeakMap<object, readonly Leaf[]>();

/** All leaves of a values schema in document order; a `$ref` into itself is followed once. */
export function leavesOf(schema: object): readonly Leaf[] {
  const before = known.get(schema);
  if (before !== undefined) return before;
  const leaves: Leaf[] = [];
  const walk = (node: SchemaNode, path: Path, secret: boolean, seen: readonly SchemaNode[]): void => {
    const target = dereference(node, schema);
    if (seen.includes(target)) return;
    const hidden = secret || isSecret(node) || isSecret(target);
    const children = childrenOf(target);
    if (children.length === 0) leaves.push({ path, open: isOpen(target, schema), secret: hidden });
    for (const [name, child] of children) walk(child, [...path, name], hidden, [...seen, target]);
  };
  walk(asNode(schema), [], false, []);
  known.set(schema, leaves);
  return leaves;
}

/** Where a path leaves the schema: its first unknown name, and the names that stand there. Undefined if it fits. */
export function firstUnknown(
  schema: object,
  path: Path,
): { readonly index: number; readonly names: readonly string[] } | undefined {
  let nodes: readonly SchemaNode[] = [asNode(schema)];
  for (const [index, name] of path.entries()) {
    const variants = nodes.flatMap((node) => variantsOf(node, schema));
    nodes = variants.flatMap((variant) => step(variant, name));
    if (nodes.length === 0) {
      const names = variants.flatMap((variant) => Object.keys(asNode(variant.properties)));
      return { index, names };
    }
  }
  return undefined;
}

function step(node: SchemaNode, name: string): readonly SchemaNode[] {
  const properties = asNode(node.properties);
  const additional = node.additionalProperties;
  const { items } = node;
  if (isUnlimited(node)) return [ANYTHING];
  if (name !== '*' && Object.hasOwn(properties, name)) return [asNode(properties[name])];
  const named = name === '*' ? Object.values(properties).map(asNode) : [];
  if (items !== undefined && name === '*') named.push(...[items].flat().map(asNode));
  if (hasType(node, 'array') && items === undefined && name === '*') named.push(ANYTHING);
  const undeclared = additional === undefined && hasType(node, 'object') && node.properties === undefined;
  if (additional === true || undeclared) named.push(ANYTHING);
  if (isNode(additional)) named.push(additional);
  return named;
}

function childrenOf(node: SchemaNode): readonly (readonly [string, SchemaNode])[] {
  const named = Object.entries(asNode(node.properties)).map(
    ([name, child]) => [name, asNode(child)] as const,
  );
  const any = [node.additionalProperties, node.items]
    .flat()
    .filter(isNode)
    .map((child) => ['*', child] as const);
  return [...named, ...any];
}

/** The node itself and every alternative that `oneOf`, `anyOf` or `allOf` offers. */
function variantsOf(node: SchemaNode, root: object, seen: readonly SchemaNode[] = []): readonly SchemaNode[] {
  const target = dereference(node, root);
  if (seen.includes(target)) return [];
  const alternatives = ['oneOf', 'anyOf', 'allOf'].flatMap((keyword) => [target[keyword] ?? []].flat());
  return [
    target,
    ...alternatives.filter(isNode).flatMap((child) => variantsOf(child, root, [...seen, target])),
  ];
}

function isOpen(node: SchemaNode, root: object): boolean {
  return variantsOf(node, root).some(
    (variant) =>
      isUnlimited(variant) ||
      hasType(variant, 'array') ||
      (hasType(variant, 'object') &&
        (variant.additionalProperties !== false || childrenOf(variant).length > 0)),
  );
}

/** Whether the node says nothing about the shape of what stands there. */
function isUnlimited(node: SchemaNode): boolean {
  const shaping = [
    'type',
    'properties',
    'additionalProperties',
    'items',
    'oneOf',
    'anyOf',
    'allOf',
    'enum',
    'const',
  ];
  return shaping.every((keyword) => node[keyword] === undefined);
}

function dereference(node: SchemaNode, root: object): SchemaNode {
  const reference = node.$ref;
  if (typeof reference !== 'string') return node;
  const names = reference.replace(/^#\/?/, '').split('/').filter(Boolean);
  const target = names.reduce<unknown>(
    (current, name) => asNode(current)[name.replaceAll('~1', '/').replaceAll('~0', '~')],
    root,
  );
  return isNode(target) && target !== node ? dereference(target, root) : ANYTHING;
}

function hasType(node: SchemaNode, type: string): boolean {
  return [node.type].flat().includes(type);
}

function isSecret(node: SchemaNode): boolean {
  return Boolean(node['x-secret']);
}

function isNode(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asNode(value: unknown): SchemaNode {
  return isNode(value) ? value : ANYTHING;
}
