import { withoutMarks } from './shape.ts';
import type { SharedTypes, TypedNode } from './shared-types.ts';
import { valuesTypeName } from './shared-types.ts';
import type { SchemaNode } from './types.ts';
import { laidOut } from './types-layout.ts';

/** Where the types that charts share are, for a chart's folder. */
export const SHARED_MODULE = '@chartwright/nx/values';

/**
 * The values.d.ts of a chart: a type `<Name>Values` of what a user may pass, every key optional; what shared schemas
 * say stands in their types.
 *
 * @param name the chart's name, for example `ai-platform` for `AiPlatformValues`.
 * @param members charts of which a property holds the values; their types come from their own values.d.ts.
 */
export async function valuesTypes(
  schema: SchemaNode,
  name: string,
  shared: SharedTypes,
  members: readonly string[] = [],
): Promise<string> {
  const own = Object.entries(schema.properties ?? {}).filter(([key]) => !members.includes(key));
  const { node, names } = shared.refer({ ...schema, properties: Object.fromEntries(own) });
  const imports = [
    ...(names.length > 0 ? [`import type { ${names.join(', ')} } from '${SHARED_MODULE}';`] : []),
    ...members.map((member) => `import type { ${valuesTypeName(member)} } from '../${member}/values.d.ts';`),
  ];
  const imported = members.map((member): [string, TypedNode] => [
    member,
    { description: schema.properties?.[member]?.description ?? '', tsType: valuesTypeName(member) },
  ]);
  return typeText(
    withProperties(node, Object.fromEntries(imported)),
    valuesTypeName(name),
    imports.join('\n'),
  );
}

/** The types that charts share, each exported under its name, and further ones in terms of them. */
export async function sharedTypesText(shared: SharedTypes, banner: string): Promise<string> {
  const texts: string[] = [];
  for (const { name, node } of shared.types) texts.push(await typeText(node, name, ''));
  return `${banner}\n${texts.join('\n')}`;
}

async function typeText(node: TypedNode, name: string, banner: string): Promise<string> {
  // Loaded on demand: most runs need no types.
  const { compile } = await import('json-schema-to-typescript');
  const text = await compile(withoutMarks(node) as object, name, {
    bannerComment: banner,
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    format: false,
  });
  return laidOut(text);
}

/** The node with further properties beside those it lists itself. */
function withProperties(node: TypedNode, properties: Readonly<Record<string, TypedNode>>): TypedNode {
  if (Object.keys(properties).length === 0) return node;
  const { allOf: [shared, literal] = [], tsType } = node;
  const own: TypedNode = { type: 'object', additionalProperties: false, properties };
  if (tsType !== undefined) return { allOf: [{ tsType }, own] };
  if (shared && literal)
    return { allOf: [shared, { ...literal, properties: { ...literal.properties, ...properties } }] };
  return { ...node, properties: { ...node.properties, ...properties } };
}
