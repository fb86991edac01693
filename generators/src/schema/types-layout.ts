const STEP = '  ';
const WIDTH = 120;

/**
 * The text of json-schema-to-typescript with indentation, semicolons, single quotes, comments of one line and long
 * lists of names broken: what its own formatter makes of it in half a second for each chart. It relies on that
 * generator's lines: a brace opens at the end of a line and closes at the beginning of one.
 */
export function laidOut(text: string): string {
  let depth = 0;
  // An object without properties fits on one line, as a comment of one does.
  const lines = text
    .replaceAll('{\n}', '{}')
    .replace(/\/\*\*\n \* (.*)\n \*\//g, '/** $1 */')
    .split('\n')
    .flatMap((raw) => {
      const line = raw.trim();
      if (line === '') return depth === 0 ? [''] : [];
      if (line.startsWith('}')) depth -= 1;
      const indent = STEP.repeat(depth);
      if (isComment(line)) return [`${indent}${line.startsWith('*') ? ' ' : ''}${line}`];
      const declaration = plain(line);
      const ended = depth > 0 && !declaration.endsWith('{') ? `${declaration};` : declaration;
      if (line.endsWith('{')) depth += 1;
      return wrapped(`${indent}${ended}`, indent);
    });
  return `${lines.join('\n').trim()}\n`;
}

function isComment(line: string): boolean {
  return line.startsWith('/*') || line.startsWith('*');
}

/** A declaration without the parentheses around all of its type, and with single quotes where that is the same. */
function plain(line: string): string {
  const start = line.indexOf(': (');
  const bare =
    start >= 0 && line.endsWith(')') ? `${line.slice(0, start)}: ${line.slice(start + 3, -1)}` : line;
  return /['\\\\]/.test(bare) ? bare : bare.replaceAll('"', "'");
}

/** A line, broken behind names where it is too long. */
function wrapped(line: string, indent: string): readonly string[] {
  const [, head, names, tail] = line.match(/^(import type \{) (.*) (\} from .*)$/) ?? [];
  if (line.length <= WIDTH) return [line];
  if (head && names && tail) return [head, ...filled(names.split(/(?<=,) /), STEP, STEP), tail];
  const [first = '', ...others] = line.split(/(?<= &) /);
  return others.length === 0 ? [line] : filled([first.trimStart(), ...others], indent, indent + STEP);
}

/** Words in as few lines as they need. */
function filled(words: readonly string[], first: string, next: string): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${last === undefined ? first : next}${word}`);
  }
  return lines;
}
