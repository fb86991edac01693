const WIDTH = 120;
const STEP = '  ';

/** JSON for readers: what fits on a line of 110 characters stands on one, words of a list and entries of an object fill theirs. */
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
    const hung = hanging(Object.entries(value), indent, taken);
    if (hung !== undefined) return hung;
    const entries = Object.entries(value).map(([key, child]) => {
      const name = `${JSON.stringify(key)}: `;
      return `${inner}${name}${written(child, inner, name.length + 1)}`;
    });
    return `{\n${together(entries, inner).join(',\n')}\n${indent}}`;
  }
  const items = value.some((item) => typeof item === 'object')
    ? value.map((item) => inner + written(item, inner, 1))
    : filled(value.map(onOneLine), inner);
  return `[\n${items.join(',\n')}\n${indent}]`;
}

/** An object around one that is long: what comes before it stands on the line that opens both, what comes after on the one that closes both. */
function hanging(
  entries: readonly (readonly [string, unknown])[],
  indent: string,
  taken: number,
): string | undefined {
  const texts = entries.map(([key, child]) => `${JSON.stringify(key)}: ${onOneLine(child)}`);
  const lengths = texts.map((text) => text.length);
  const index = lengths.indexOf(Math.max(...lengths));
  const [key, child] = entries[index] ?? [];
  if (key === undefined || typeof child !== 'object' || child === null || Array.isArray(child))
    return undefined;
  const head = ['{ ', ...texts.slice(0, index).map((text) => `${text}, `), `${JSON.stringify(key)}: `].join(
    '',
  );
  const tail = [...texts.slice(index + 1).map((text) => `, ${text}`), ' }'].join('');
  if (indent.length + taken + head.length + 1 > WIDTH || indent.length + tail.length + 2 > WIDTH)
    return undefined;
  if (indent.length + STEP.length + (texts[index]?.length ?? 0) <= WIDTH) return undefined;
  const inner = written(child, indent, WIDTH);
  return inner.startsWith('{\n') ? `${head}${inner}${tail}` : undefined;
}

/** Entries in their order; those that follow each other on one line fill lines. */
function together(entries: readonly string[], indent: string): readonly string[] {
  const isLine = (entry: string) => !entry.includes('\n');
  const lines: string[] = [];
  let words: string[] = [];
  for (const entry of entries) {
    if (isLine(entry)) words.push(entry.trimStart());
    else {
      lines.push(...filled(words, indent), entry);
      words = [];
    }
  }
  return [...lines, ...filled(words, indent)];
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
