import { join } from 'node:path';
import process from 'node:process';
import { clockOf, cpuOfEach, type Time } from './measure.ts';
import { atMost, ms, type Row, type Section, seconds } from './report.ts';

const ROOT = join(import.meta.dirname, '../..');
const ONCE = join(import.meta.dirname, 'generate-once.ts');
const NX = join(ROOT, 'node_modules/.bin/nx');
const COMPOSE = 'tools/bench/fixtures/fifteen-services.yaml';

/** How long generating takes from the start of the process, and how long people wait for `nx sync:check` and an import. */
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
  // Without the daemon, as in a fresh clone: it would only keep the graph.
  const waited = { runs: 3, env: { NX_DAEMON: 'false' } };
  const check = await clockOf([node, NX, 'sync:check'], waited);
  const imported = await clockOf([node, NX, 'generate', 'import', COMPOSE, '--dry-run'], waited);
  return {
    title: 'Generation',
    head: ['what', 'min', 'median'],
    rows: [
      row('Node alone, CPU', start),
      row('one chart, CPU from the start of the process', one, 800),
      row('all charts, CPU from the start of the process', all, 3000),
      row('`nx sync:check` by the clock', check, 5000),
      row('`nx generate import` of 15 services by the clock', imported, 3000),
    ],
  };
}

function row(name: string, { min, median }: Time = { min: 0, median: 0 }, limit?: number): Row {
  const cells = [name, ms(min), ms(median)];
  return limit === undefined ? { cells } : { cells, goal: atMost(min, limit, seconds) };
}
