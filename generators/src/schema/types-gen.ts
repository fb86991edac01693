import { shape, withoutMarks } from './shape.ts';
import type { SchemaNode } from './types.ts';
import { laidOut } from './types-layout.ts';

/**
 * The values.d.ts of a chart: an interface `<Name>Values` of what a user may pass, every key optional.
 *
 * @param name the chart's name, for example `ai-platform` for `AiPlatformValues`.
 * @param members charts of which a property holds the values; their types come from their own values.d.ts.
 */
export async function valuesTypes(
  schema: SchemaNode,
  name: string,
  members: readonly string[] = [],
): Promise<string> {
  // Loaded on demand: most runs need no types.
  const { compile } = await import('json-schema-to-typescript');
  const shaped = withoutMarks(shape({ type: 'object', ...schema }, { documented: true, required: 'none' }));
  const imported = members.map((member) => [
    member,
    { ...shaped.properties?.[member], tsType: typeName(member) },
  ]);
  const properties = { ...shaped.properties, ...Object.fromEntries(imported) };
  const text = await compile({ ...shaped, properties } as object, typeName(name), {
    bannerComment: members
      .map((member) => `import type { ${typeName(member)} } from '../${member}/values.d.ts';`)
      .join('\n'),
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    format: false,
  });
  return laidOut(text);
}

function typeName(chart: string): string {
  const words = chart.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}Values`;
}
