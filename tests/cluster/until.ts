import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Seconds that anything done by a controller may take. Waiting is polled, so a generous limit costs a passing test nothing;
 * the garbage collector alone looks for new kinds every 30 seconds before it deletes what a custom resource owned.
 */
const PATIENCE = 180;

/** The pause grows with what was waited already, so that a long wait costs little and is noticed at most a tenth late. */
const pauseAfter = (waitedMs: number) => Math.min(Math.max(100, waitedMs / 10), 2_000);

/** Reads again and again until what was read will do, and returns it; after the time limit, whatever was read last. */
export async function until<T>(
  read: () => Promise<T>,
  isDone: (value: T) => boolean,
  seconds = PATIENCE,
): Promise<T> {
  const start = Date.now();
  for (;;) {
    const value = await read();
    const waited = Date.now() - start;
    if (isDone(value) || waited > seconds * 1000) return value;
    await sleep(pauseAfter(waited));
  }
}
