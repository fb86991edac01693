import { isObject } from './node.ts';

const WIDTH = 160;

/**
 * JSON that programs read and people compare: each key at the top, and each entry of an object of objects there, begins a line
 * of its own and fills as many lines as it needs.
 */
export function jsonText(value: object): string {
  const lines = Object.entries(value).map(([key, child]) =>
    isMap(child)
      ? `  ${JSON.stringify(key)}: {\n${entriesOf(child, '    ')}\n  }`
      : entriesOf({ [key]: child }, '  '),
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}

function isMap(value: unknown): value is object {
  return isObject(value) && Object.keys(value).length > 0 && Object.values(value).every(isObject);
}

function entriesOf(object: object, indent: string): string {
  return Object.entries(object)
    .map(([key, child]) => filled(named(key, piecesOf(child)), indent))
    .join(',\n');
}

/** A value as words between which a line may end. */
function piecesOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [JSON.stringify(value)];
  if (Array.isArray(value)) return enclosed('[', value.map(piecesOf), ']');
  const entries = Object.entries(value).map(([key, child]) => named(key, piecesOf(child)));
  return enclosed('{ ', entries, ' }');
}

function named(key: string, [first = '', ...others]: readonly string[]): readonly string[] {
  return [`${JSON.stringify(key)}: ${first}`, ...others];
}

function enclosed(open: string, items: readonly (readonly string[])[], close: string): readonly string[] {
  if (items.length === 0) return [(open + close).replaceAll(' ', '')];
  const words = items.flatMap((item, index) =>
    index === items.length - 1 ? item : item.with(-1, `${item.at(-1)},`),
  );
  const opened = words.with(0, open + words[0]);
  return opened.with(-1, opened.at(-1) + close);
}

function filled(words: readonly string[], indent: string): string {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length < WIDTH)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${lines.length === 0 ? indent : `${indent}  `}${word}`);
  }
  return lines.join('\n');
}
