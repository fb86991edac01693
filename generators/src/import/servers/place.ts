import type { Verdict } from '../report.ts';

/** How a text becomes a value: as it is, a number, true or false, or a list of what stands between commas. */
export type Form = 'text' | 'number' | 'truth' | 'list';

/** Where a setting of a server stands in the values of its chart here – only words of a list may be all it takes –, or why it has no place there. */
export type Place =
  | { readonly path: string; readonly form: Form; readonly of?: readonly string[] }
  | { readonly instead: string; readonly verdict?: Verdict };

/** Stands for a dot within a key of a path. */
export const DOT = '\uE002';
