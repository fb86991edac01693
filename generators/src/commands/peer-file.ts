import { readFileSync } from 'node:fs';
import { parseAllDocuments, type Tags } from 'yaml';
import { ChartwrightError } from '../errors.ts';
import { pathOf } from '../model/value-path.ts';
import { isObject, type JsonObject, type JsonValue } from '../schema/index.ts';

/** Values as Helm reads them: `yes` is true, `<<` merges, and neither times nor dates are numbers. */
export function contentsOf(file: string): JsonObject {
  const isHelms = (tag: Tags[number]) =>
    typeof tag === 'string' || !(tag.format === 'TIME' || tag.tag.endsWith(':timestamp'));
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw unreadable(file, 'there is no such file');
  }
  const [document, ...others] = parseAllDocuments(text, {
    version: '1.1',
    merge: true,
    customTags: (tags) => tags.filter(isHelms),
  });
  const [error] = document?.errors ?? [];
  if (error) throw unreadable(file, error.message.split('\n')[0] ?? '');
  if (others.length > 0) throw unreadable(file, 'it holds several documents, and values are one');
  const read: JsonValue = document?.toJS() ?? {};
  if (!isObject(read)) throw unreadable(file, 'it is no map of values');
  return read;
}

/** Values with defaults of their chart that the file does not say. */
export function withDefaults(theirs: JsonObject, defaults: JsonObject): JsonObject {
  return Object.entries(defaults).reduce((all, [path, value]) => filled(all, pathOf(path), value), theirs);
}

function filled(given: JsonObject, [key = '', ...rest]: readonly string[], value: JsonValue): JsonObject {
  const keys = key === '*' ? Object.keys(given) : [key];
  const added = keys.map((one): readonly [string, JsonValue] => {
    const inner = given[one];
    if (rest.length === 0) return [one, inner ?? value];
    return [one, inner === undefined || isObject(inner) ? filled(inner ?? {}, rest, value) : inner];
  });
  return { ...given, ...Object.fromEntries(added) };
}

function unreadable(file: string, what: string): ChartwrightError {
  return new ChartwrightError(
    'translate/unreadable',
    what.trim().replace(/[.:]$/, ''),
    file,
    'Give a values file of that chart.',
  );
}
