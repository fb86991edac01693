import type { Tree } from './compose/tree.ts';
import type { Verdict } from './report.ts';

/** Notes what became of an entry of the service, or of all below a key. */
export type Say = (path: string, verdict: Verdict, says: string) => void;
/** What stands at a path below the service. */
export type Field = (...path: readonly string[]) => Tree | undefined;

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

/** Seconds that pods go on serving by default while they end. */
const DRAIN = 5;

/** What a workload that serves others must say to end in a short time: half of it is for those who are still sent to it. */
export function shortEnd(grace: number | undefined, isServing: boolean): { readonly drainSeconds?: number } {
  return isServing && grace !== undefined && grace <= DRAIN ? { drainSeconds: Math.floor(grace / 2) } : {};
}
