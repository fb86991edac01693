import { join } from 'node:path';
import type { Fields, Tree } from './tree.ts';

/** The services, configs and secrets of a file in another folder, with their paths as seen from the project's folder. */
export function rebased(top: Fields, folder: string): Fields {
  if (folder === '') return top;
  const path = (tree: Tree): Tree =>
    tree.kind === 'leaf' && tree.text !== null ? { ...tree, text: below(folder, tree.text) } : tree;
  const inList = (tree: Tree): Tree =>
    tree.kind === 'list'
      ? {
          ...tree,
          items: tree.items.map((item) => (item.kind === 'fields' ? at(item, 'path', path) : path(item))),
        }
      : tree;
  const volume = (tree: Tree): Tree => {
    if (tree.kind === 'fields')
      return at(tree, 'source', (source) => (isPath(source) ? path(source) : source));
    return isPath(tree) ? path(tree) : tree;
  };
  const volumes = (tree: Tree): Tree =>
    tree.kind === 'list' ? { ...tree, items: tree.items.map(volume) } : tree;
  const service = (tree: Tree): Tree =>
    [
      ['build', (build: Tree) => at(build, 'context', path)],
      ['extends', (base: Tree) => at(base, 'file', path)],
      ['env_file', inList],
      ['volumes', volumes],
    ].reduce<Tree>((own, [key, change]) => at(own, key as string, change as (tree: Tree) => Tree), tree);
  const each = (tree: Tree, change: (tree: Tree) => Tree): Tree =>
    tree.kind === 'fields'
      ? { ...tree, fields: new Map([...tree.fields].map(([name, one]) => [name, change(one)])) }
      : tree;
  const file = (tree: Tree) => each(tree, (one) => at(one, 'file', path));
  const fields = [...top.fields].map(([key, tree]): [string, Tree] => {
    if (key === 'services') return [key, each(tree, service)];
    return [key, key === 'configs' || key === 'secrets' ? file(tree) : tree];
  });
  return { ...top, fields: new Map(fields) };
}

/** Whether a source of a volume is a path, not a name. */
function isPath(tree: Tree): boolean {
  return tree.kind === 'leaf' && /^\.{1,2}(\/|$|:)/.test(tree.text ?? '');
}

function below(folder: string, path: string): string {
  if (/^[/~$]|^[a-z]+:\/\/|^git@/i.test(path)) return path;
  const [first = '', ...rest] = path.split(':');
  const whole = join(folder, first);
  return [/^\.{1,2}\//.test(whole) ? whole : `./${whole}`, ...rest].join(':');
}

function at(tree: Tree, key: string, change: (tree: Tree) => Tree): Tree {
  const found = tree.kind === 'fields' ? tree.fields.get(key) : undefined;
  return tree.kind === 'fields' && found
    ? { ...tree, fields: new Map([...tree.fields, [key, change(found)]]) }
    : tree;
}
