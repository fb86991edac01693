import { isDeepStrictEqual } from 'node:util';
import { isRecord } from '../../tools/kubernetes/objects.ts';
import { type ItemName, isName, type Step } from './path.ts';

/** A part of a value that is another than before; without `value` it is gone. */
export interface Change {
  readonly path: readonly Step[];
  readonly value?: unknown;
}

/** Fields that may name the items of a list; the first that tells all apart does. */
const NAMES = ['name', 'mountPath', 'key'];

/**
 * What `next` has other than `base`, in the order in which `applied` takes it.
 *
 * Items of a list are matched by their name, those without one by being equal; ranges come from the last to the first, so that
 * each is counted in `base`.
 */
export function difference(base: unknown, next: unknown, path: readonly Step[] = []): readonly Change[] {
  if (isDeepStrictEqual(base, next)) return [];
  if (isRecord(base) && isRecord(next)) return ofFields(base, next, path);
  if (Array.isArray(base) && Array.isArray(next))
    return ofNamed(base, next, path) ?? ofItems(base, next, path);
  return (hasLines(base) && hasLines(next) && ofLines(base, next, path)) || [{ path, value: next }];
}

/** What changes make of a value; each is made to what those before it left. */
export function applied(base: unknown, changes: readonly Change[]): unknown {
  return changes.reduce<unknown>((value, change) => changed(value, change.path, change), base);
}

type Fields = Readonly<Record<string, unknown>>;

function ofFields(base: Fields, next: Fields, path: readonly Step[]): readonly Change[] {
  const gone = Object.keys(base).filter((field) => !Object.hasOwn(next, field));
  return [
    ...gone.map((field) => ({ path: [...path, { field }] })),
    ...Object.entries(next).flatMap(([field, value]) => {
      const there = [...path, { field }];
      return Object.hasOwn(base, field) ? difference(base[field], value, there) : [{ path: there, value }];
    }),
  ];
}

/** Nothing where items have no names, or where those in both are in another order. */
function ofNamed(
  base: readonly unknown[],
  next: readonly unknown[],
  path: readonly Step[],
): readonly Change[] | undefined {
  const by = NAMES.find((field) => areNamed(base, field) && areNamed(next, field));
  if (by === undefined) return undefined;
  const [before, after] = [named(base, by), named(next, by)];
  const kept = [...before.keys()].filter((name) => after.has(name));
  const names = [...after.keys()];
  if (
    !isDeepStrictEqual(
      kept,
      names.filter((name) => before.has(name)),
    )
  )
    return undefined;
  const itemOf = (is: string): Step => ({ item: { by, is } });
  const gone = [...before.keys()].filter((name) => !after.has(name));
  return [
    ...gone.map((name) => ({ path: [...path, itemOf(name)] })),
    ...kept.flatMap((name) => difference(before.get(name), after.get(name), [...path, itemOf(name)])),
    ...[undefined, ...kept].flatMap((is) => {
      const rest = names.slice(is === undefined ? 0 : names.indexOf(is) + 1);
      const end = rest.findIndex((name) => before.has(name));
      const value = rest.slice(0, end === -1 ? undefined : end).map((name) => after.get(name));
      const place: Step = { after: is === undefined ? 'first' : { by, is } };
      return value.length === 0 ? [] : [{ path: [...path, place], value }];
    }),
  ];
}

function ofItems(
  base: readonly unknown[],
  next: readonly unknown[],
  path: readonly Step[],
): readonly Change[] {
  return replaced(base, next).flatMap(({ from, to, by }) =>
    by.length === to - from
      ? by.flatMap((item, at) => difference(base[from + at], item, [...path, { index: from + at }]))
      : [{ path: [...path, { from, to }], value: by }],
  );
}

/** Nothing where the whole text reads better, because most of it is another. */
function ofLines(base: string, next: string, path: readonly Step[]): readonly Change[] | undefined {
  const lines = next.split('\n');
  const ranges = replaced(base.split('\n'), lines);
  const count = ranges.reduce((sum, { by }) => sum + by.length + 1, 0);
  if (count > lines.length / 2) return undefined;
  return ranges.map(({ from, to, by }) => ({ path: [...path, { from, to }], value: by }));
}

/** Items from an index up to another, replaced by others. */
interface Range<T> {
  readonly from: number;
  readonly to: number;
  readonly by: readonly T[];
}

/** The ranges of `base` that `next` has other items for, the last one first, around a longest common subsequence. */
function replaced<T>(base: readonly T[], next: readonly T[]): readonly Range<T>[] {
  const common = commonLengths(base, next);
  const ranges: Range<T>[] = [];
  let [from, start] = [0, 0];
  const close = (to: number, end: number) => {
    if (to > from || end > start) ranges.unshift({ from, to, by: next.slice(start, end) });
  };
  let [i, j] = [0, 0];
  while (i < base.length && j < next.length) {
    if (isDeepStrictEqual(base[i], next[j])) {
      close(i, j);
      [i, j] = [i + 1, j + 1];
      [from, start] = [i, j];
    } else if (at(common, i + 1, j) >= at(common, i, j + 1)) i += 1;
    else j += 1;
  }
  close(base.length, next.length);
  return ranges;
}

/** How many items two lists have in common in order, from each pair of indexes on. */
function commonLengths(base: readonly unknown[], next: readonly unknown[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: base.length + 1 }, () =>
    Array.from({ length: next.length + 1 }, () => 0),
  );
  for (let i = base.length - 1; i >= 0; i -= 1) {
    for (let j = next.length - 1; j >= 0; j -= 1) {
      const row = lengths[i] ?? [];
      row[j] = isDeepStrictEqual(base[i], next[j])
        ? at(lengths, i + 1, j + 1) + 1
        : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  }
  return lengths;
}

function at(table: readonly (readonly number[])[], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}

function changed(value: unknown, [step, ...deeper]: readonly Step[], change: Change): unknown {
  if (step === undefined) return change.value;
  const gone = deeper.length === 0 && !('value' in change);
  if ('field' in step) {
    if (!isRecord(value)) throw new Error(`no mapping with the field ${step.field}`);
    const { [step.field]: part, ...others } = value;
    return gone ? others : { ...value, [step.field]: changed(part, deeper, change) };
  }
  if (hasLines(value)) return splice(value.split('\n'), step, listOf(change.value)).join('\n');
  const items = listOf(value);
  if ('after' in step || 'from' in step) return splice(items, step, listOf(change.value));
  const index = 'index' in step ? step.index : indexOf(items, step.item);
  return gone ? items.toSpliced(index, 1) : items.with(index, changed(items[index], deeper, change));
}

function splice(items: readonly unknown[], step: Step, by: readonly unknown[]): readonly unknown[] {
  if ('from' in step) return items.toSpliced(step.from, step.to - step.from, ...by);
  if ('after' in step)
    return items.toSpliced(step.after === 'first' ? 0 : indexOf(items, step.after) + 1, 0, ...by);
  throw new Error('nothing can be put into a list at a step to one item');
}

function hasLines(value: unknown): value is string {
  return typeof value === 'string' && value.includes('\n');
}

function areNamed(items: readonly unknown[], by: string): boolean {
  const names = items.map((item) => (isRecord(item) ? item[by] : undefined));
  return names.every(isName) && new Set(names).size === names.length;
}

function named(items: readonly unknown[], by: string): ReadonlyMap<string, unknown> {
  return new Map(items.filter(isRecord).map((item) => [String(item[by]), item]));
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('no list');
  return value;
}

function indexOf(items: readonly unknown[], { by, is }: ItemName): number {
  const index = items.findIndex((item) => isRecord(item) && item[by] === is);
  if (index === -1) throw new Error(`no item with the ${by} ${is}`);
  return index;
}
