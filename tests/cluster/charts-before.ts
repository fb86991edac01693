import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { packChart } from '../../generators/src/package/pack.ts';
import type { Case } from '../../tools/cases/cases.ts';
import { chartsAt, git, lastRelease } from '../../tools/release/released.ts';

const ROOT = resolve(CHARTS, '..');

/** What people have installed of a case. */
export interface Before {
  readonly archive: string;
  readonly values: string;
}

/**
 * Takes the charts that people have from git before the tests of a file: as they were released last, and without a release,
 * as the commit before the last change had them. They go after the tests.
 *
 * @returns what a case installed then; nothing for a new one
 */
export function useChartsBefore(): (one: Case) => Promise<Before | undefined> {
  let work = '';
  const folders = new Map<string, Promise<string>>();
  const archives = new Map<string, Promise<string>>();
  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'chartwright-before-'));
  });
  afterAll(() => rm(work, { recursive: true, force: true }));

  const once = (known: Map<string, Promise<string>>, key: string, make: () => Promise<string>) => {
    const made = known.get(key) ?? make();
    known.set(key, made);
    return made;
  };
  return async ({ chart, values }) => {
    const commit = await baselineOf(chart);
    const charts = await once(folders, commit, () => chartsAt(ROOT, commit, join(work, commit)));
    const before = join(charts, chart, basename(dirname(values)), basename(values));
    if (!existsSync(before)) return undefined;
    const archive = await once(archives, `${commit} ${chart}`, () =>
      packChart(chart, join(work, commit), charts),
    );
    return { archive, values: before };
  };
}

/** The commit whose charts people have: that of a chart's last release, and without one that before the charts' last change. */
export async function baselineOf(chart: string): Promise<string> {
  return (await lastRelease(ROOT, chart))?.tag ?? (await commitBefore());
}

async function commitBefore(): Promise<string> {
  const commits = await git(ROOT, 'log', '-2', '--format=%H', '--', 'charts/ai-platform');
  const commit = commits.split('\n')[1];
  if (commit === undefined) throw new Error('git knows no earlier version of the charts: fetch the history');
  return commit;
}
