import { canonical, isGroup, isMoved, leaves, orderedProperties } from './node.ts';
import type { JsonObject, JsonValue, Leaf, SchemaNode } from './types.ts';

/** What one table documents: some keys of a schema, and what was told of others before. */
export interface TableInput {
  readonly schema: SchemaNode;
  /** Top-level keys of the table, in the order of values.yaml. */
  readonly keys: readonly string[];
  readonly told: Told;
  /** Whether the keys are blocks whose values repeat those of the root. */
  readonly blocks?: boolean;
}

/** Groups of values by their shape, and values by their path, that tables have told already. */
export interface Told {
  readonly groups: Map<string, { readonly path: string; readonly node: SchemaNode }>;
  readonly values: Map<string, SchemaNode>;
}

export const HEAD = ['| Value | Default | Description |', '| --- | --- | --- |'] as const;
/** Groups with fewer values are told each time. */
const WORTH_NAMING = 3;

/** Nothing was told yet. */
export function nothingTold(): Told {
  return { groups: new Map(), values: new Map() };
}

/**
 * Markdown tables with one row for each value: its path, its default as JSON, its description. A group of values like one
 * that was told before is one row, and values of a block that are as those of the root stand in one sentence.
 */
export function readmeTable({ schema, keys, told, blocks = false }: TableInput): readonly string[] {
  const rows: string[] = [];
  const same: string[] = [];
  const tell = (node: SchemaNode, path: readonly string[]) => {
    if (isMoved(node)) return;
    const name = path.join('.');
    const known = blocks ? told.values.get(path.slice(1).join('.')) : undefined;
    if (known && !isGroup(node) && known.description === node.description) {
      if (canonical(known.default) === canonical(node.default)) same.push(name);
      else rows.push(row(name, node, `As ${code(path.slice(1).join('.'))}.`));
    } else if (isGroup(node)) tellGroup(node, path);
    else {
      rows.push(readmeRow({ path, node }));
      told.values.set(name, node);
    }
  };
  const tellGroup = (node: SchemaNode, path: readonly string[]) => {
    const shape = shapeOf(node);
    const name = path.join('.');
    const before = shape === '' ? undefined : told.groups.get(shape);
    const other = before && differences(node, before.node);
    if (before && other === undefined && blocks && `${path[0]}.${before.path}` === name)
      same.push(`${name}.*`);
    else if (before) {
      const value = other === undefined ? 'the same' : code(JSON.stringify(other));
      rows.push(`| ${code(`${name}.*`)} | ${value} | As ${code(`${before.path}.*`)}. |`);
    } else {
      for (const [key, child] of orderedProperties(node)) tell(child, [...path, key]);
      if (shape !== '' && !blocks) told.groups.set(shape, { path: name, node });
    }
  };
  for (const key of keys) {
    const node = schema.properties?.[key];
    if (node) tell(node, [key]);
  }
  return [
    ...(rows.length > 0 ? [...HEAD, ...rows] : []),
    ...(same.length > 0
      ? [...(rows.length > 0 ? [''] : []), `As above, with the same defaults: ${same.map(code).join(', ')}.`]
      : []),
  ];
}

/** The row of one value. */
export function readmeRow({ path, node }: Leaf): string {
  return row(path.join('.'), node, markdown(node.description ?? ''));
}

function row(path: string, { default: value }: SchemaNode, told: string): string {
  return `| ${code(path)} | ${value === undefined ? 'required' : code(JSON.stringify(value))} | ${cell(told)} |`;
}

/** Paths and descriptions below a group; empty for one that is too small to be named. */
function shapeOf(group: SchemaNode): string {
  const inside = leaves(group).filter(({ node }) => !isMoved(node));
  if (inside.length < WORTH_NAMING) return '';
  return canonical(inside.map(({ path, node }) => [path, node.description ?? '']));
}

/** The defaults that a group has other than one of the same shape; undefined for none. */
function differences(group: SchemaNode, before: SchemaNode): JsonValue | undefined {
  if (!isGroup(group)) {
    return canonical(group.default) === canonical(before.default) ? undefined : (group.default ?? 'required');
  }
  const entries = orderedProperties(group).flatMap(([key, node]): [string, JsonValue][] => {
    const other = differences(node, before.properties?.[key] ?? {});
    return other === undefined ? [] : [[key, other]];
  });
  return entries.length > 0 ? (Object.fromEntries(entries) satisfies JsonObject) : undefined;
}

/** A code span; the fence is doubled when the text has a backtick of its own. */
export function code(text: string): string {
  const fence = text.includes('`') ? '`` ' : '`';
  return `${fence}${cell(text)}${[...fence].reverse().join('')}`;
}

/** Plain text as Markdown: words with `<` are code, because a page would take them for HTML and drop them. */
export function markdown(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replace(/[^\s,;()]*<[^\s,;()]*[^\s,;().]/g, '`$&`')))
    .join('');
}

/** A table ends a cell at `|` and a row at a line break, in code spans too. */
function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');
}
