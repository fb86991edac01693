/** Tells one item of a list from the others: the value of a field that each has, `name` for most. */
export interface ItemName {
  readonly by: string;
  readonly is: string;
}

/** A step from a value to a part of it, or to a place in it. */
export type Step =
  /** A field of a mapping. */
  | { readonly field: string }
  /** An item of a list by its name. */
  | { readonly item: ItemName }
  /** The place in a list after an item, or before all with `first`. */
  | { readonly after: ItemName | 'first' }
  /** An item of a list by its index. */
  | { readonly index: number }
  /** Items of a list, or lines of a text, from an index up to another. */
  | { readonly from: number; readonly to: number };

const PLAIN = /^[A-Za-z_][\w-]*$/;
const NAME = /^[A-Za-z_/][\w./-]*$/;
const TOKEN = /\.?(?:("(?:[^"\\]|\\.)*")|([A-Za-z_][\w-]*))|\[([^\]]+)\]/y;
const RANGE = /^(\d+)(?::(\d+))?$/;
const FIRST = 'before all';
const AFTER = 'after ';

/** Whether a value can name an item in a printed path. */
export function isName(value: unknown): value is string {
  return typeof value === 'string' && NAME.test(value);
}

/** A path as a person writes it: `spec.containers[redis].volumeMounts[after mountPath=/tmp]`. */
export function printPath(path: readonly Step[]): string {
  return path.map(printStep).join('').replace(/^\./, '');
}

/** The steps of a printed path; throws where the text is no path. */
export function parsePath(text: string): readonly Step[] {
  const steps: Step[] = [];
  for (let end = 0; end < text.length; end = TOKEN.lastIndex) {
    TOKEN.lastIndex = end;
    const [, quoted, plain, brackets = ''] = TOKEN.exec(text) ?? fail(`column ${end + 1} of ${text}`);
    const field = plain ?? (quoted === undefined ? undefined : String(JSON.parse(quoted)));
    steps.push(field === undefined ? parseBrackets(brackets) : { field });
  }
  return steps;
}

function printStep(step: Step): string {
  if ('field' in step) return `.${PLAIN.test(step.field) ? step.field : JSON.stringify(step.field)}`;
  if ('item' in step) return `[${printName(step.item)}]`;
  if ('after' in step) return step.after === 'first' ? `[${FIRST}]` : `[${AFTER}${printName(step.after)}]`;
  return 'index' in step ? `[${step.index}]` : `[${step.from}:${step.to}]`;
}

function printName({ by, is }: ItemName): string {
  return by === 'name' ? is : `${by}=${is}`;
}

function parseBrackets(text: string): Step {
  if (text === FIRST) return { after: 'first' };
  if (text.startsWith(AFTER)) return { after: parseName(text.slice(AFTER.length)) };
  const [, from, to] = RANGE.exec(text) ?? [];
  if (from === undefined) return { item: parseName(text) };
  return to === undefined ? { index: Number(from) } : { from: Number(from), to: Number(to) };
}

function parseName(text: string): ItemName {
  const [by = '', is] = text.split('=');
  return is === undefined ? { by: 'name', is: by } : { by, is };
}

function fail(where: string): never {
  throw new Error(`no path from ${where}`);
}
