import { shape, withoutMarks } from './shape.ts';
import type { SchemaNode } from './types.ts';

/**
 * The values.d.ts of a chart: an interface `<Name>Values` of what a user may pass, every key optional.
 *
 * @param name the chart's name, for example `ai-platform` for `AiPlatformValues`.
 */
export async function valuesTypes(schema: SchemaNode, name: string): Promise<string> {
  // Loaded on demand: it brings a formatter along, and most runs need no types.
  const { compile } = await import('json-schema-to-typescript');
  const shaped = withoutMarks(shape({ type: 'object', ...schema }, { documented: true, required: 'none' }));
  return compile(JSON.parse(JSON.stringify(shaped)), `${pascalCase(name)}Values`, {
    bannerComment: '',
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 110 },
  });
}

function pascalCase(name: string): string {
  return name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
