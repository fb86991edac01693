import { createHash } from 'node:crypto';
import { canonical, type JsonValue } from '../schema/index.ts';

/** What `toJson … | sha256sum` makes of values in a template. */
export function digestOf(values: JsonValue): string {
  return sha256sum(goJson(values));
}

/** What `sha256sum` of a template makes of a text. */
export function sha256sum(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** JSON as `toJson` of a template prints it: keys in order, and nothing that HTML would read. */
export function goJson(value: JsonValue): string {
  return canonical(value).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
