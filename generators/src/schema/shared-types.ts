import { type Identity, identities, mapChildren } from './identity.ts';
import { resolveReferences } from './resolve.ts';
import { shape } from './shape.ts';
import { type TypedNode, typeName, valuesTypeName } from './type-text.ts';
import type { SchemaLibrary, SchemaNode } from './types.ts';

/** The values of one shared schema, or one shared definition, as a type with a name. */
interface SharedType {
  readonly name: string;
  readonly node: SchemaNode;
}

/** The types that the schemas of a workspace share, and how a schema refers to them. */
export interface SharedTypes {
  /** Each with its name; inside it the others by theirs. */
  readonly types: readonly { readonly name: string; readonly node: TypedNode }[];
  /** The schema with all that a shared type says by its name, and the names. */
  refer(schema: SchemaNode): { readonly node: TypedNode; readonly names: readonly string[] };
}

/** A connection's values are most of what its type has; fewer than three keys are no reason for a reference. */
const LEAST_KEYS = 3;

/** What the schemas of a library make of a values file, one type for each schema and for each definition with properties. */
export function sharedTypes(library: SchemaLibrary): SharedTypes {
  const documented = (node: SchemaNode) => shape(node, { documented: true, required: 'none' });
  const sources = [...library.sources].filter(([name, { isLocal }]) => name !== 'definitions' && !isLocal);
  const schemas = sources
    .map(([name, source]) => ({
      name: valuesTypeName(name),
      node: documented({ type: 'object', properties: resolveReferences(source, library).properties ?? {} }),
    }))
    .sort((a, b) => leavesIn(b.node) - leavesIn(a.node));
  const definitions = [...library.sources.values()]
    .filter(({ isLocal }) => !isLocal)
    .flatMap((source) =>
      Object.entries(source.schema.definitions ?? {})
        .filter(([, node]) => node.properties !== undefined)
        .map(([name, node]) => ({
          name: typeName(name),
          node: documented(resolveReferences(source, library, node)),
        })),
    );
  const identityOf = identities(['x-definition', 'default', 'examples']);
  // Of equal definitions the first gives the name.
  const names = new Map(definitions.toReversed().map(({ name, node }) => [identityOf(bare(node)), name]));
  const context = { schemas, definitions: names, identityOf };
  const types = [...definitions, ...schemas]
    .map(({ name, node }) => ({ name, node: mapChildren(node, '', (child) => typed(child, context, [])) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    types,
    refer: (schema) => {
      const names: string[] = [];
      const node = typed(documented({ type: 'object', ...schema }), context, names);
      return { node, names: [...new Set(names)].sort() };
    },
  };
}

interface Context {
  readonly schemas: readonly SharedType[];
  /** Names of the shared definitions; a description makes no difference. */
  readonly definitions: ReadonlyMap<Identity, string>;
  readonly identityOf: (node: SchemaNode) => Identity;
}

function typed(node: SchemaNode, context: Context, names: string[]): TypedNode {
  const definition = definitionOf(node, context);
  if (definition !== undefined) {
    names.push(definition);
    return { ...described(node), tsType: definition };
  }
  if (node.properties === undefined) return mapChildren(node, '', (child) => typed(child, context, names));
  const found: string[] = [];
  let rest: SchemaNode | undefined = node;
  for (const type of context.schemas) {
    if (rest === undefined || !covers(rest, type.node, context)) continue;
    found.push(type.name);
    names.push(type.name);
    rest = without(rest, type.node);
  }
  const part = rest && partOf(rest, context);
  if (rest && part) {
    found.push(`Omit<${part.name}, ${part.lacks.map((key) => `'${key}'`).join(' | ')}>`);
    names.push(part.name);
    rest = without(rest, part.node);
  }
  const own = rest && mapChildren(rest, '', (child) => typed(child, context, names));
  if (found.length === 0) return own ?? node;
  const shared = { tsType: found.sort().join(' & ') };
  if (own === undefined) return { ...described(node), ...shared };
  const { description: _, ...literal } = own;
  return { ...described(node), allOf: [shared, literal] };
}

function described({ description }: SchemaNode): SchemaNode {
  return description === undefined ? {} : { description };
}

function definitionOf(node: SchemaNode, { definitions, identityOf }: Context): string | undefined {
  if (node['x-definition'] === undefined || node.properties === undefined) return undefined;
  return definitions.get(identityOf(bare(node)));
}

function bare({ description: _, ...node }: SchemaNode): SchemaNode {
  return node;
}

/** Whether a node has everything that another one lists, alike. */
function covers(node: SchemaNode, part: SchemaNode, context: Context): boolean {
  const { properties } = node;
  if (!properties || !part.properties || !isPlain(node) || !isPlain(part))
    return context.identityOf(node) === context.identityOf(part);
  return Object.entries(part.properties).every(([key, child]) => {
    const own = properties[key];
    return own !== undefined && covers(own, child, context);
  });
}

/** A node without what another one that it covers lists; undefined when nothing is left. */
function without(node: SchemaNode, part: SchemaNode): SchemaNode | undefined {
  const rest = Object.entries(node.properties ?? {}).flatMap(([key, child]): [string, SchemaNode][] => {
    const other = part.properties?.[key];
    const left = other === undefined ? child : without(child, other);
    return left === undefined ? [] : [[key, left]];
  });
  return rest.length === 0 ? undefined : { ...node, properties: Object.fromEntries(rest) };
}

/** A shared type that has all keys of a node and few others. */
function partOf(
  { properties = {} }: SchemaNode,
  { schemas, identityOf }: Context,
): (SharedType & { readonly lacks: readonly string[] }) | undefined {
  const keys = Object.entries(properties);
  if (keys.length < LEAST_KEYS) return undefined;
  for (const type of schemas) {
    const { properties: theirs = {} } = type.node;
    const lacks = Object.keys(theirs).filter((key) => !(key in properties));
    if (lacks.length >= keys.length) continue;
    const alike = keys.every(([key, child]) => {
      const other = theirs[key];
      return other !== undefined && identityOf(child) === identityOf(other);
    });
    if (alike) return { ...type, lacks };
  }
  return undefined;
}

/** Whether a node only lists properties; others may be allowed beside them. */
function isPlain({ additionalProperties, oneOf, enum: words }: SchemaNode): boolean {
  return typeof additionalProperties !== 'object' && oneOf === undefined && words === undefined;
}

function leavesIn({ properties }: SchemaNode): number {
  if (!properties) return 1;
  return Object.values(properties).reduce((sum, child) => sum + leavesIn(child), 0);
}
