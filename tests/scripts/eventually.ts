import { setTimeout as pause } from 'node:timers/promises';

/** Seconds that a real server may take for what it does by itself, such as a first copy of a primary. */
const PATIENCE = 60;

/** Asks again and again until the answer fits, and returns it; after the time limit, whatever was answered last. */
export async function eventually<T>(ask: () => Promise<T>, fits: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + PATIENCE * 1000;
  for (;;) {
    const answer = await ask();
    if (fits(answer) || Date.now() > deadline) return answer;
    await pause(200);
  }
}
