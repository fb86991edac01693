import { join } from 'node:path';
import process from 'node:process';
import { cpuOfEach } from './measure.ts';
import { ms, type Section } from './report.ts';

const GOAL_MS = 2000;
const ONCE = join(import.meta.dirname, 'generate-once.ts');

/** How long generating takes, from the start of the process. */
export async function generation(): Promise<Section> {
  const node = process.execPath;
  const [start, one, all] = await cpuOfEach(
    [
      [node, '--eval', '0'],
      [node, ONCE, 'redis'],
      [node, ONCE],
    ],
    { runs: 5 },
  );
  const row = (name: string, cpu = { min: 0, median: 0 }) => [
    name,
    ms(cpu.min),
    ms(cpu.median),
    (cpu.min / GOAL_MS).toFixed(2),
  ];
  return {
    title: 'Generation, CPU time from the start of the process',
    head: ['what', 'min', 'median', 'of the goal'],
    rows: [row('Node alone', start), row('one chart', one), row('all charts', all)],
    goals: [{ text: `all charts in less than ${GOAL_MS / 1000} s`, kept: (all?.min ?? GOAL_MS) < GOAL_MS }],
  };
}
