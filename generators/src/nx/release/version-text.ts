import { ChartwrightError } from '../../errors.ts';

/** Comments, texts, words and single characters of TypeScript. */
const TOKEN = /\/\/[^\n]*|\/\*.*?\*\/|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`|[\w$]+|\S/gs;
const DEFINES = ['defineChart', 'defineUmbrella'];

interface Token {
  readonly text: string;
  readonly at: number;
}

/**
 * The version that a definition says.
 *
 * Errors: `release/version` for one that is not written out.
 *
 * @param text of a file `src/chart.ts`
 */
export function versionIn(text: string, path: string): string {
  return writtenVersion(text, path).text.slice(1, -1);
}

/** The definition with another version; nothing else changes. */
export function withVersion(text: string, version: string, path: string): string {
  const { text: written, at } = writtenVersion(text, path);
  const quote = written.slice(0, 1);
  return `${text.slice(0, at)}${quote}${version}${quote}${text.slice(at + written.length)}`;
}

/** The text after `version:` among the properties of what is defined, with its quotes. */
function writtenVersion(text: string, path: string): Token {
  const tokens = tokensOf(text);
  const start = tokens.findIndex(
    ({ text: word }, index) =>
      DEFINES.includes(word) && tokens[index + 1]?.text === '(' && tokens[index + 2]?.text === '{',
  );
  let depth = start === -1 ? -1 : 0;
  for (const [index, { text: word }] of tokens.entries()) {
    if (index < start + 2 || depth < 0) continue;
    if ('([{'.includes(word)) depth += 1;
    else if (')]}'.includes(word)) depth -= 1;
    if (depth === 0) break;
    const [before, colon, value] = [tokens[index - 1], tokens[index + 1], tokens[index + 2]];
    const isKey = depth === 1 && /^(['"]?)version\1$/.test(word) && colon?.text === ':';
    const isWhole = [',', '}'].includes(tokens[index + 3]?.text ?? '');
    if (isKey && '{,'.includes(before?.text ?? ' ') && /^['"]/.test(value?.text ?? '') && isWhole && value)
      return value;
  }
  throw new ChartwrightError(
    'release/version',
    "there is no version: '…' in its definition",
    path,
    'Write the version out, so that a release can replace it.',
  );
}

function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(TOKEN)]
    .map((match) => ({ text: match[0], at: match.index }))
    .filter(({ text: word }) => !/^\/[/*]/.test(word));
}
