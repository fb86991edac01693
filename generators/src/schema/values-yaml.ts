import { Document, type Pair, type Scalar, stringify, YAMLMap } from 'yaml';
import { hasDefault, isGroup, isMoved, isObject, orderedProperties } from './node.ts';
import type { JsonValue, SchemaNode } from './types.ts';

const WIDTH = 120;
/** Opens the list of values of a block that the root describes. */
export const MORE_VALUES = 'More values of this workload, with the descriptions of those at the top level:';
/** The first line of values.yaml, without `#`. */
export const EDITOR_BINDING = 'yaml-language-server: $schema=values.schema.json';

// Helm reads YAML 1.1, where a plain `on` is a boolean: quote whatever the two versions read differently.
const FORMAT = { compat: 'yaml-1.1', lineWidth: 0, indent: 2 } as const;

/**
 * The values.yaml of a chart: every default with its description above it, by `x-order`, a blank line between
 * top-level keys. A required value without a default appears as a comment.
 *
 * @param header comment lines below the one that binds the schema, which fits this file: it has every default, without `#`.
 */
export function valuesYaml(schema: SchemaNode, header: readonly string[]): string {
  const document = new Document({}, FORMAT);
  const top = hashed(asComment([EDITOR_BINDING, ...header]));
  const { map, tail } = mapOf(document, schema, 0);
  if (map.items.length === 0) return `${[top, ...(tail === '' ? [] : [hashed(tail)]), '{}'].join('\n\n')}\n`;
  for (const pair of map.items.slice(1)) pair.key.spaceBefore = true;
  if (tail !== '') map.comment = `\n${tail}`;
  document.contents = map;
  return `${top}\n\n${document.toString(FORMAT)}`;
}

interface ValueMap extends YAMLMap<Scalar<string>> {
  items: Pair<Scalar<string>>[];
}

/** The map of a group's defaults, and the comment that follows its last key, for required values at the end. */
function mapOf(document: Document, group: SchemaNode, depth: number): { map: ValueMap; tail: string } {
  const map: ValueMap = new YAMLMap();
  const required = new Set(group.required);
  let waiting: readonly string[] = [];
  for (const [name, node] of orderedProperties(group)) {
    if (isMoved(node)) continue;
    const remarks = remarksOn(name, node, depth);
    if (hasDefault(node)) {
      const key = document.createNode(name) as Scalar<string>;
      key.commentBefore = asComment([...waiting, ...remarks]);
      map.items.push(document.createPair(key, valueNode(document, node, depth)) as Pair<Scalar<string>>);
      waiting = [];
    } else if (required.has(name)) waiting = [...waiting, ...remarks, 'Required:', `${name}:`, ''];
  }
  return { map, tail: asComment(waiting.slice(0, -1)) };
}

/** What a block takes that has a row at the root alone. */
function unlistedIn(block: SchemaNode, width: number): readonly string[] {
  const names = orderedProperties(block).flatMap(([name, node]) => (node['x-unlisted'] ? [name] : []));
  return names.length > 0 ? wrap(`${MORE_VALUES} ${names.join(', ')}.`, width) : [];
}

function valueNode(document: Document, node: SchemaNode, depth: number): unknown {
  if (!isGroup(node)) return document.createNode(node.default);
  const { map, tail } = mapOf(document, node, depth + 1);
  if (tail !== '') map.comment = tail;
  return map;
}

/** Lines without `#`; an empty line separates two comments. */
function remarksOn(name: string, node: SchemaNode, depth: number): readonly string[] {
  const heading = node['x-heading'];
  const example = node['x-example'];
  const width = WIDTH - 2 * depth - 2;
  return [
    ...(heading === undefined ? [] : [`# ${heading}`, '']),
    ...wrap(node.description ?? '', width),
    ...unlistedIn(node, width),
    ...(example === undefined ? [] : exampleOf(name, example, width)),
  ];
}

/** What stands after the key where one line holds it, otherwise YAML under its key. */
function exampleOf(name: string, example: JsonValue, width: number): readonly string[] {
  const line = `Example: ${stringify(example, { ...FORMAT, collectionStyle: 'flow' })}`.trimEnd();
  if (!isObject(example) && !Array.isArray(example)) return line.split('\n');
  if (line.length <= width && !line.includes('\\n')) return [line];
  const block = stringify({ [name]: example }, FORMAT).trimEnd();
  return ['Example:', ...block.split('\n')];
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ').filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The form the `yaml` library wants: without `#`, which it adds to every line that is not empty. */
function asComment(lines: readonly string[]): string {
  return lines.map((line) => (line === '' || line.startsWith('# ') ? line : ` ${line}`)).join('\n');
}

/** A comment as it stands in the file. */
function hashed(comment: string): string {
  return comment.replace(/^/gm, '#');
}
