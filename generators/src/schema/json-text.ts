const WIDTH = 110;
const STEP = '  ';

/** JSON for readers: what fits on a line of 110 characters stands on one, a list of words fills its lines. */
export function jsonText(value: unknown): string {
  return `${written(value, '', 0)}\n`;
}

/** @param taken characters on the line before the value, apart from the indentation, and a comma after it. */
function written(value: unknown, indent: string, taken: number): string {
  const line = onOneLine(value);
  if (indent.length + taken + line.length <= WIDTH || typeof value !== 'object' || value === null)
    return line;
  const inner = indent + STEP;
  if (!Array.isArray(value)) {
    const entries = Object.entries(value).map(([key, child]) => {
      const name = `${JSON.stringify(key)}: `;
      return `${inner}${name}${written(child, inner, name.length + 1)}`;
    });
    return `{\n${entries.join(',\n')}\n${indent}}`;
  }
  const items = value.some((item) => typeof item === 'object')
    ? value.map((item) => inner + written(item, inner, 1))
    : filled(value.map(onOneLine), inner);
  return `[\n${items.join(',\n')}\n${indent}]`;
}

function onOneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  const entries = Object.entries(value).map(([key, child]) => `${JSON.stringify(key)}: ${onOneLine(child)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function filled(words: readonly string[], indent: string): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 3 <= WIDTH)
      lines[lines.length - 1] = `${last}, ${word}`;
    else lines.push(indent + word);
  }
  return lines;
}
