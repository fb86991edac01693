import { ChartwrightError } from '../../generators/src/errors.ts';
import { run } from '../../generators/src/programs/run.ts';

/** Milliseconds of user and system time of one call of a command with everything it starts. */
export interface Cpu {
  readonly min: number;
  readonly median: number;
}

export interface MeasureOptions {
  /** Measurements; default 7. */
  readonly runs?: number;
  /** Calls in each measurement, since the clock of short processes is coarse; default 1. */
  readonly calls?: number;
  readonly cwd?: string;
}

const LOOP = `
TIMEFORMAT='%3U %3S'
time for ((i = 0; i < CALLS; i++)); do "$@" > /dev/null || exit 1; done`;

/** Measures a command. Throws `bench/failed` when it fails. */
export async function cpuOf(
  command: string,
  args: readonly string[],
  options: MeasureOptions = {},
): Promise<Cpu> {
  const [cpu] = await cpuOfEach([[command, ...args]], options);
  return cpu ?? { min: 0, median: 0 };
}

/** Measures commands that are compared with each other, by turns, so that all see the machine in the same state. */
export async function cpuOfEach(
  commands: readonly (readonly string[])[],
  { runs = 7, calls = 1, cwd }: MeasureOptions = {},
): Promise<readonly Cpu[]> {
  const times: number[][] = commands.map(() => []);
  for (let turn = 0; turn < runs; turn += 1) {
    for (const [index, words] of commands.entries()) times[index]?.push(await timed(words, calls, cwd));
  }
  return times.map((list) => {
    const sorted = list.toSorted((a, b) => a - b);
    return { min: sorted[0] ?? 0, median: sorted[Math.floor(sorted.length / 2)] ?? 0 };
  });
}

async function timed(words: readonly string[], calls: number, cwd: string | undefined): Promise<number> {
  const env = { CALLS: String(calls) };
  const { code, stderr } = await run('bash', ['-c', LOOP, 'bash', ...words], {
    env,
    ...(cwd === undefined ? {} : { cwd }),
  });
  const [user, system] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  if (code === 0 && user !== undefined && system !== undefined) return (1000 * (user + system)) / calls;
  throw new ChartwrightError('bench/failed', stderr.trim(), words.join(' '), 'Run the command by hand.');
}
