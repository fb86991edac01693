import { isObject } from '../../schema/index.ts';
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
const ALTERNATIVES = ['oneOf', 'anyOf', 'allOf'];
/** Keywords that say something about the shape of a value. */
const SHAPING = ['type', 'properties', 'additionalProperties', 'items', ...ALTERNATIVES, 'enum', 'const'];

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

/** Where a path leaves a schema: its first unknown name, and the names that stand there. */
export interface Unknown {
  readonly index: number;
  readonly names: readonly string[];
}

/** What a schema says of paths. */
interface Places {
  /** Where a path leaves the schema, undefined if it fits. */
  readonly unknown: (path: Path) => Unknown | undefined;
  /** Whether a number can stand there, or in a list there, that Go's text of it would not show as it was written. */
  readonly number: (path: Path) => boolean;
}

/** A function for each question about the paths of a schema. Each step of all paths is taken once. */
export function placesIn(schema: object): Places {
  const reached = new Map<string, readonly SchemaNode[]>();
  const variantsAt = (path: Path): readonly SchemaNode[] => {
    const name = path.at(-1);
    if (name === undefined) return variantsOf(asNode(schema), schema);
    const key = path.join('\n');
    const before = reached.get(key);
    if (before !== undefined) return before;
    const nodes = variantsAt(path.slice(0, -1)).flatMap((variant) => step(variant, name));
    const variants = nodes.flatMap((node) => variantsOf(node, schema));
    reached.set(key, variants);
    return variants;
  };
  const number = (path: Path): boolean =>
    variantsAt(path).some(
      (variant) => isLargeNumber(variant) || (hasType(variant, 'array') && number([...path, '*'])),
    );
  const unknown = (path: Path) => {
    if (variantsAt(path).length > 0) return undefined;
    const index = path.findIndex((_, length) => variantsAt(path.slice(0, length + 1)).length === 0);
    const names = variantsAt(path.slice(0, index)).flatMap(({ properties }) =>
      Object.keys(asNode(properties)),
    );
    return { index, names };
  };
  return { unknown, number };
}

/** Go writes whole numbers below a million as they are. */
const PLAIN = 999_999;

function isLargeNumber(node: SchemaNode): boolean {
  if (isUnlimited(node) || hasType(node, 'number')) return true;
  const { minimum, maximum } = node;
  const isSmall =
    typeof minimum === 'number' && minimum >= -PLAIN && typeof maximum === 'number' && maximum <= PLAIN;
  return hasType(node, 'integer') && !isSmall;
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
  if (isObject(additional)) named.push(additional);
  return named;
}

function childrenOf(node: SchemaNode): readonly (readonly [string, SchemaNode])[] {
  const named = Object.entries(asNode(node.properties)).map(
    ([name, child]) => [name, asNode(child)] as const,
  );
  const any = [node.additionalProperties, node.items]
    .flat()
    .filter(isObject)
    .map((child) => ['*', child] as const);
  return [...named, ...any];
}

/** The node itself and every alternative that `oneOf`, `anyOf` or `allOf` offers. */
function variantsOf(node: SchemaNode, root: object, seen: readonly SchemaNode[] = []): readonly SchemaNode[] {
  const target = dereference(node, root);
  if (seen.includes(target)) return [];
  if (!ALTERNATIVES.some((keyword) => keyword in target)) return [target];
  const alternatives = ALTERNATIVES.flatMap((keyword) => [target[keyword] ?? []].flat());
  return [
    target,
    ...alternatives.filter(isObject).flatMap((child) => variantsOf(child, root, [...seen, target])),
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
  return SHAPING.every((keyword) => node[keyword] === undefined);
}

function dereference(node: SchemaNode, root: object): SchemaNode {
  const reference = node.$ref;
  if (typeof reference !== 'string') return node;
  const names = reference.replace(/^#\/?/, '').split('/').filter(Boolean);
  const target = names.reduce<unknown>(
    (current, name) => asNode(current)[name.replaceAll('~1', '/').replaceAll('~0', '~')],
    root,
  );
  return isObject(target) && target !== node ? dereference(target, root) : ANYTHING;
}

function hasType(node: SchemaNode, type: string): boolean {
  return node.type === type || (Array.isArray(node.type) && node.type.includes(type));
}

function isSecret(node: SchemaNode): boolean {
  return Boolean(node['x-secret']);
}

function asNode(value: unknown): SchemaNode {
  return isObject(value) ? value : ANYTHING;
}

/** A path as a template would write it, with the `*` of elements. */
export function formatPath(path: Path): string {
  return `.Values.${path.join('.')}`;
}
