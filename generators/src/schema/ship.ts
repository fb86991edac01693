import { shape, withoutMarks } from './shape.ts';
import { shareRepeated } from './share.ts';
import type { SchemaNode, SchemaProperties } from './types.ts';

const DRAFT_07 = 'http://json-schema.org/draft-07/schema#';

/** Keys that Helm itself puts into a chart's values; closed schemas must let them in. */
const HELM_KEYS: SchemaProperties = {
  global: {
    type: 'object',
    additionalProperties: true,
    description: 'Values that reach every chart of a release.',
  },
  enabled: { type: 'boolean', description: 'Whether the parent chart installs this one.' },
  tags: { type: 'object', additionalProperties: true, description: 'Groups of subcharts to install.' },
};

/**
 * The values.schema.json of a chart: draft-07 and self-contained, every object with properties closed, every key
 * with a default required (Helm merges defaults first, so only a null meets that), no descriptions or defaults.
 */
export function shippedSchema(schema: SchemaNode, title: string): object {
  const open = withHelmKeys(schema, ['global', 'enabled', 'tags']);
  return assemble(shape(open, { documented: false, required: 'complete' }), title);
}

/** The schema of a chart for editors of values files: with descriptions, defaults and examples, and nothing required. */
export function editorSchema(schema: SchemaNode, title: string): object {
  return assemble(shape(withHelmKeys(schema, ['global']), { documented: true, required: 'none' }), title);
}

function withHelmKeys(schema: SchemaNode, keys: readonly string[]): SchemaNode {
  const declared = schema.properties ?? {};
  const missing = Object.entries(HELM_KEYS).filter(([key]) => keys.includes(key) && !(key in declared));
  return { type: 'object', ...schema, properties: { ...declared, ...Object.fromEntries(missing) } };
}

function assemble(shaped: SchemaNode, title: string): object {
  const { schema, definitions } = shareRepeated(shaped);
  const { description: _, ...root } = schema;
  return withoutMarks({
    $schema: DRAFT_07,
    title,
    ...root,
    ...(Object.keys(definitions).length > 0 && { definitions }),
  });
}
