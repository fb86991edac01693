import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Seconds that anything done by a controller may take. Waiting is polled, so a generous limit costs a passing test nothing;
 * the garbage collector alone looks for new kinds every 30 seconds before it deletes what a custom resource owned.
 */
const PATIENCE = 180;

/** Reads again and again until what was read will do, and returns it; after the time limit, whatever was read last. */
export async function until<T>(
  read: () => Promise<T>,
  isDone: (value: T) => boolean,
  seconds = PATIENCE,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const value = await read();
    if (isDone(value) || Date.now() > end) return value;
    await sleep(150);
  }
}
