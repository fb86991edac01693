import { type Identity, identities, mapChildren } from './identity.ts';
import type { SchemaNode, SchemaProperties } from './types.ts';

/** Below this many bytes a reference is not worth the reader's jump. */
const WORTH_SHARING = 44;

const identityOf = identities(['x-definition']);

/**
 * Moves subschemas of more than 44 bytes that occur twice or more into definitions. A definition is named after
 * the shared definition it came from, else after the first key that uses it.
 */
export function shareRepeated(schema: SchemaNode): { schema: SchemaNode; definitions: SchemaProperties } {
  const repeated = repeatedIn(identityOf(schema));
  const names = new Map<Identity, string>();
  const definitions: Record<string, SchemaNode> = {};
  const replace = (node: SchemaNode, key: string): SchemaNode => {
    const identity = identityOf(node);
    if (!repeated.has(identity)) return mapChildren(node, key, replace);
    let name = names.get(identity);
    if (name === undefined) {
      name = freeName(node['x-definition'] ?? key, definitions);
      names.set(identity, name);
      // Taken before the definitions inside it look for their names.
      definitions[name] = {};
      definitions[name] = mapChildren(node, key, replace);
    }
    return { $ref: `#/definitions/${name}` };
  };
  const replaced = mapChildren(schema, '', replace);
  const sorted = Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1));
  return { schema: replaced, definitions: Object.fromEntries(sorted) };
}

/** What stands in several places and is worth a definition; the inside of what repeats counts once. */
function repeatedIn(root: Identity): ReadonlySet<Identity> {
  const seen = new Set<Identity>();
  const repeated = new Set<Identity>();
  const look = (identity: Identity): void => {
    if (seen.has(identity)) {
      if (isWorthSharing(identity)) repeated.add(identity);
      return;
    }
    seen.add(identity);
    identity.children.forEach(look);
  };
  look(root);
  return repeated;
}

/** What admits any key somewhere stays where it is: two of them, as the values of two members, are alike by chance. */
function isWorthSharing({ size, open }: Identity): boolean {
  return size > WORTH_SHARING && !open;
}

function freeName(wanted: string, taken: SchemaProperties): string {
  let name = wanted;
  for (let number = 2; name in taken; number++) name = `${wanted}${number}`;
  return name;
}
