import { setTimeout as sleep } from 'node:timers/promises';

/** Reads again and again until what was read will do, and returns it; after the time limit, whatever was read last. */
export async function until<T>(
  read: () => Promise<T>,
  isDone: (value: T) => boolean,
  seconds = 30,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const value = await read();
    if (isDone(value) || Date.now() > end) return value;
    await sleep(150);
  }
}
