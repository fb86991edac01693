import type { SchemaNode } from '../schema/index.ts';

/** How a chart is bundled. */
export interface Bundled {
  /** Whether it is a member of an umbrella, whose own schema and findings judge `global` for all members. */
  readonly isMember: boolean;
  /** Whether it is the second, fourth … by its name. */
  readonly isEven: boolean;
}

/**
 * The schema of a bundled chart on one line, that of a member without `global` and what only that refers to. Every second one
 * begins with its definitions: gzip finds again what stands at most 32 kB before, a schema is longer, and so neighbours
 * meet with the halves that they have alike.
 */
export function leanSchema(text: string, { isMember, isEven }: Bundled): string {
  const { definitions, ...values }: SchemaNode = JSON.parse(text);
  const own = isMember && 'global' in (values.properties ?? {}) ? withoutGlobal(values) : values;
  const used = definitions && { definitions: usedBy(own, definitions) };
  return JSON.stringify(isEven ? { ...used, ...own } : { ...own, ...used });
}

function withoutGlobal(values: SchemaNode): SchemaNode {
  return { ...values, properties: { ...values.properties, global: { type: 'object' } } };
}

/** The definitions that a node refers to, also through each other, in their order. */
function usedBy(node: SchemaNode, definitions: NonNullable<SchemaNode['definitions']>) {
  const used = new Set<string>();
  const look = (part: SchemaNode): void => {
    for (const [, name = ''] of JSON.stringify(part).matchAll(/"\$ref":"#\/definitions\/([^"]+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      look(definitions[name] ?? {});
    }
  };
  look(node);
  return Object.fromEntries(Object.entries(definitions).filter(([name]) => used.has(name)));
}
