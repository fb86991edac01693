import type { ChartwrightError } from '../../errors.ts';
import { inputError, type Place } from '../compose/tree.ts';
import { byPath, type Line, type Say, type Verdict } from '../report.ts';
import { type Entry, entriesOf, type KubeObject, treeAt } from './objects.ts';
import { isTest } from './pods.ts';
import { wordsOf, wordsOfObject } from './words.ts';

/** What is said of an object's fields; paths begin at the object. */
export function teller({ id, tree, at }: KubeObject, lines: Line[], below: readonly string[] = []): Say {
  return (path, verdict, says) => {
    const keys = [...below, ...path.split('.').filter(Boolean)];
    const place = treeAt(tree, ...keys)?.at ?? at;
    lines.push({ path: [id, keys.join('.')].filter(Boolean).join(' '), at: place, verdict, says });
  };
}

/**
 * The lines of all objects: each field once, by the line of it or of what it is part of, or by what words say.
 *
 * @param lines what is said already
 */
export function told(objects: readonly KubeObject[], lines: readonly Line[]) {
  const said = byPath(lines);
  const unknown: ChartwrightError[] = [];
  const all = new Map<string, Line>();
  for (const object of objects) {
    const whole: readonly [Verdict, string] | undefined = isTest(object)
      ? ['carried', '`helm test` checks every workload']
      : wordsOfObject(object.kind, object.apiVersion);
    for (const entry of entriesOf(object)) {
      const line = lineOf(object, entry, said, whole);
      if (typeof line === 'string')
        unknown.push(inputError(line, entry.at, 'Mend it, or leave such fields out with --accept.'));
      const found =
        typeof line === 'string'
          ? {
              path: pathOf(object, entry.keys),
              at: entry.at,
              verdict: 'left out' as const,
              says: 'nobody knows it',
            }
          : line;
      all.set(found.path, { ...found, of: object.id });
    }
    for (const at of object.again ?? []) {
      const path = `${object.id} at ${at}`;
      all.set(path, {
        path,
        at,
        of: object.id,
        verdict: 'carried',
        says: 'the same object: it is taken once',
      });
    }
  }
  return { lines: [...all.values()], unknown };
}

function lineOf(
  object: KubeObject,
  { keys, at }: Entry,
  said: ReadonlyMap<string, Line>,
  whole: readonly [Verdict, string] | undefined,
): Line | string {
  for (let length = keys.length; length >= 0; length--) {
    const line = said.get(pathOf(object, keys.slice(0, length)));
    if (line) return line;
  }
  if (whole) return { path: object.id, at: object.at, verdict: whole[0], says: whole[1] };
  const found = wordsOf(object.kind, keys);
  if (found === undefined)
    return `there is no place for ${keys.join('.')} of a ${object.kind} (${object.id})`;
  const [verdict, says] = found.words;
  const place: Place = treeAt(object.tree, ...found.keys)?.at ?? at;
  return { path: pathOf(object, found.keys), at: place, verdict, says };
}

/** `Deployment/web spec.replicas`. */
export function pathOf({ id }: KubeObject, keys: readonly string[]): string {
  return [id, keys.join('.')].filter(Boolean).join(' ');
}
