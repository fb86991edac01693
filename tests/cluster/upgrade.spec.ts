import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { packChart } from '../../generators/src/package/pack.ts';
import { run } from '../../generators/src/programs/run.ts';
import { archiveOf, cases, hardwareOf } from '../../tools/cases/cases.ts';
import { footprint, settle } from './observe.ts';
import { useCluster } from './testbed.ts';

const WAIT = ['--wait', '--timeout', '240s'];
const presets = cases().filter(({ values }) => values.includes('/presets/'));

let work = '';
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'chartwright-before-'));
  await extract(await commitBefore(), work);
}, 120_000);
afterAll(() => rm(work, { recursive: true, force: true }));

describe.each([...Map.groupBy(presets, hardwareOf)])(
  'on %s, a release of the charts before their last change takes those of today',
  (hardware, some) => {
    const testbed = useCluster(hardware);

    test.each(some.map(({ chart, name, values }) => [`${chart} with ${name}`, chart, values] as const))(
      '%s',
      { timeout: 600_000 },
      async (_title, chart, values) => {
        const before = join(work, 'charts', chart, 'presets', basename(values));
        // A preset that is new has no release to upgrade; then today's charts are both.
        const isOld = existsSync(before);
        const first = isOld ? await packChart(chart, work, join(work, 'charts')) : await archiveOf(chart);
        const space = await testbed.space();
        await space.helm('install', 'app', first, '--values', isOld ? before : values, ...WAIT);
        await settle(space);
        const start = await footprint(space);
        await space.helm('upgrade', 'app', await archiveOf(chart), '--values', values, ...WAIT);
        await settle(space);
        const now = await footprint(space);
        expect(now.secrets).toMatchObject(start.secrets);
        expect(now.claims).toMatchObject(start.claims);
      },
    );
  },
);

/** The commit before the one that changed a chart last. */
async function commitBefore(): Promise<string> {
  const { stdout } = await run('git', ['-C', CHARTS, 'log', '-2', '--format=%H', '--', 'ai-platform']);
  const commit = stdout.trim().split('\n')[1];
  if (commit === undefined) throw new Error('git knows no earlier version of the charts: fetch the history');
  return commit;
}

async function extract(commit: string, target: string): Promise<void> {
  const archive = join(target, 'charts.tar');
  const made = await run('git', ['-C', join(CHARTS, '..'), 'archive', '--output', archive, commit, 'charts']);
  const opened = await run('tar', ['-xf', archive, '-C', target]);
  expect([made.stderr, opened.stderr]).toEqual(['', '']);
}
