import { isFalsy, union, type Value, whenFalse, whenTrue } from './bindings.ts';

const READ_PATH = 'read the path itself, as in `.Values.a.b`';
const WRITE_OUT = 'write the result out in the template, or decide it in the schema';

/** Functions after which nobody can tell which values are read, each with what to write instead. */
export const FORBIDDEN: ReadonlyMap<string, string> = new Map([
  ['get', READ_PATH],
  ['dig', READ_PATH],
  ['pluck', READ_PATH],
  ['hasKey', 'guard the path with `if` or `with`'],
  ['merge', WRITE_OUT],
  ['mergeOverwrite', WRITE_OUT],
  ['mustMerge', WRITE_OUT],
  ['mustMergeOverwrite', WRITE_OUT],
  ['set', WRITE_OUT],
  ['unset', WRITE_OUT],
  ['deepCopy', WRITE_OUT],
  ['mustDeepCopy', WRITE_OUT],
  ['tpl', 'values are text, never templates; add a value for the part that varies'],
]);

/** The generated file of named templates that give the values of earlier keys to the keys in their place. */
export const MOVED_KEYS = '_moved-keys.tpl';

/** The generated file of named templates that let templates read the values of one group of pods after the other. */
export const GROUPS = '_groups.tpl';

/** Whether a file is one of those that change values. */
export function changesValues(file: string): boolean {
  return file.endsWith(MOVED_KEYS) || file.endsWith(GROUPS);
}

/** Functions that look only at whether, or in which shape, a value is there. */
export const GUARDS: ReadonlySet<string> = new Set([
  'not',
  'empty',
  'len',
  'kindIs',
  'kindOf',
  'typeIs',
  'typeOf',
]);

/** Functions whose result does not show their arguments: a yes or a no, or a digest. */
export const TESTS: ReadonlySet<string> = new Set([
  'eq',
  'ne',
  'lt',
  'le',
  'gt',
  'ge',
  'has',
  'hasPrefix',
  'hasSuffix',
  'contains',
  'regexMatch',
  'mustRegexMatch',
  'semverCompare',
  'deepEqual',
  'sha256sum',
]);

/** Functions that write numbers as they were written, or take them as numbers. */
export const EXACT: ReadonlySet<string> = new Set([
  'int',
  'int64',
  'toJson',
  'toPrettyJson',
  'toYaml',
  'toYamlPretty',
  'toToml',
  ...['add', 'add1', 'sub', 'mul', 'div', 'mod', 'min', 'max', 'until', 'untilStep', 'float64', 'dict'],
]);

/** What a function that hands on its arguments returns, and which of them it looks at to choose. */
export interface Selection {
  readonly value: Value;
  readonly tested: readonly Value[];
}

/** Functions whose result is one of their arguments, or a list made of them. */
export const SELECTORS: ReadonlyMap<string, (args: readonly Value[]) => Selection> = new Map([
  ['and', selectAnd],
  ['or', selectOr],
  ['coalesce', selectOr],
  [
    'default',
    ([fallback = [], value = []]) => ({ value: union(whenTrue(value), fallback), tested: [value] }),
  ],
  ['required', ([message = [], value = []]) => ({ value, tested: [message, value] })],
  ['ternary', ([yes = [], no = [], condition = []]) => ({ value: union(yes, no), tested: [condition] })],
  ['list', listOf],
  ['tuple', listOf],
  ['concat', (args) => ({ value: union(...args), tested: [] })],
  ['append', ([items = [], item = []]) => ({ value: union(items, listOf([item]).value), tested: [] })],
  ['prepend', ([items = [], item = []]) => ({ value: union(items, listOf([item]).value), tested: [] })],
]);

function selectAnd(args: readonly Value[]): Selection {
  const stop = args.findIndex((arg) => arg.every(isFalsy));
  const reached = stop === -1 ? args : args.slice(0, stop + 1);
  const tested = reached.slice(0, -1);
  return { value: union(...tested.map(whenFalse), reached.at(-1) ?? []), tested };
}

function selectOr(args: readonly Value[]): Selection {
  const tested = args.slice(0, -1);
  return { value: union(...tested.map(whenTrue), args.at(-1) ?? []), tested };
}

function listOf(items: readonly Value[]): Selection {
  return { value: [{ kind: 'list', items }], tested: [] };
}
