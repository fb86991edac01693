import type { Tree } from './compose/tree.ts';
import type { Verdict } from './report.ts';

/** Notes what became of an entry of the service, or of all below a key. */
export type Say = (path: string, verdict: Verdict, says: string) => void;
/** What stands at a path below the service. */
export type Field = (...path: readonly string[]) => Tree | undefined;

/** What stands at a path below a tree. */
export function fieldOf(tree: Tree | undefined, [first, ...rest]: readonly string[]): Tree | undefined {
  if (first === undefined || tree === undefined) return tree;
  return tree.kind === 'fields' ? fieldOf(tree.fields.get(first), rest) : undefined;
}

/** `1m30s` → 90. */
export function seconds(duration: string): number | undefined {
  if (duration === '') return undefined;
  const parts = [...duration.matchAll(/([\d.]+)(us|ms|s|m|h)/g)];
  if (parts.length === 0) return undefined;
  const factor = { us: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 } as const;
  const total = parts.reduce(
    (sum, [, number, unit]) => sum + Number(number) * factor[unit as keyof typeof factor],
    0,
  );
  return Math.max(1, Math.round(total));
}
