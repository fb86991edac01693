import type { Expression } from './text.ts';

/** What a condition reads of a release. */
export type Leaf =
  /** Path of a value below the chart's values, keys joined by dots: `gitSync.enabled`. */
  | { readonly value: string }
  /** Name of a helper; the condition holds when the helper prints anything. */
  | { readonly include: string }
  /** A Go template expression, where nothing else will do; it can be printed but not evaluated. */
  | { readonly go: Expression };

/** What a condition of a feature takes from the workload, connection or chart it is resolved for; a plain condition there. */
export type Deferred =
  /** Path of a value below the values of the workload or connection. */
  | { readonly own: string }
  /** A helper of the chart, workload or connection itself; that of `values` is the chart's, called with those of the workload. */
  | { readonly helper: string; readonly of: 'chart' | 'workload' | 'connection' | 'values' }
  /** The helper `via` of the connection that an option names. */
  | { readonly connection: string }
  /** A condition that the definition gives as an option. */
  | { readonly option: string }
  /** A condition that the feature computes, as one of its locals. */
  | { readonly computed: string }
  /** A condition that the model has: that of an init container, a mount, a setting or a connection. */
  | {
      readonly carried:
        | 'init.when'
        | 'mount.when'
        | 'setting.condition'
        | `connection.${'condition' | 'traffic' | 'waits'}`;
    }
  /** The workload is of this kind, for example `StatefulSet`. */
  | { readonly kind: string }
  /** Any entry of a list of the workload exists. */
  | { readonly each: 'after' | 'env' | 'composedEnv' | 'elevated' };

/** A condition over leaves of the type `Reads`. */
export type Tree<Reads> =
  /** Known while charts are generated: always, or never. */
  | boolean
  | Reads
  | { readonly all: readonly Tree<Reads>[] }
  | { readonly any: readonly Tree<Reads>[] }
  | { readonly not: Tree<Reads> }
  | Comparison<Reads>;

/** The text, or as an integer the number, compared with another; `has` with several texts. */
export type Comparison<Reads> =
  | { readonly compare: 'eq' | 'ne' | 'gt'; readonly of: Reads; readonly to: string | number }
  | { readonly compare: 'has'; readonly of: Reads; readonly to: readonly string[] };

/** When something exists, as data: printed as Go template text, evaluated on values, and asked for the values it reads. */
export type Condition = Tree<Leaf>;

/** The condition of a feature, before it is resolved for a workload, connection or chart. */
export type FeatureCondition = Tree<Leaf | Deferred>;

export const ALWAYS = true;

/** A value that is neither empty nor false nor zero; the path is below the chart's values. */
export function value(path: string): Leaf {
  return { value: path };
}

/** A helper of the chart prints anything. */
export function include(name: string): Leaf {
  return { include: name };
}

/** A Go template expression, where nothing else will do. */
export function raw(written: string): Leaf {
  return { go: written as Expression };
}

/** All conditions hold; known ones are left out. */
export function all(...conditions: readonly Condition[]): Condition;
export function all(...conditions: readonly FeatureCondition[]): FeatureCondition;
export function all(...conditions: readonly FeatureCondition[]): FeatureCondition {
  const each = conditions.flatMap((one) => (typeof one === 'object' && 'all' in one ? one.all : [one]));
  if (each.includes(false)) return false;
  const [first = true, ...others] = distinct(each, true);
  return others.length === 0 ? first : { all: [first, ...others] };
}

/** Any condition holds; known ones are left out. */
export function any(...conditions: readonly Condition[]): Condition;
export function any(...conditions: readonly FeatureCondition[]): FeatureCondition;
export function any(...conditions: readonly FeatureCondition[]): FeatureCondition {
  const each = conditions.flatMap((one) => (typeof one === 'object' && 'any' in one ? one.any : [one]));
  if (each.includes(true)) return true;
  const [first = false, ...others] = distinct(each, false);
  return others.length === 0 ? first : { any: [first, ...others] };
}

/** The conditions without the neutral ones, each once. */
function distinct(conditions: readonly FeatureCondition[], neutral: boolean): readonly FeatureCondition[] {
  const open = conditions.filter((condition) => condition !== neutral);
  return [...new Map(open.map((condition) => [JSON.stringify(condition), condition])).values()];
}

export function not(condition: Condition): Condition;
export function not(condition: FeatureCondition): FeatureCondition;
export function not(condition: FeatureCondition): FeatureCondition {
  return typeof condition === 'boolean' ? !condition : { not: condition };
}

/** The value equals this text, or as an integer this number. */
export function eq(of: Leaf, to: string | number): Condition;
export function eq(of: Leaf | Deferred, to: string | number): FeatureCondition;
export function eq(of: Leaf | Deferred, to: string | number): FeatureCondition {
  return { compare: 'eq', of, to };
}

/** The value differs from this text, or as an integer from this number. */
export function ne(of: Leaf, to: string | number): Condition {
  return { compare: 'ne', of, to };
}

/** As an integer the value is greater. */
export function gt(of: Leaf, to: number): Condition {
  return { compare: 'gt', of, to };
}

/** The value is one of these texts. */
export function has(of: Leaf, ...to: readonly string[]): Condition {
  return { compare: 'has', of, to };
}

/** The same condition over other leaves; those that become known are left out. */
export function overLeaves(
  condition: FeatureCondition,
  change: (leaf: Leaf | Deferred) => Condition,
): Condition {
  if (typeof condition === 'boolean') return condition;
  const inner = (one: FeatureCondition) => overLeaves(one, change);
  if ('all' in condition) return all(...condition.all.map(inner));
  if ('any' in condition) return any(...condition.any.map(inner));
  if ('not' in condition) return not(inner(condition.not));
  if (!('compare' in condition)) return change(condition);
  const of = change(condition.of);
  if (isLeaf(of)) return { ...condition, of };
  throw new TypeError(`nothing compares with the condition ${JSON.stringify(of)}`);
}

/** Whether a condition is a single leaf. */
export function isLeaf(condition: Condition): condition is Leaf {
  return (
    typeof condition === 'object' && ('value' in condition || 'include' in condition || 'go' in condition)
  );
}

/** What a condition reads of a release. */
export function leavesOf(condition: Condition): readonly Leaf[] {
  if (typeof condition === 'boolean') return [];
  if ('all' in condition) return condition.all.flatMap(leavesOf);
  if ('any' in condition) return condition.any.flatMap(leavesOf);
  if ('not' in condition) return leavesOf(condition.not);
  return 'compare' in condition ? [condition.of] : [condition];
}
