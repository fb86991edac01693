import { isMap, isNode, isScalar, parseDocument, type YAMLMap } from 'yaml';
import { mapChildren } from './identity.ts';
import { jsonText } from './json-text.ts';
import { withoutMarks } from './shape.ts';
import { shareRepeated } from './share.ts';
import type { SchemaNode, SchemaProperties } from './types.ts';
import { EDITOR_BINDING, MORE_VALUES } from './values-yaml.ts';

/**
 * A shipped schema that says of each value what values.yaml does: the comment as its description, and its default. The same
 * values fit it. What readers of schemas show stands in the node itself, because many take nothing from beside a reference.
 *
 * @param schema values.schema.json of a chart
 * @param values values.yaml, with comments as `valuesYaml` writes them
 */
export function describedSchema(schema: string, values: string): string {
  const { $schema, title, definitions = {}, ...root }: SchemaNode = JSON.parse(schema);
  const { contents } = parseDocument(values);
  const described = describe(
    whole(root, '', definitions),
    { value: contents, comment: '', more: [] },
    contents,
  );
  const { schema: shared, definitions: repeated } = shareRepeated(described);
  return jsonText(
    withoutMarks({
      $schema,
      title,
      ...shared,
      ...(Object.keys(repeated).length > 0 && { definitions: repeated }),
    }),
  );
}

/** A node with its references replaced by what they refer to, which keeps its name. */
function whole(node: SchemaNode, key: string, definitions: SchemaProperties): SchemaNode {
  const name = node.$ref?.split('/').at(-1);
  const inside = (child: SchemaNode, at: string) => whole(child, at, definitions);
  if (name === undefined) return mapChildren(node, key, inside);
  return { ...whole(definitions[name] ?? {}, key, definitions), 'x-definition': name };
}

/** What values.yaml has of a value: its default, the comment above it, and what it takes that the root alone has. */
interface Shown {
  readonly value: unknown;
  readonly comment: string;
  readonly more: readonly string[];
}

function describe(node: SchemaNode, { value, comment, more }: Shown, root: unknown): SchemaNode {
  const { properties } = node;
  const said = { ...(comment !== '' && { description: comment }), ...node };
  if (properties === undefined || !isMap(value) || value.items.length === 0)
    return isNode(value) ? { ...said, default: value.toJSON() } : said;
  const all = Object.entries(properties).map(([key, child]) => {
    const shown = shownIn(value, key) ?? (more.includes(key) ? shownIn(root, key) : undefined);
    return [key, shown ? describe(child, shown, root) : child];
  });
  return { ...said, properties: Object.fromEntries(all) };
}

function shownIn(map: unknown, name: string): Shown | undefined {
  const pair = isMap(map) ? map.items.find(({ key }) => String(key) === name) : undefined;
  if (!isMap(map) || pair === undefined) return undefined;
  const lines = linesAbove(name, map);
  const [, more] = lines.join(' ').split(MORE_VALUES);
  const end = lines.findIndex((line) => line.startsWith('Example:') || line.startsWith(MORE_VALUES));
  return {
    value: pair.value,
    comment: lines.slice(0, end < 0 ? lines.length : end).join(' '),
    more: more?.split('.')[0]?.match(/\w+/g) ?? [],
  };
}

/** What `valuesYaml` writes above a key of the key itself: behind the head of the file, required values that it lacks, and headings. */
function linesAbove(name: string, map: YAMLMap): readonly string[] {
  const [first] = map.items;
  const key = map.items.find((pair) => String(pair.key) === name)?.key;
  const above = key === first?.key ? map.commentBefore : undefined;
  const text = above ?? (isScalar(key) ? key.commentBefore : undefined) ?? '';
  const paragraphs = text.split(/\n\s*\n/).filter((part) => !part.startsWith(` ${EDITOR_BINDING}`));
  const own = paragraphs.slice(paragraphs.findLastIndex((part) => /^ Required:$/m.test(part)) + 1);
  return (own.find((part) => !part.startsWith('#')) ?? '').split('\n').map((line) => line.trim());
}
