import { ChartwrightError } from '../../generators/src/errors.ts';
import { run } from '../../generators/src/programs/run.ts';

/** Milliseconds of one call of a command with everything it starts: the least and the middle one of several. */
export interface Time {
  readonly min: number;
  readonly median: number;
}

export interface MeasureOptions {
  /** Measurements; default 7. */
  readonly runs?: number;
  /** Calls in each measurement, since the clock of short processes is coarse; default 1. */
  readonly calls?: number;
  /** Variables on top of the current environment. */
  readonly env?: Readonly<Record<string, string>>;
}

const LOOP = `
TIMEFORMAT='%3R %3U %3S'
time for ((i = 0; i < CALLS; i++)); do "$@" > /dev/null || exit 1; done`;

/**
 * User and system time of commands that are compared with each other, measured by turns, so that all see the machine in
 * the same state. Throws `bench/failed` when one fails.
 */
export async function cpuOfEach(
  commands: readonly (readonly string[])[],
  { runs = 7, ...options }: MeasureOptions = {},
): Promise<readonly Time[]> {
  const times: number[][] = commands.map(() => []);
  for (let turn = 0; turn < runs; turn += 1) {
    for (const [index, words] of commands.entries()) {
      const { user, system } = await timed(words, options);
      times[index]?.push(user + system);
    }
  }
  return times.map(summary);
}

/** Time of a command by the clock. Throws `bench/failed` when it fails. */
export async function clockOf(
  words: readonly string[],
  { runs = 7, ...options }: MeasureOptions = {},
): Promise<Time> {
  const times: number[] = [];
  for (let turn = 0; turn < runs; turn += 1) times.push((await timed(words, options)).real);
  return summary(times);
}

function summary(times: readonly number[]): Time {
  const sorted = times.toSorted((a, b) => a - b);
  return { min: sorted[0] ?? 0, median: sorted[Math.floor(sorted.length / 2)] ?? 0 };
}

/** Milliseconds of one call. */
async function timed(
  words: readonly string[],
  { calls = 1, env = {} }: MeasureOptions,
): Promise<{ readonly real: number; readonly user: number; readonly system: number }> {
  const { code, stderr } = await run('bash', ['-c', LOOP, 'bash', ...words], {
    env: { ...env, CALLS: String(calls) },
  });
  const [real, user, system] = (stderr.trim().split('\n').at(-1) ?? '')
    .split(' ')
    .map((seconds) => (1000 * Number(seconds)) / calls);
  if (code === 0 && real !== undefined && user !== undefined && system !== undefined)
    return { real, user, system };
  throw new ChartwrightError('bench/failed', stderr.trim(), words.join(' '), 'Run the command by hand.');
}
