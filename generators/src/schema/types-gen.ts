import type { SharedTypes } from './shared-types.ts';
import { declarationOf, importOf, type TypedNode, typeName, valuesTypeName } from './type-text.ts';
import type { SchemaNode } from './types.ts';

/** Where the types that charts share are, for a chart's folder. */
export const SHARED_MODULE = '@chartwright/nx/values';

/**
 * The values.d.ts of a chart: a type `<Name>Values` of what a user may pass, every key optional; what shared schemas
 * say stands in their types.
 *
 * @param name the chart's name, for example `ai-platform` for `AiPlatformValues`.
 * @param members charts of which a property holds the values; their types come from their own values.d.ts.
 */
export function valuesTypes(
  schema: SchemaNode,
  name: string,
  shared: SharedTypes,
  members: readonly string[] = [],
): string {
  const own = Object.entries(schema.properties ?? {}).filter(([key]) => !members.includes(key));
  const { node, names } = shared.refer({ ...schema, properties: Object.fromEntries(own) });
  const imports = [
    ...(names.length > 0 ? [importOf(names, SHARED_MODULE)] : []),
    ...members.map((member) => importOf([valuesTypeName(member)], `../${member}/values.d.ts`)),
  ];
  const imported = members.map((member): [string, TypedNode] => [
    member,
    { description: schema.properties?.[member]?.description ?? '', tsType: valuesTypeName(member) },
  ]);
  const type = declarationOf(valuesTypeName(name), withProperties(node, Object.fromEntries(imported)));
  return [...imports, ...(imports.length > 0 ? [''] : []), type].join('\n');
}

/** The types that charts share, each exported under its name, and further ones in terms of them. */
export function sharedTypesText(shared: SharedTypes): string {
  return shared.types.map(({ name, node }) => declarationOf(name, node)).join('\n');
}

/** The type of a schema and those of the definitions that it refers to, each exported under its name. */
export function schemaTypes(name: string, { definitions = {}, ...root }: TypedNode): string {
  const types = new Map([[name, declarationOf(name, root)]]);
  const reach = (node: TypedNode): void => {
    for (const [, key = ''] of JSON.stringify(node).matchAll(/"\$ref":"#\/definitions\/(\w+)"/g)) {
      const definition = definitions[key];
      if (!definition || definition.tsType !== undefined || types.has(typeName(key))) continue;
      types.set(typeName(key), declarationOf(typeName(key), definition));
      reach(definition);
    }
  };
  reach(root);
  return [...types.values()].join('\n');
}

/** The node with further properties beside those it lists itself. */
function withProperties(node: TypedNode, properties: Readonly<Record<string, TypedNode>>): TypedNode {
  if (Object.keys(properties).length === 0) return node;
  const { allOf: [shared, literal] = [], tsType } = node;
  if (tsType !== undefined) return { allOf: [{ tsType }, { type: 'object', properties }] };
  if (shared && literal)
    return { allOf: [shared, { ...literal, properties: { ...literal.properties, ...properties } }] };
  return { ...node, properties: { ...node.properties, ...properties } };
}
