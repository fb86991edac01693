import { ChartwrightError, throwAll } from '../errors.ts';
import { canonical, isGroup } from './node.ts';
import { resolveReferences } from './resolve.ts';
import type { SchemaLibrary, SchemaNode, SchemaSource } from './types.ts';

/** A schema and where its properties go. */
export interface PlacedSource {
  readonly source: SchemaSource;
  /** Key, or keys joined by dots, of the block that takes the properties, for example a workload; default the root. */
  readonly at?: string;
  /** Describes the block; that of the first source at the same place holds. */
  readonly description?: string;
}

/**
 * The schema of a chart's values: the properties of all sources side by side, references resolved.
 * Two sources may share an object only when their properties in it are disjoint and they agree on everything else
 * that validates; descriptions and other remarks are then those of the first one.
 *
 * Errors: `schema/collision`, one for each key that two sources claim.
 */
export function compose(sources: readonly PlacedSource[], library: SchemaLibrary): SchemaNode {
  const owners = new Map<string, string>();
  const errors: ChartwrightError[] = [];
  let root: SchemaNode = { type: 'object', properties: {} };
  for (const { source, at, description } of sources) {
    const path = at?.split('.') ?? [];
    const { properties = {}, required } = resolveReferences(source, library);
    const block: SchemaNode = {
      ...(description !== undefined && { description }),
      type: 'object',
      properties,
      ...(required && { required }),
    };
    root = join(root, wrap(block, path), [], { owners, file: source.file, errors });
    claim(properties, path, source.file, owners);
  }
  for (const { at, source } of sources) {
    const owner = at === undefined ? undefined : owners.get(at);
    if (at !== undefined && owner !== undefined) errors.push(collision(at, owner, source.file));
  }
  throwAll(errors);
  return describeBlocks(root, []);
}

interface Joining {
  /** The file that declared each path so far; blocks made for `at` have none. */
  readonly owners: ReadonlyMap<string, string>;
  readonly file: string;
  readonly errors: ChartwrightError[];
}

function wrap(block: SchemaNode, path: readonly string[]): SchemaNode {
  const [first, ...rest] = path;
  if (first === undefined) return block;
  return { type: 'object', properties: { [first]: wrap(block, rest) } };
}

function join(ours: SchemaNode, theirs: SchemaNode, path: readonly string[], joining: Joining): SchemaNode {
  const properties: Record<string, SchemaNode> = { ...ours.properties };
  for (const [name, child] of Object.entries(theirs.properties ?? {})) {
    const inner = [...path, name];
    const known = properties[name];
    if (known === undefined) properties[name] = child;
    else if (joinable(known, child)) properties[name] = join(known, child, inner, joining);
    else {
      const key = inner.join('.');
      joining.errors.push(collision(key, joining.owners.get(key), joining.file));
    }
  }
  const required = [...new Set([...(ours.required ?? []), ...(theirs.required ?? [])])].sort();
  return { ...theirs, ...ours, properties, ...(required.length > 0 && { required }) };
}

/** Objects that only hold others, and whose other rules are equal or left to one of them. */
function joinable(ours: SchemaNode, theirs: SchemaNode): boolean {
  if (!isGroup(ours) || !isGroup(theirs)) return false;
  const [left, right] = [rules(ours), rules(theirs)];
  return left === '{}' || right === '{}' || left === right;
}

/** Constraints of a node on a value, apart from being an object with certain properties. */
function rules(node: SchemaNode): string {
  const { type: _, properties: __, required: ___, description: ____, ...rest } = node;
  return canonical(Object.fromEntries(Object.entries(rest).filter(([keyword]) => !keyword.startsWith('x-'))));
}

function claim(
  properties: Readonly<Record<string, SchemaNode>>,
  path: readonly string[],
  file: string,
  owners: Map<string, string>,
): void {
  for (const [name, node] of Object.entries(properties)) {
    const inner = [...path, name];
    const key = inner.join('.');
    if (!owners.has(key)) owners.set(key, file);
    claim(node.properties ?? {}, inner, file, owners);
  }
}

function describeBlocks(node: SchemaNode, path: readonly string[]): SchemaNode {
  if (!node.properties) return node;
  const children = Object.entries(node.properties);
  const properties = children.map(([name, child]) => [name, describeBlocks(child, [...path, name])] as const);
  const changed = properties.some(([, child], index) => child !== children[index]?.[1]);
  const described = changed ? { ...node, properties: Object.fromEntries(properties) } : node;
  if (path.length === 0 || node.description !== undefined) return described;
  return { description: `Values of ${path.join('.')}.`, ...described };
}

function collision(key: string, owner: string | undefined, file: string): ChartwrightError {
  const other = owner === undefined || owner === file ? 'declared twice' : `also declared by ${owner}`;
  return new ChartwrightError(
    'schema/collision',
    `the key ${key} is ${other}`,
    file,
    'Rename one of them, or move what both need into one schema.',
  );
}
