import { readPage } from '../markdown.ts';

/** A command that a page tells people to type. */
export interface Typed {
  readonly page: string;
  /** The heading that it stands below. */
  readonly heading: string;
  /** Its words, quotes taken off; what follows a pipe or a redirection is another program's. */
  readonly words: readonly string[];
  readonly text: string;
}

/** Flags of Helm and kubectl that take no value of their own. */
const SWITCHES = new Set([
  '--all-containers',
  '--all-namespaces',
  '--create-namespace',
  '--dry-run',
  '--follow',
  '--force-conflicts',
  '--install',
  '--logs',
  '--overwrite',
  '--prefix',
  '--previous',
  '--raw',
  '--reset-then-reuse-values',
  '--reset-values',
  '--reuse-values',
  '--stdin',
  '--untar',
  '--wait',
  '--wait-for-jobs',
]);
const NESTED =
  /^(kubectl (create (secret \S+|job|namespace)|config \S+)|helm (repo|dependency|registry) \S+)/;

/** The commands of the shell blocks of a page. */
export async function commandsOf(page: string, text: string): Promise<readonly Typed[]> {
  const { blocks } = await readPage(text);
  return blocks
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text: block, heading }) =>
      commandLines(block).map((line) => ({ page, heading, text: line, words: wordsOf(line) })),
    )
    .filter(({ words }) => words.length > 0);
}

/** The command lines of a text; a backslash at the end goes on with the next one. */
export function commandLines(text: string): readonly string[] {
  return text
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.trim());
}

/** The words of a command as a shell would split them, up to a pipe, a redirection or a comment. */
export function wordsOf(line: string): readonly string[] {
  const words: string[] = [];
  for (const [, word = ''] of line.matchAll(/((?:'[^']*'|"[^"]*"|[^\s'"])+)/g)) {
    if (['|', '>', '<', '&&', '#'].includes(word)) break;
    words.push(word.replace(/'([^']*)'|"([^"]*)"/g, '$1$2'));
  }
  return words;
}

/** The program with its subcommand, the flags with their values, and the other words. */
export interface Parsed {
  readonly program: readonly string[];
  readonly flags: readonly (readonly [name: string, value: string])[];
  readonly others: readonly string[];
}

/** Takes a command of Helm or kubectl apart; what follows a lone `--` is another program's. */
export function parsed(words: readonly string[]): Parsed {
  const end = words.indexOf('--');
  const own = end === -1 ? words : words.slice(0, end);
  const depth = (NESTED.exec(own.join(' '))?.[0] ?? own.slice(0, 2).join(' ')).split(' ').length;
  const flags: [string, string][] = [];
  const others: string[] = [];
  const rest = own[0] === 'kubectl' ? leadingFlags(own) : own;
  for (let at = depth; at < rest.length; at++) {
    const word = rest[at] ?? '';
    const [name = '', ...value] = word.split('=');
    if (!word.startsWith('-')) others.push(word);
    else if (value.length > 0 || SWITCHES.has(word)) flags.push([name, value.join('=')]);
    else flags.push([name, rest[++at] ?? '']);
  }
  return { program: rest.slice(0, depth), flags, others };
}

/** kubectl takes flags before its subcommand too: they are put behind it. */
function leadingFlags(words: readonly string[]): readonly string[] {
  const first = words.findIndex(
    (word, at) => at > 0 && !word.startsWith('-') && !takesNext(words[at - 1] ?? ''),
  );
  return [...words.slice(0, 1), ...words.slice(first), ...words.slice(1, first)];
}

function takesNext(word: string): boolean {
  return word.startsWith('--') && !word.includes('=') && !SWITCHES.has(word);
}
