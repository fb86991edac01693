/** Seconds that pods go on serving by default while they end. */
const DRAIN = 5;

/** What a workload that serves others must say to end in a short time: half of it is for those who are still sent to it. */
export function shortEnd(grace: number | undefined, isServing: boolean): { readonly drainSeconds?: number } {
  return isServing && grace !== undefined && grace <= DRAIN ? { drainSeconds: Math.floor(grace / 2) } : {};
}
