import { Document, isCollection, visit, type YAMLMap, type YAMLSeq } from 'yaml';
import { isObject } from '../schema/index.ts';

/** Parts of objects by their keys; items of lists that have names stand under them. */
type Tree = Readonly<Record<string, unknown>>;

/** What differs between two sets of objects, printed as YAML. */
export class Changes {
  readonly tree: Tree;

  constructor(tree: Tree) {
    this.tree = tree;
  }

  /** `Kind/name` of the objects that differ. */
  get names(): readonly string[] {
    return Object.keys(this.tree);
  }

  /** The changes of some objects, which must be among those that differ. */
  only(...names: readonly string[]): Changes {
    const missing = names.find((name) => !(name in this.tree));
    if (missing !== undefined)
      throw new Error(`nothing changes ${missing}; it is about ${this.names.join(', ')}`);
    return new Changes(Object.fromEntries(names.map((name) => [name, this.tree[name]])));
  }

  toString(): string {
    return Object.keys(this.tree).length === 0 ? 'nothing' : printed(this.tree);
  }
}

/**
 * What the second set of objects has that the first has not, by `Kind/name`.
 *
 * - An object or key that only the second has stands there whole, without the labels that all objects of a chart have;
 *   one that only the first has is `removed`.
 * - Items of a list are told apart by their names, or by their places where their number stays; else they are `added`
 *   and `removed`, and so are the lines of a long text.
 * - Labels that select the pods of a workload are `pods of NAME`; a hash is `(hash)`; a text of many lines is `(text)`.
 */
export function changesBetween(before: readonly object[], after: readonly object[]): Changes {
  return new Changes(treeDifference(byIdentity(before), byIdentity(after)));
}

function byIdentity(objects: readonly object[]): Tree {
  return Object.fromEntries(
    objects.map((object) => {
      const { kind, metadata, ...rest } = object as Tree & { kind: string; metadata: Tree };
      const { name, namespace, ...more } = metadata;
      const place = namespace === undefined ? '' : `${namespace}:`;
      const content = readable({ ...rest, metadata: more });
      return [`${kind}/${place}${String(name).replace(HASHED, '-(hash)')}`, content];
    }),
  );
}

const COMMON =
  /^(app\.kubernetes\.io\/(name|instance|component|version|managed-by|part-of)|helm\.sh\/chart)$/;
const HASH = /^[0-9a-f]{64}$/;
const HASHED = /-[0-9a-f]{8}$/;
const PODS = ['app.kubernetes.io/component', 'app.kubernetes.io/instance', 'app.kubernetes.io/name', 'track'];
const LONG = 8;

/** The same with what is alike everywhere, or no person would write, said in a word. */
function readable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readable);
  if (!isObject(value)) return value;
  const keys = Object.keys(value).filter((key) => key !== 'track');
  if (keys.length === 3 && keys.every((key) => PODS.includes(key))) {
    const { 'app.kubernetes.io/component': workload, 'app.kubernetes.io/name': chart, track } = value;
    const of = chart === 'web' ? workload : `${workload} of ${chart}`;
    return `pods of ${of}${track === undefined ? '' : `, track ${track}`}`;
  }
  const { metadata, ...rest } = value;
  const entries = Object.entries(rest).map(([key, child]) => [key, readable(child)]);
  return { ...Object.fromEntries(entries), ...(isObject(metadata) && ownMetadata(metadata)) };
}

/** Metadata without what all objects of a chart have; nothing where that was all. */
function ownMetadata({ labels, ...rest }: Tree): Tree {
  const own = Object.entries(isObject(labels) ? labels : {}).filter(([key]) => !COMMON.test(key));
  const metadata = { ...rest, ...(own.length > 0 && { labels: Object.fromEntries(own) }) };
  return Object.keys(metadata).length > 0 ? { metadata: readable(metadata) } : {};
}

function treeDifference(before: Tree, after: Tree): Tree {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(
    keys.flatMap((key) => {
      if (!(key in after)) return [[key, 'removed']];
      if (!(key in before)) return [[key, shortened(after[key])]];
      const changed = difference(before[key], after[key]);
      return changed === undefined ? [] : [[key, changed]];
    }),
  );
}

/** What the second value has that the first has not; undefined where they are equal. */
function difference(before: unknown, after: unknown): unknown {
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined;
  if (isObject(before) && isObject(after)) return filled(treeDifference(before, after));
  if (Array.isArray(before) && Array.isArray(after)) {
    const [left, right] = [byName(before), byName(after)];
    if (left && right) return filled(treeDifference(left, right));
    const stays = before.length === after.length && [...before, ...after].every(isObject);
    return stays ? filled(treeDifference({ ...before }, { ...after })) : itemDifference(before, after);
  }
  if (isLong(before) && isLong(after)) return itemDifference(before.split('\n'), after.split('\n'));
  return shortened(after);
}

function filled(tree: Tree): Tree | undefined {
  return Object.keys(tree).length > 0 ? tree : undefined;
}

function itemDifference(before: readonly unknown[], after: readonly unknown[]): unknown {
  const without = (all: readonly unknown[], others: readonly unknown[]) => {
    const known = others.map((other) => JSON.stringify(other));
    return all.filter((item) => !known.includes(JSON.stringify(item))).map(shortened);
  };
  const [added, removed] = [without(after, before), without(before, after)];
  return { ...(added.length > 0 && { added }), ...(removed.length > 0 && { removed }) };
}

/** The items of a list by what names them; undefined where something does not. */
function byName(list: readonly unknown[]): Tree | undefined {
  const named = list.map((item): [unknown, unknown] => {
    if (!isObject(item)) return [undefined, item];
    const { mountPath, name, ...rest } = item;
    return mountPath === undefined ? [name, rest] : [mountPath, { name, ...rest }];
  });
  const names = named.map(([name]) => name);
  const told = names.every((name) => typeof name === 'string') && new Set(names).size === names.length;
  return told ? Object.fromEntries(named) : undefined;
}

function shortened(value: unknown): unknown {
  if (isLong(value)) return '(text)';
  if (typeof value === 'string' && HASH.test(value)) return '(hash)';
  if (Array.isArray(value)) return value.map(shortened);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, shortened(child)]));
}

function isLong(value: unknown): value is string {
  return typeof value === 'string' && value.split('\n').length > LONG;
}

/** YAML in which a chain of single keys is one line, and so is what fits into one. */
function printed(tree: Tree): string {
  const document = new Document(chained(tree));
  visit(document, {
    Collection(_, node, path) {
      const parent = path.at(-1);
      const width = 90 - 2 * path.filter(isCollection).length;
      if (parent !== document && fits(node, width)) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true }).trimEnd();
}

function fits(node: YAMLMap | YAMLSeq, width: number): boolean {
  const text = JSON.stringify(node.toJSON());
  return !text.includes('\\n') && text.length <= width;
}

function chained(value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([first, child]) => {
      let [key, inner]: readonly [string, unknown] = [first, child];
      for (
        let only = onlyEntry(inner);
        only && PLAIN.test(first) && PLAIN.test(only[0]);
        only = onlyEntry(inner)
      )
        [key, inner] = [`${key}.${only[0]}`, only[1]];
      return [key, chained(inner)];
    }),
  );
}

const PLAIN = /^[\w-]+$/;

function onlyEntry(value: unknown): [string, unknown] | undefined {
  const entries = isObject(value) ? Object.entries(value) : [];
  return entries.length === 1 ? entries[0] : undefined;
}
