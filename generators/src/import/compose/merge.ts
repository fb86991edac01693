import { type Fields, inputError, type Leaf, type Tree } from './tree.ts';

/** Keys of a service that are a mapping, or a list of `NAME=value`. */
const MAPPINGS = ['environment', 'labels', 'annotations', 'sysctls', 'extra_hosts', 'driver_opts'];
/** Keys of a service whose list of names stands for a mapping. */
const NAMED = ['depends_on', 'networks'];
/** Keys of which the last file has the word. */
const REPLACED = ['command', 'entrypoint', 'test'];
/** Lists whose entries have a target: a later one of the same target replaces it. */
const TARGETED = ['volumes', 'secrets', 'configs'];

/** A service in the long form of the keys that have one, so that files can be merged. */
export function canonical(service: Fields): Fields {
  const fields = [...service.fields].map(([key, tree]): [string, Tree] => {
    if (MAPPINGS.includes(key)) return [key, mapping(tree, key)];
    if (NAMED.includes(key)) return [key, named(tree)];
    if (key === 'build') return [key, build(tree)];
    if (key === 'extends' && tree.kind === 'leaf') return [key, single('service', tree)];
    if (['env_file', 'tmpfs', 'dns', 'dns_search'].includes(key) && tree.kind === 'leaf')
      return [key, { ...tree, kind: 'list', items: [tree] }];
    return [key, tree];
  });
  return { ...service, fields: new Map(fields) };
}

function build(tree: Tree): Tree {
  if (tree.kind === 'leaf') return single('context', tree);
  if (tree.kind === 'list') return tree;
  const args = tree.fields.get('args');
  return args ? { ...tree, fields: new Map([...tree.fields, ['args', mapping(args)]]) } : tree;
}

const single = (key: string, leaf: Leaf): Tree => ({
  kind: 'fields',
  at: leaf.at,
  comment: leaf.comment,
  fields: new Map([[key, leaf]]),
});

function mapping(tree: Tree, key = ''): Tree {
  if (tree.kind !== 'list') return tree;
  const fields = tree.items.map((item): [string, Tree] => {
    if (item.kind !== 'leaf' || item.text === null)
      throw inputError('an entry is no NAME=value', item.at, 'Write NAME=value, or a mapping.');
    const separator = item.text.includes('=') ? '=' : key === 'extra_hosts' ? ':' : '=';
    const cut = item.text.indexOf(separator);
    return cut === -1
      ? [item.text, { ...item, text: null }]
      : [item.text.slice(0, cut), { ...item, text: item.text.slice(cut + 1) }];
  });
  return { ...tree, kind: 'fields', fields: new Map(fields) };
}

function named(tree: Tree): Tree {
  if (tree.kind !== 'list') return tree;
  const fields = tree.items.map((item): [string, Tree] => [
    item.kind === 'leaf' ? (item.text ?? '') : '',
    { kind: 'leaf', text: null, at: item.at, comment: item.comment },
  ]);
  return { ...tree, kind: 'fields', fields: new Map(fields) };
}

/**
 * What two files say together; the second comes later.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/13-merge.md
 */
export function merged(first: Tree | undefined, second: Tree, key = ''): Tree | undefined {
  if (second.mark === 'reset') return undefined;
  if (first === undefined || second.mark === 'override' || REPLACED.includes(key)) return second;
  if (first.kind === 'fields' && second.kind === 'fields') {
    const fields = new Map(first.fields);
    for (const [name, tree] of second.fields) {
      const both = merged(fields.get(name), tree, name);
      if (both === undefined) fields.delete(name);
      else fields.set(name, both);
    }
    return { ...second, comment: second.comment || first.comment, fields };
  }
  if (first.kind !== 'list' || second.kind !== 'list') {
    if (second.kind === 'leaf' && second.text === null && first.kind !== 'leaf') return first;
    return second;
  }
  const targets = new Set(second.items.map((item) => identity(item, key)));
  const kept = first.items.filter((item) => !targets.has(identity(item, key)));
  return { ...second, items: [...kept, ...second.items] };
}

/** What makes two entries of a list the same: their target, or all of them. */
function identity(item: Tree, key: string): string {
  if (TARGETED.includes(key)) {
    const target = item.kind === 'fields' ? textOf(item.fields.get('target')) : undefined;
    if (target !== undefined) return target;
    if (item.kind === 'leaf') return shortTarget(item.text ?? '');
  }
  return JSON.stringify(bare(item));
}

/** `source:target[:mode]` → target; braces of variables may hold colons. */
function shortTarget(text: string): string {
  const parts = text.replace(/\$\{[^}]*\}/g, (variable) => variable.replaceAll(':', '\0')).split(':');
  return (parts.length === 1 ? parts[0] : parts[1])?.replaceAll('\0', ':') ?? '';
}

/** The text of a leaf; undefined for anything else. */
export function textOf(tree: Tree | undefined): string | undefined {
  return tree?.kind === 'leaf' ? (tree.text ?? undefined) : undefined;
}

/** Its values alone. */
export function bare(tree: Tree): unknown {
  if (tree.kind === 'leaf') return tree.text;
  if (tree.kind === 'list') return tree.items.map(bare);
  return Object.fromEntries([...tree.fields].map(([name, field]) => [name, bare(field)]));
}
