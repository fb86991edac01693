import type { SchemaNode } from '../schema/index.ts';

/**
 * The schemas of bundled charts, each on one line and with the same short names for definitions of the same name. Those of
 * members leave `global` to the umbrella, whose own schema and findings judge it for all, with what only that refers to.
 * By size, as they stand in the archive, every second one begins with its definitions: gzip finds again what stands at most
 * 32 kB before, a schema is longer, and so neighbours meet with the halves that they have alike.
 *
 * @param schemas text of each by its path
 */
export function leanSchemas(
  schemas: ReadonlyMap<string, string>,
  { areMembers }: { readonly areMembers: boolean },
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const halves = [...schemas].map(([path, text]): [string, Halves] => [
    path,
    halvesOf(text, areMembers, names),
  ]);
  const bySize = halves.sort(([, a], [, b]) => sizeOf(a) - sizeOf(b));
  return new Map(
    bySize.map(([path, { values, definitions }], index) => {
      const [first, second] = index % 2 === 1 ? [definitions, values] : [values, definitions];
      return [path, JSON.stringify({ ...first, ...second })];
    }),
  );
}

interface Halves {
  readonly values: SchemaNode;
  readonly definitions: SchemaNode;
}

function sizeOf({ values, definitions }: Halves): number {
  return JSON.stringify({ ...values, ...definitions }).length;
}

function halvesOf(text: string, isMember: boolean, names: Map<string, string>): Halves {
  const { definitions = {}, ...whole }: SchemaNode = JSON.parse(text);
  const values = isMember && 'global' in (whole.properties ?? {}) ? withoutGlobal(whole) : whole;
  const used = usedBy(values, definitions);
  for (const name of used) if (!names.has(name)) names.set(name, names.size.toString(36));
  const kept = Object.entries(definitions).filter(([name]) => used.has(name));
  const named = kept.map(([name, node]) => [names.get(name), renamed(node, names)]);
  return {
    values: renamed(values, names),
    definitions: kept.length > 0 ? { definitions: Object.fromEntries(named) } : {},
  };
}

function withoutGlobal(values: SchemaNode): SchemaNode {
  return { ...values, properties: { ...values.properties, global: { type: 'object' } } };
}

const REFERENCE = /"\$ref":"#\/definitions\/([^"]+)"/g;

/** Names of the definitions that a node refers to, also through each other. */
function usedBy(node: SchemaNode, definitions: NonNullable<SchemaNode['definitions']>): ReadonlySet<string> {
  const used = new Set<string>();
  const look = (part: SchemaNode): void => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(REFERENCE)) {
      if (used.has(name)) continue;
      used.add(name);
      look(definitions[name] ?? {});
    }
  };
  look(node);
  return used;
}

function renamed(node: SchemaNode, names: ReadonlyMap<string, string>): SchemaNode {
  const text = JSON.stringify(node).replace(
    REFERENCE,
    (_, name: string) => `"$ref":"#/definitions/${names.get(name)}"`,
  );
  return JSON.parse(text);
}
