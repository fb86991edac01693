/** Length up to which an action, or a line of prose, stands in one line. */
const WIDTH = 150;
/** Length up to which a line with text beside its actions does. */
const LONGEST = 160;
/** How deep in parentheses a line is cut. */
const DEEPEST = 3;

/** Lines that are too long, over several lines: cut at blanks inside of actions, where they mean nothing. */
export function wrapActions(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.length > (isAction(line) ? WIDTH : LONGEST) ? wrapped(line, false) : line))
    .join('\n');
}

/** The same of text that is prose outside of actions: a line that continues another one begins with two blanks. */
export function wrapProse(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.length > WIDTH ? wrapped(line, !isAction(line)) : line))
    .join('\n');
}

/** A YAML list below its key at a column: in one line where that fits, otherwise an item in each. */
export function listed(key: string, items: readonly string[], column: number): readonly string[] {
  const line = `${key}: [${items.join(', ')}]`;
  if (fits(line, column)) return [line];
  return [`${key}:`, ...items.flatMap((item) => folded('  - ', item, column))];
}

/** A value of YAML behind its key, or its hyphen, at a column: a quoted text that is too long goes on in further lines, each break of which YAML reads as one blank. */
export function folded(key: string, value: string, column: number): readonly string[] {
  if (fits(`${key}${value}`, column) || !value.startsWith('"')) return [`${key}${value}`];
  const indent = ' '.repeat(column + key.length);
  const lines = wrapped(`${indent}${value}`, true).split('\n');
  const [first = '', ...others] = lines.flatMap((line) => cut(line, `${indent}  `));
  return [`${key}${first.trimStart()}`, ...others.map((line) => line.slice(column))];
}

/** A line of a quoted text with a word that is too long itself: YAML leaves out a break behind a backslash. */
function cut(line: string, indent: string): readonly string[] {
  if (line.length <= LONGEST || line.includes('{{')) return [line];
  let end = WIDTH - 1;
  while (/\\.{0,5}$/.test(line.slice(0, end)) || line[end] === ' ') end--;
  if (end <= indent.length) return [line];
  return [`${line.slice(0, end)}\\`, ...cut(`${indent}${line.slice(end)}`, indent)];
}

/** Whether a line at a column is short enough, once its actions are over several lines. */
function fits(line: string, column: number): boolean {
  return wrapActions(`${' '.repeat(column)}${line}`)
    .split('\n')
    .every(({ length }) => length <= LONGEST);
}

/** Whether a line is one action and nothing else. */
function isAction(line: string): boolean {
  const text = line.trim();
  return text.startsWith('{{') && text.indexOf('}}') === text.length - 2;
}

/** As many words in each line as fit. */
function wrapped(line: string, prose: boolean): string {
  const indent = line.slice(0, line.length - line.trimStart().length);
  const [first = '', ...others] = wordsOf(line.trimStart(), prose);
  const lines = [`${indent}${first}`];
  for (const word of others) {
    const last = lines.at(-1) ?? '';
    if (last.length + 1 + word.length <= WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${indent}  ${word}`);
  }
  return lines.join('\n');
}

/** Where a blank stands: in which quotes, how deep in parentheses, inside an action. */
interface Place {
  readonly quoted: '' | '"' | '`';
  readonly depth: number;
  readonly action: boolean;
}

/** A function, or one that a pipe leads to and literals of it, at the end of a text. */
const CALL = /(^|[ (])[a-z]\w*$|(^|[ (])\| [a-z]\w*( (\d+|"[^"]*"))*$/i;
/** A number, or a text that leaves room for its function. */
const LITERAL = /^(\d|"[^"]{0,60}")/;

/** Whether a line of an action must not end between two parts of it: a pipe goes before its function, that before literals. */
function belongs(before: string, after: string): boolean {
  if (after.startsWith('}}') || before.endsWith('{{-')) return true;
  return before.endsWith('|') || (LITERAL.test(after) && CALL.test(before));
}

/** The text cut at its blanks; in an action, and in parentheses, only where what they hold is too long itself. */
function wordsOf(text: string, prose: boolean, deepest = prose ? -1 : 0, action = false): readonly string[] {
  const words: { readonly text: string; readonly action: boolean }[] = [];
  let start = 0;
  let begins = action;
  let place: Place = { quoted: '', depth: 0, action };
  for (let index = 0; index < text.length; index++) {
    const isAlone = text[index - 1] !== ' ' && text[index + 1] !== ' ';
    const mayEnd = place.action ? !place.quoted && place.depth <= deepest : prose && isAlone;
    if (
      text[index] === ' ' &&
      mayEnd &&
      !(place.action && belongs(text.slice(start, index), text.slice(index + 1)))
    ) {
      words.push({ text: text.slice(start, index), action: begins });
      start = index + 1;
      begins = place.action;
    } else place = after(place, text, index);
  }
  return [...words, { text: text.slice(start), action: begins }].flatMap((word) =>
    word.text.length > WIDTH && deepest < DEEPEST
      ? wordsOf(word.text, prose, deepest + 1, word.action)
      : [word.text],
  );
}

function after(place: Place, text: string, index: number): Place {
  if (!place.action) return { ...place, action: text.startsWith('{{', index) };
  const char = text[index];
  if (place.quoted !== '') {
    const ends = char === place.quoted && (char === '`' || text[index - 1] !== '\\');
    return ends ? { ...place, quoted: '' } : place;
  }
  if (char === '"' || char === '`') return { ...place, quoted: char };
  if (text.startsWith('}}', index)) return { ...place, action: false };
  if (char === '(') return { ...place, depth: place.depth + 1 };
  if (char === ')') return { ...place, depth: place.depth - 1 };
  return place;
}
