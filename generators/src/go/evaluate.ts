import { isObject } from '../schema/index.ts';
import { type Comparison, type Condition, type Leaf, leavesOf } from './condition.ts';

/** A document of values, and what helpers print for it. */
export interface Release {
  readonly values: Readonly<Record<string, unknown>>;
  readonly helper?: (name: string) => string;
}

/** Whether a condition holds for the values of a release; as in Go, empty lists, maps, strings and zero are false. */
export function holds(condition: Condition, release: Release): boolean {
  if (typeof condition === 'boolean') return condition;
  if ('all' in condition) return condition.all.every((one) => holds(one, release));
  if ('any' in condition) return condition.any.some((one) => holds(one, release));
  if ('not' in condition) return !holds(condition.not, release);
  return 'compare' in condition ? compares(condition, release) : isFilled(read(condition, release));
}

/** The paths of values that a condition reads itself; helpers and raw text read their own. */
export function pathsOf(condition: Condition): readonly string[] {
  return leavesOf(condition).flatMap((leaf) => ('value' in leaf ? [leaf.value] : []));
}

/** The value at a path, keys joined by dots. */
export function valueAt(path: string, values: Release['values']): unknown {
  return path.split('.').reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), values);
}

function compares({ compare, of, to }: Comparison<Leaf>, release: Release): boolean {
  const found = typeof to === 'number' ? Math.trunc(Number(read(of, release))) : read(of, release);
  if (compare === 'has') return to.some((text) => text === found);
  if (compare === 'gt') return Number(found) > Number(to);
  return (found === to) === (compare === 'eq');
}

function read(leaf: Leaf, { values, helper }: Release): unknown {
  if ('value' in leaf) return valueAt(leaf.value, values);
  if ('include' in leaf && helper) return helper(leaf.include);
  throw new TypeError(`cannot judge ${JSON.stringify(leaf)}`);
}

function isFilled(found: unknown): boolean {
  if (Array.isArray(found)) return found.length > 0;
  return isObject(found) ? Object.keys(found).length > 0 : Boolean(found);
}
