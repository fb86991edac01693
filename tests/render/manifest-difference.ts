import { idOf, type KubeObject } from '../../tools/kubernetes/objects.ts';
import { applied, type Change, difference } from './difference.ts';
import { sorted } from './objects.ts';
import { parsePath, printPath } from './path.ts';

/** The hash at the end of a Job's name. */
const HASH = /-[0-9a-f]{8}$/;

/** `Kind/name`, with the namespace where the object says one; without the hash that names a Job after its spec. */
function keyOf(object: KubeObject): string {
  const { namespace } = object.metadata;
  return `${idOf(object).replace(HASH, '')}${namespace === undefined ? '' : ` in ${namespace}`}`;
}

/**
 * What objects have other than those of `base`, as documents to read: first what is removed and, path by path, what is changed;
 * then each object that is added.
 */
export function manifestDifference(
  base: readonly KubeObject[],
  objects: readonly KubeObject[],
): readonly unknown[] {
  const [before, after] = [keyed(base), keyed(objects)];
  const removed = [...before.keys()].filter((key) => !after.has(key));
  const changed = [...after].flatMap(([key, object]) => {
    const changes = before.has(key) ? difference(before.get(key), object) : [];
    return changes.length === 0 ? [] : [[key, printChanges(changes)]];
  });
  const added = [...after].filter(([key]) => !before.has(key)).map(([, object]) => object);
  const head = {
    ...(removed.length === 0 ? {} : { removed }),
    ...(changed.length === 0 ? {} : { changed: Object.fromEntries(changed) }),
  };
  return [head, ...added];
}

/** The objects that a difference makes of those of `base`, sorted. */
export function withDifference(
  base: readonly KubeObject[],
  [head, ...added]: readonly unknown[],
): readonly KubeObject[] {
  const { removed = [], changed = {} } = head as {
    readonly removed?: readonly string[];
    readonly changed?: Readonly<Record<string, Printed>>;
  };
  const kept = [...keyed(base)].filter(([key]) => !removed.includes(key));
  const objects = kept.map(([key, object]) => applied(object, parseChanges(changed[key] ?? {})));
  return sorted([...objects, ...added] as readonly KubeObject[]);
}

/** Paths with their new values, and under `removed` those that are gone. */
type Printed = Readonly<Record<string, unknown>>;

function printChanges(changes: readonly Change[]): Printed {
  const removed = changes.filter((change) => !('value' in change)).map(({ path }) => printPath(path));
  const set = changes.filter((change) => 'value' in change);
  return {
    ...(removed.length === 0 ? {} : { removed }),
    ...Object.fromEntries(set.map(({ path, value }) => [printPath(path), value])),
  };
}

function parseChanges({ removed = [], ...set }: Printed): readonly Change[] {
  return [
    ...(removed as readonly string[]).map((path) => ({ path: parsePath(path) })),
    ...Object.entries(set).map(([path, value]) => ({ path: parsePath(path), value })),
  ];
}

/** The objects by kind, name and namespace, sorted; throws where two have the same. */
export function keyed(objects: readonly KubeObject[]): ReadonlyMap<string, KubeObject> {
  const map = new Map(sorted(objects).map((object) => [keyOf(object), object]));
  if (map.size < objects.length) throw new Error('two objects of one kind and name');
  return map;
}
