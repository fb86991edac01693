import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { packChart } from '../../generators/src/package/pack.ts';
import { pinnedHelm } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import type { Case } from '../../tools/cases/cases.ts';
import { chartsAt, git, lastRelease } from '../../tools/release/released.ts';

const ROOT = resolve(CHARTS, '..');

/** The charts that people have: as they were released last, and without a release, as the commit before the last change had them. */
export interface ChartsBefore {
  /** What a case installed then; nothing for a new one, and for one that renders the same objects from the archive of now. */
  of(one: Case, now: string): Promise<{ readonly archive: string; readonly values: string } | undefined>;
}

/** Takes them from git before the tests of a file; they go after them. */
export function useChartsBefore(): ChartsBefore {
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
  return {
    of: async ({ chart, values }, now) => {
      const commit = await baselineOf(chart);
      const charts = await once(folders, commit, () => chartsAt(ROOT, commit, join(work, commit)));
      const before = join(charts, chart, basename(dirname(values)), basename(values));
      if (!existsSync(before)) return undefined;
      const archive = await once(archives, `${commit} ${chart}`, () =>
        packChart(chart, join(work, commit), charts),
      );
      const same = (await rendered(archive, before)) === (await rendered(now, values));
      return same ? undefined : { archive, values: before };
    },
  };
}

/** The commit whose charts people have: that of a chart's last release, and without one that before the charts' last change. */
export async function baselineOf(chart: string): Promise<string> {
  return (await lastRelease(ROOT, chart))?.tag ?? (await commitBefore());
}

async function rendered(archive: string, values: string): Promise<string> {
  const args = ['template', 'demo', archive, '--values', values];
  const { code, stdout, stderr } = await run(await pinnedHelm(), args);
  if (code !== 0) throw new Error(`${archive} with ${values}: ${stderr}`);
  return stdout;
}

async function commitBefore(): Promise<string> {
  const commits = await git(ROOT, 'log', '-2', '--format=%H', '--', 'charts/ai-platform');
  const commit = commits.split('\n')[1];
  if (commit === undefined) throw new Error('git knows no earlier version of the charts: fetch the history');
  return commit;
}
