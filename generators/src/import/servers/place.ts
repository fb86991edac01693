import type { JsonObject, JsonValue } from '../../schema/index.ts';
import type { Verdict } from '../report.ts';

/** How a text becomes a value: as it is, a number, true or false, or a list of what stands between commas. */
export type Form = 'text' | 'number' | 'truth' | 'list';

/** Where a setting of a server stands in the values of its chart here – words of a list or texts of a form may be all it takes –, or why it has no place there. */
export type Place = Setting | { readonly instead: string; readonly verdict?: Verdict };

interface Setting {
  readonly path: string;
  readonly form: Form;
  readonly of?: readonly string[];
  readonly fits?: RegExp;
}

/** Stands for a dot within a key of a path. */
export const DOT = '\uE002';

/** The value that a text means at a place; undefined where it has not the form of it. */
export function valueAt({ form, of, fits }: Setting, given: string): JsonValue | undefined {
  return (of?.includes(given) ?? true) && (fits?.test(given) ?? true) ? formed(form, given) : undefined;
}

function formed(form: Form, given: string): JsonValue | undefined {
  if (form === 'text') return given === '' ? undefined : given;
  if (form === 'list') return given === '' ? undefined : given.split(',').map((word) => word.trim());
  if (form === 'number') return /^-?\d{1,12}$/.test(given) ? Number(given) : undefined;
  if (/^(1|true|yes|on)$/i.test(given)) return true;
  return /^(0|false|no|off)$/i.test(given) ? false : undefined;
}

/** Puts a value at a path of values. */
export function putAt(
  tree: Record<string, JsonValue>,
  [first = '', ...rest]: readonly string[],
  value: JsonValue,
): void {
  const key = first.replace(DOT, '.');
  if (rest.length === 0) tree[key] = value;
  else {
    const below = { ...(tree[key] as JsonObject | undefined) };
    putAt(below, rest, value);
    tree[key] = below;
  }
}
