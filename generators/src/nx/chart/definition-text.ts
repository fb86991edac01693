import type { ChartDefinition } from '../../model/definition.ts';

const WIDTH = 110;
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** The source of a definition, `src/chart.ts`, formatted as the workspace formats its code. */
export function definitionText(definition: ChartDefinition): string {
  return [
    "import { defineChart } from '@chartwright/generators/define';",
    '',
    `export default defineChart(${printed(definition, '', 1, 3)});`,
    '',
  ].join('\n');
}

/**
 * A literal: objects in the outer levels have a line for each key, everything else one line while it fits.
 *
 * @param used characters that its last line has besides the literal
 * @param open levels of objects that always have a line for each key
 */
function printed(value: unknown, indent: string, used: number, open: number): string {
  const inner = `${indent}  `;
  if (typeof value !== 'object' || value === null) return scalar(value);
  const line = inline(value);
  const isList = Array.isArray(value);
  const isEmpty = line === '{}' || line === '[]';
  const fits = indent.length + used + line.length <= WIDTH;
  if (isEmpty || (fits && (isList || open <= 0 || !holdsObjects(value)))) return line;
  const items = isList
    ? value.map((item: unknown) => printed(item, inner, 1, 0))
    : Object.entries(value).map(([key, item]) => property(key, item, inner, open - 1));
  return [
    isList ? '[' : '{',
    ...items.map((item) => `${inner}${item},`),
    `${indent}${isList ? ']' : '}'}`,
  ].join('\n');
}

function property(name: string, value: unknown, indent: string, open: number): string {
  const start = `${key(name)}:`;
  const text = printed(value, indent, start.length + 2, open);
  const tooLong = typeof value === 'string' && indent.length + start.length + text.length + 2 > WIDTH;
  return tooLong ? `${start}\n${indent}  ${text}` : `${start} ${text}`;
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return scalar(value);
  const entries = Object.entries(value).map(([name, item]) => `${key(name)}: ${inline(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function holdsObjects(value: object): boolean {
  return Object.values(value).some((item) => typeof item === 'object');
}

function scalar(value: unknown): string {
  if (typeof value !== 'string') return String(value);
  const escaped = JSON.stringify(value);
  return value.includes("'") && !value.includes('"')
    ? escaped
    : `'${escaped.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

function key(name: string): string {
  return IDENTIFIER.test(name) ? name : scalar(name);
}
