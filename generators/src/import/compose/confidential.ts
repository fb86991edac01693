import { type Segments, segmentsOf } from './interpolate.ts';
import { textOf } from './merge.ts';
import { isSecret } from './secret-names.ts';
import type { Fields, Tree } from './tree.ts';

/** Variables that say who, where or what, also where a password is the same. */
const OPEN = /USER|NAME|HOST|PORT|DATABASE|_DB$|URL|URI|MODE|TYPE|EMAIL|LEVEL/i;

/**
 * Variables of the input that a confidential variable of a container is made of alone, `DB_PASSWORD: ${PW}`, under that name
 * everywhere: then every text with them is seen to have a secret.
 *
 * @param environment takes their values under the new names
 */
export function withToldNames(top: Fields, environment: Map<string, string>): Fields {
  const services = top.fields.get('services');
  const names = new Map<string, string>();
  for (const service of services?.kind === 'fields' ? services.fields.values() : []) {
    const variables = service.kind === 'fields' ? service.fields.get('environment') : undefined;
    for (const [name, tree] of variables?.kind === 'fields' ? variables.fields : []) {
      const variable = wholeVariable(segmentsOf(textOf(tree) ?? ''));
      if (variable === undefined || names.has(variable) || OPEN.test(variable)) continue;
      const value = environment.get(variable) ?? '';
      const isFree = !environment.has(name) || environment.get(name) === value;
      const isUsed = [...names.values()].includes(name);
      if (/^\w+$/.test(name) && isFree && !isUsed && isSecret(name, value) && !isSecret(variable, ''))
        names.set(variable, name);
    }
  }
  for (const [variable, name] of names) {
    const value = environment.get(variable);
    if (value !== undefined) environment.set(name, value);
  }
  return names.size === 0 ? top : (renamed(top, names) as Fields);
}

/** The variable that a text is, without other words. */
export function wholeVariable(segments: Segments | undefined): string | undefined {
  const [only, ...others] = segments ?? [];
  return typeof only === 'object' && others.length === 0 && !only.operator.endsWith('+')
    ? only.name
    : undefined;
}

function renamed(tree: Tree, names: ReadonlyMap<string, string>): Tree {
  if (tree.kind === 'list') return { ...tree, items: tree.items.map((item) => renamed(item, names)) };
  if (tree.kind === 'fields')
    return { ...tree, fields: new Map([...tree.fields].map(([key, one]) => [key, renamed(one, names)])) };
  if (!tree.text?.includes('$')) return tree;
  const text = tree.text.replace(/\$\$|\$(\{?)([A-Za-z_]\w*)/g, (all, brace: string, name: string) =>
    names.has(name) ? `$${brace}${names.get(name)}` : all,
  );
  return { ...tree, text };
}
