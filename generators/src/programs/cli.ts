import { readFileSync } from 'node:fs';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { ChartwrightError } from '../errors.ts';
import { nearestName } from '../nearest-name.ts';

/** A command as a person types it. */
export interface CommandLine<Options extends ParseArgsOptionsConfig = ParseArgsOptionsConfig> {
  /** How it begins, for example `npm run verify`. */
  readonly name: string;
  /** What may follow, for example `[--json]`; one line for each form. */
  readonly usage: readonly string[];
  /** Its flags, as `parseArgs` of Node takes them. */
  readonly options: Options;
  /** Whether it takes words that are no flags. */
  readonly allowPositionals?: boolean;
}

const HELP = ['--help', '-h'];

/**
 * The flags and further words of a command line.
 *
 * Errors: `cli/usage` with the flag that was most likely meant.
 */
export function readCommandLine<const Options extends ParseArgsOptionsConfig>(
  line: CommandLine<Options>,
  args: readonly string[],
) {
  const { options, allowPositionals = false } = line;
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  for (const token of tokens)
    if (token.kind === 'option' && !(token.name in options)) throw unknownFlag(line, token.rawName);
  try {
    return parseArgs({ args: [...args], options, allowPositionals });
  } catch (cause) {
    throw usageError(line, cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause));
  }
}

/**
 * One of the words that a command knows.
 *
 * Errors: `cli/usage` with the word that was most likely meant.
 *
 * @param kind what the words are, for example `command`
 */
export function knownWord<Word extends string>(
  line: CommandLine,
  kind: string,
  word: string | undefined,
  known: readonly Word[],
): Word {
  const found = known.find((one) => one === word);
  if (found !== undefined) return found;
  if (word === undefined) throw usageError(line, `name a ${kind}: ${known.join(', ')}`);
  throw usageError(line, `there is no ${kind} "${word}"`, nearestName(word, known));
}

/** What is wrong with a command line, what was most likely meant, and how it is used. */
export function usageError(line: CommandLine, what: string, meant?: string): ChartwrightError {
  const remedy = [...(meant === undefined ? [] : [`Did you mean ${meant}?`]), usageOf(line)].join('\n');
  return new ChartwrightError('cli/usage', what.replace(/\.$/, ''), line.name, remedy);
}

/** The text of a file that a command line names. Error: `cli/usage`. */
export function fileText(line: CommandLine, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw usageError(line, `cannot read ${path}`);
  }
}

/** Runs a command on this terminal: `--help` says how it is used, an error is one message and code 1, a wrong command line 2. */
export async function runCommand(
  line: CommandLine,
  main: (args: readonly string[]) => Promise<number | undefined>,
): Promise<void> {
  const args = process.argv.slice(2);
  try {
    if (args.some((arg) => HELP.includes(arg))) print(usageOf(line));
    else process.exitCode = (await main(args)) ?? 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error instanceof ChartwrightError && error.code === 'cli/usage' ? 2 : 1;
  }
}

/** The folder that a person is in; npm itself runs commands in that of the workspace. */
export function folderOfCaller(): string {
  return process.env.INIT_CWD ?? process.cwd();
}

/** Writes one line of what a command is asked for. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function usageOf({ name, usage }: CommandLine): string {
  const begin = name.startsWith('npm ') ? `${name} --` : name;
  return usage.map((form, index) => `${index === 0 ? 'usage:' : '      '} ${begin} ${form}`).join('\n');
}

function unknownFlag(line: CommandLine, flag: string): ChartwrightError {
  const known = Object.keys(line.options).map((name) => `--${name}`);
  return usageError(line, `there is no option ${flag}`, nearestName(flag, [...known, '--help']));
}
