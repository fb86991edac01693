import type { ChartDefinition, UmbrellaDefinition } from '../../model/definition.ts';

const WIDTH = 110;
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** Letters that a value must have to get a name where it stands several times. */
const LONG = 50;

/** The source of a definition, `src/chart.ts`, formatted as the workspace formats its code. */
export function definitionText(definition: ChartDefinition | UmbrellaDefinition): string {
  if ('umbrella' in definition) return sourceText('defineUmbrella', definition);
  const names = repeatedIn(definition.workloads);
  const constants = [...names].map(([text, name]) => {
    const others = new Map([...names].filter(([one]) => one !== text));
    const value: unknown = JSON.parse(text);
    const start = `const ${name} =`;
    const literal = printed(value, '', start.length + 11, 0, others);
    const isTooLong = typeof value === 'string' && start.length + literal.length + 2 > WIDTH;
    return `${start}${isTooLong ? '\n  ' : ' '}${literal}${typeof value === 'string' ? '' : ' as const'};\n`;
  });
  return sourceText('defineChart', definition, names, constants);
}

function sourceText(
  define: string,
  { umbrella: _, ...said }: Partial<UmbrellaDefinition> | (ChartDefinition & { umbrella?: never }),
  names: Names = new Map(),
  constants: readonly string[] = [],
): string {
  const start = `export default ${define}(`;
  return [
    `import { ${define} } from '@chartwright/generators/define';`,
    '',
    ...(constants.length > 0 ? [constants.join('\n')] : []),
    `${start}${printed(said, '', start.length + 2, 3, names)});`,
    '',
  ].join('\n');
}

/** JSON of long values that stand several times → a name for them, after the key of the first; the shortest first. */
function repeatedIn(tree: unknown): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  const count = (value: unknown): void => {
    const text = JSON.stringify(value);
    if (text.length >= LONG) counts.set(text, (counts.get(text) ?? 0) + 1);
    if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) count(one);
  };
  count(tree);
  const found = new Map<string, string>();
  const name = (value: unknown, key: string): void => {
    const text = JSON.stringify(value);
    if (found.has(text)) return;
    if ((counts.get(text) ?? 0) > 1) found.set(text, freeName(key, [...found.values()]));
    else if (Array.isArray(value)) for (const one of value) name(one, key);
    else if (typeof value === 'object' && value !== null)
      for (const [own, one] of Object.entries(value)) name(one, own);
  };
  name(tree, '');
  return new Map([...found].toSorted(([a], [b]) => a.length - b.length));
}

function freeName(key: string, taken: readonly string[]): string {
  const word = key.replace(/[^A-Za-z0-9]+(.?)/g, (_, letter: string) => letter.toUpperCase());
  const name =
    /^[a-z]/.test(word) && !['default', 'if', 'in', 'new', 'do'].includes(word) ? word : `shared${word}`;
  const count = taken.filter((one) => one.replace(/\d+$/, '') === name).length;
  return count === 0 ? name : `${name}${count + 1}`;
}

type Names = ReadonlyMap<string, string>;

/**
 * A literal: objects in the outer levels have a line for each key, everything else one line while it fits.
 *
 * @param used characters that its last line has besides the literal
 * @param open levels of objects that always have a line for each key
 */
function printed(value: unknown, indent: string, used: number, open: number, names: Names): string {
  const inner = `${indent}  `;
  const named = names.get(JSON.stringify(value));
  if (named !== undefined) return named;
  if (typeof value !== 'object' || value === null) return scalar(value);
  const line = inline(value, names);
  const isList = Array.isArray(value);
  const isEmpty = line === '{}' || line === '[]';
  const fits = indent.length + used + line.length <= WIDTH;
  if (isEmpty || (fits && (isList || open <= 0 || !holdsObjects(value)))) return line;
  const items = isList
    ? value.map((item: unknown) => printed(item, inner, 1, 0, names))
    : Object.entries(value).map(([key, item]) => property(key, item, inner, open - 1, names));
  return [
    isList ? '[' : '{',
    ...items.map((item) => `${inner}${item},`),
    `${indent}${isList ? ']' : '}'}`,
  ].join('\n');
}

function property(name: string, value: unknown, indent: string, open: number, names: Names): string {
  const start = `${key(name)}:`;
  const text = printed(value, indent, start.length + 2, open, names);
  if (text === name) return name;
  const tooLong =
    typeof value === 'string' &&
    !names.has(JSON.stringify(value)) &&
    indent.length + start.length + text.length + 2 > WIDTH;
  return tooLong ? `${start}\n${indent}  ${text}` : `${start} ${text}`;
}

function inline(value: unknown, names: Names): string {
  const named = names.get(JSON.stringify(value));
  if (named !== undefined) return named;
  if (Array.isArray(value)) return `[${value.map((item) => inline(item, names)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return scalar(value);
  const entries = Object.entries(value).map(([name, item]) => {
    const text = inline(item, names);
    return text === name ? name : `${key(name)}: ${text}`;
  });
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
