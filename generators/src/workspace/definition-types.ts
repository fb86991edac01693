import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SCHEMA = 'schemas/chart.schema.json';
const TYPES = 'generators/src/model/definition.types.ts';

/** The types of a definition, by their path below the workspace; nothing where a workspace takes the generators from elsewhere. */
export async function definitionTypes(root: string): Promise<ReadonlyMap<string, string>> {
  if (!existsSync(join(root, TYPES))) return new Map();
  // Loaded on demand: it brings a formatter along.
  const { compile } = await import('json-schema-to-typescript');
  const text = await compile(JSON.parse(readFileSync(join(root, SCHEMA), 'utf8')), 'ChartDefinition', {
    bannerComment: `// generated from ${SCHEMA} – do not edit`,
    unknownAny: true,
    additionalProperties: false,
    format: false,
    style: { singleQuote: true },
  });
  return new Map([[TYPES, text]]);
}
