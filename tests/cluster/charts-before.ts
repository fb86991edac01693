import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { packChart } from '../../generators/src/package/pack.ts';
import { run } from '../../generators/src/programs/run.ts';
import type { Case } from '../../tools/cases/cases.ts';

/** The charts as they were before the commit that changed them last. */
export interface ChartsBefore {
  /** What a preset installed then; nothing for what is no preset, or a new one. */
  of(one: Case): Promise<{ readonly archive: string; readonly values: string } | undefined>;
}

/** Takes the charts of that commit from git before the tests of a file; they go after them. */
export function useChartsBefore(): ChartsBefore {
  let work = '';
  const archives = new Map<string, Promise<string>>();
  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'chartwright-before-'));
    await extract(await commitBefore(), work);
  }, 120_000);
  afterAll(() => rm(work, { recursive: true, force: true }));
  return {
    of: async ({ chart, values }) => {
      const before = join(work, 'charts', chart, 'presets', basename(values));
      if (!values.includes('/presets/') || !existsSync(before)) return undefined;
      const archive = archives.get(chart) ?? packChart(chart, work, join(work, 'charts'));
      archives.set(chart, archive);
      return { archive: await archive, values: before };
    },
  };
}

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
  if (made.code !== 0 || opened.code !== 0) throw new Error(`${made.stderr}${opened.stderr}`);
}
