import type { ChartDefinition, UmbrellaDefinition } from '../../model/definition.ts';

const WIDTH = 110;
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** Names from which on a list that does not fit on a line is written as a text, many in a line. */
const SEVERAL = 4;
/** Names that lists have in common from which on these get a name. */
const MANY = 16;
const NAME = /^[A-Za-z_][\w.-]*$/;

/** Connections up to which each has a line for each of its keys. */
const CROWD = 8;

/** Letters that a value must have to get a name where it stands several times. */
const LONG = 50;

/** The source of a definition, `src/chart.ts`, formatted as the workspace formats its code. */
export function definitionText(definition: ChartDefinition | UmbrellaDefinition): string {
  if ('umbrella' in definition) return sourceText('defineUmbrella', definition);
  const repeated = repeatedIn(definition.workloads);
  const shared = sharedNames(definition);
  const names: Names = { repeated, shared };
  const constants = [...repeated].map(([text, name]) => {
    const others = { shared, repeated: new Map([...repeated].filter(([one]) => one !== text)) };
    const value: unknown = JSON.parse(text);
    const start = `const ${name} =`;
    const literal = printed(value, '', start.length + 11, 0, others);
    const isTooLong = typeof value === 'string' && start.length + literal.length + 2 > WIDTH;
    const isPlain = typeof value === 'string' || literal.startsWith('names(');
    return `${start}${isTooLong ? '\n  ' : ' '}${literal}${isPlain ? '' : ' as const'};\n`;
  });
  const first = shared.length > 0 ? [`const ${SHARED} = ${listOfNames(shared, '')};\n`] : [];
  return sourceText('defineChart', definition, names, [...first, ...constants]);
}

/** What settings of several workloads have in common, where that is much. */
function sharedNames({ workloads }: ChartDefinition): readonly string[] {
  const lists = Object.values(workloads)
    .map(({ settings }) => (Array.isArray(settings) ? settings : []))
    .toSorted((a, b) => b.length - a.length);
  const [longest = []] = lists;
  const isAlike = (list: readonly string[]) =>
    longest.filter((name) => list.includes(name)).length * 2 >= Math.max(longest.length, 2 * MANY);
  const alike = lists.filter(isAlike);
  if (new Set(alike.map((list) => list.join(' '))).size < 2) return [];
  const shared = longest.filter((name) => alike.every((list) => list.includes(name)));
  return shared.length >= MANY ? shared : [];
}

/** `names` of a text with as many in a line as there is room for. */
function listOfNames(list: readonly string[], indent: string): string {
  const lines: string[] = [];
  for (const name of list) {
    const line = `${lines.at(-1) ?? ''} ${name}`;
    if (lines.length > 0 && indent.length + 2 + line.length <= WIDTH) lines[lines.length - 1] = line;
    else lines.push(name);
  }
  return `names(\`\n${lines.map((line) => `${indent}  ${line}\n`).join('')}${indent}\`)`;
}

function areNames(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.length >= SEVERAL &&
    value.every((one) => typeof one === 'string' && NAME.test(one))
  );
}

function sourceText(
  define: string,
  { umbrella: _, ...said }: Partial<UmbrellaDefinition> | (ChartDefinition & { umbrella?: never }),
  names: Names = { repeated: new Map(), shared: [] },
  constants: readonly string[] = [],
): string {
  const start = `export default ${define}(`;
  const text = `${constants.join('')}${printed(said, '', start.length + 2, 3, names)}`;
  const used = text.includes('names(`') ? [define, 'names'] : [define];
  return [
    `import { ${used.join(', ')} } from '@chartwright/nx/define';`,
    '',
    ...(constants.length > 0 ? [apart(constants)] : []),
    `${start}${printed(said, '', start.length + 2, 3, names)});`,
    '',
  ].join('\n');
}

/** Constants of one line each stand together, others apart. */
function apart(constants: readonly string[]): string {
  const isLong = (text = '') => text.split('\n').length > 2;
  return constants
    .map((text, index) => (index > 0 && (isLong(text) || isLong(constants[index - 1])) ? `\n${text}` : text))
    .join('');
}

/** JSON of long values that stand several times → a name for them, after the key of the first; the shortest first. */
function repeatedIn(tree: unknown): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  const count = (value: unknown): void => {
    const text = JSON.stringify(value);
    if (text.length >= LONG) counts.set(text, (counts.get(text) ?? 0) + 1);
    if (typeof value === 'object' && value !== null && !areNames(value))
      for (const one of Object.values(value)) count(one);
  };
  count(tree);
  const found = new Map<string, string>();
  const name = (value: unknown, key: string): void => {
    const text = JSON.stringify(value);
    if (found.has(text)) return;
    if ((counts.get(text) ?? 0) > 1) found.set(text, freeName(key, [...found.values()]));
    else if (areNames(value)) return;
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

interface Names {
  /** JSON of values that stand several times → the name of a constant. */
  readonly repeated: ReadonlyMap<string, string>;
  /** Names that several lists begin with. */
  readonly shared: readonly string[];
}

/** The constant of names that several lists have. */
const SHARED = 'sharedSettings';

/**
 * A literal: objects in the outer levels have a line for each key, everything else one line while it fits.
 *
 * @param used characters that its last line has besides the literal
 * @param open levels of objects that always have a line for each key
 */
function printed(value: unknown, indent: string, used: number, open: number, names: Names): string {
  const inner = `${indent}  `;
  const named = names.repeated.get(JSON.stringify(value));
  if (named !== undefined) return named;
  if (typeof value !== 'object' || value === null) return scalar(value);
  const line = inline(value, names);
  const isList = Array.isArray(value);
  const isEmpty = line === '{}' || line === '[]';
  const fits = indent.length + used + line.length <= WIDTH;
  const isShared = isList && names.shared.length > 0 && names.shared.every((name) => value.includes(name));
  if (isShared) return withShared(value, indent, used, names);
  if (isEmpty || (fits && (isList || open <= 0 || !holdsObjects(value)))) return line;
  if (areNames(value)) return listOfNames(value, indent);
  const items = isList
    ? value.map((item: unknown) => printed(item, inner, 1, 0, names))
    : Object.entries(value).map(([key, item]) =>
        property(key, item, inner, open - (isCrowd(key, item) ? 2 : 1), names),
      );
  return [
    isList ? '[' : '{',
    ...items.map((item) => `${inner}${item},`),
    `${indent}${isList ? ']' : '}'}`,
  ].join('\n');
}

/** A list with the names that several lists have, which stand in a constant. */
function withShared(list: readonly string[], indent: string, used: number, { shared }: Names): string {
  const own = list.filter((name) => !shared.includes(name));
  const line = `[...${SHARED}, ${own.map(scalar).join(', ')}]`;
  if (own.length === 0) return SHARED;
  if (indent.length + used + line.length <= WIDTH) return line;
  const inner = `${indent}  `;
  return `[\n${inner}...${SHARED},\n${inner}...${listOfNames(own, inner)},\n${indent}]`;
}

function property(name: string, value: unknown, indent: string, open: number, names: Names): string {
  const start = `${key(name)}:`;
  const text = printed(value, indent, start.length + 2, open, names);
  if (text === name) return name;
  const tooLong =
    typeof value === 'string' &&
    !names.repeated.has(JSON.stringify(value)) &&
    indent.length + start.length + text.length + 2 > WIDTH;
  return tooLong ? `${start}\n${indent}  ${text}` : `${start} ${text}`;
}

function inline(value: unknown, names: Names): string {
  const named = names.repeated.get(JSON.stringify(value));
  if (named !== undefined) return named;
  if (Array.isArray(value)) return `[${value.map((item) => inline(item, names)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return scalar(value);
  const entries = Object.entries(value).map(([name, item]) => {
    const text = inline(item, names);
    return text === name ? name : `${key(name)}: ${text}`;
  });
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** Whether it is so many connections that each has a line while it fits. */
function isCrowd(key: string, value: unknown): boolean {
  return key === 'connections' && Object.keys(Object(value)).length > CROWD;
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
