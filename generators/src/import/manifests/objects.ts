import { grouped } from '../../grouped.ts';
import { textOf } from '../compose/merge.ts';
import { type Fields, fieldOf, inputError, type Place, type Tree } from '../compose/tree.ts';

/** An object of Kubernetes as it stands in a file. */
export interface KubeObject {
  readonly kind: string;
  readonly apiVersion: string;
  readonly name: string;
  /** Empty where it says none. */
  readonly namespace: string;
  /** What the report calls it: `Deployment/web`, with its namespace where two have that name. */
  readonly id: string;
  readonly tree: Fields;
  readonly at: Place;
  /** Where the same object stands once more. */
  readonly again?: readonly Place[];
}

/** A field without fields of its own: a scalar, a list of scalars, or something empty. */
export interface Entry {
  readonly keys: readonly string[];
  readonly at: Place;
}

/**
 * The objects of documents, those of lists too; what stands there several times is one.
 *
 * Errors: what is no object, and another object of the same kind, name and namespace.
 */
export function objectsOf(documents: readonly Tree[]): readonly KubeObject[] {
  const objects = [
    ...grouped(
      documents.flatMap(itemsOf).map(objectOf),
      ({ kind, namespace, name }) => `${kind} ${namespace} ${name}`,
    ).values(),
  ];
  const found = objects.flatMap(([first, ...others]) =>
    first ? [{ ...first, ...copiesOf(first, others) }] : [],
  );
  const count = grouped(found, ({ id }) => id);
  return found.map((one) =>
    (count.get(one.id)?.length ?? 0) > 1 ? { ...one, id: `${one.id} of ${one.namespace || 'default'}` } : one,
  );
}

/** The places of copies of an object. */
function copiesOf(first: KubeObject, others: readonly KubeObject[]): Pick<KubeObject, 'again'> {
  const text = JSON.stringify(plainValue(first.tree));
  const other = others.find(({ tree }) => JSON.stringify(plainValue(tree)) !== text);
  if (other)
    throw inputError(
      `there is a second ${other.kind} ${other.name}, which differs from the first at ${first.at}`,
      other.at,
      'Give files that belong together.',
    );
  return others.length > 0 ? { again: others.map(({ at }) => at) } : {};
}

function itemsOf(document: Tree): readonly Tree[] {
  const items = fieldOf(document, ['items']);
  const isList = textOf(fieldOf(document, ['kind']))?.endsWith('List') && items?.kind === 'list';
  return isList ? items.items.flatMap(itemsOf) : [document];
}

function objectOf(tree: Tree): KubeObject {
  const kind = textOf(fieldOf(tree, ['kind']));
  const apiVersion = textOf(fieldOf(tree, ['apiVersion']));
  const name = textOf(fieldOf(tree, ['metadata', 'name']));
  const lacking = kind === undefined || apiVersion === undefined ? 'kind or apiVersion' : 'metadata.name';
  if (tree.kind !== 'fields' || kind === undefined || apiVersion === undefined || name === undefined)
    throw inputError(
      `it is no object of Kubernetes: it has no ${lacking}`,
      tree.at,
      'Give files of manifests, without values of charts and the like.',
    );
  const namespace = textOf(fieldOf(tree, ['metadata', 'namespace'])) ?? '';
  return { kind, apiVersion, name, namespace, id: `${kind}/${name}`, tree, at: tree.at };
}

/** Every field of an object, in the order of the file. */
export function entriesOf({ tree }: KubeObject): readonly Entry[] {
  return within([], tree);
}

function within(keys: readonly string[], tree: Tree): readonly Entry[] {
  if (tree.kind === 'fields' && tree.fields.size > 0)
    return [...tree.fields].flatMap(([name, field]) => within([...keys, name], field));
  if (tree.kind === 'list' && tree.items.some(({ kind }) => kind !== 'leaf'))
    return tree.items.flatMap((item, index) => within([...keys, String(index)], item));
  return [{ keys, at: tree.at }];
}

/** What stands at a path below a tree, items of lists by their number. */
export function treeAt(tree: Tree | undefined, ...keys: readonly string[]): Tree | undefined {
  const [first, ...rest] = keys;
  if (first === undefined || tree === undefined) return tree;
  if (tree.kind === 'leaf') return undefined;
  return treeAt(tree.kind === 'fields' ? tree.fields.get(first) : tree.items[Number(first)], ...rest);
}

/** The text there; empty for none. */
export function textAt(tree: Tree | undefined, ...keys: readonly string[]): string {
  return textOf(treeAt(tree, ...keys)) ?? '';
}

/** The items of the list there; none without it. */
export function listAt(tree: Tree | undefined, ...keys: readonly string[]): readonly Tree[] {
  const found = treeAt(tree, ...keys);
  return found?.kind === 'list' ? found.items : [];
}

/** The fields of the mapping there; none without it. */
export function fieldsAt(tree: Tree | undefined, ...keys: readonly string[]): ReadonlyMap<string, Tree> {
  const found = treeAt(tree, ...keys);
  return found?.kind === 'fields' ? found.fields : new Map();
}

/** Its values as YAML reads them. */
export function plainValue(tree: Tree | undefined): unknown {
  if (tree === undefined) return undefined;
  if (tree.kind === 'leaf') return tree.value ?? tree.text;
  if (tree.kind === 'list') return tree.items.map(plainValue);
  return Object.fromEntries([...tree.fields].map(([name, field]) => [name, plainValue(field)]));
}

/** Its values with every scalar as text: labels, annotations, data. */
export function textsAt(tree: Tree | undefined, ...keys: readonly string[]): Record<string, string> {
  return Object.fromEntries([...fieldsAt(tree, ...keys)].map(([name, one]) => [name, textOf(one) ?? '']));
}
