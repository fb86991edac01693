import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { parse } from 'yaml';
import { textsOf } from '../../generators/src/package/archive.ts';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { packChart } from '../../generators/src/package/pack.ts';
import type { Case } from '../../tools/cases/cases.ts';
import { chartsAt, git, lastRelease } from '../../tools/release/released.ts';

const ROOT = resolve(CHARTS, '..');

/** The charts that people have: as they were released last, and without a release, as the commit before the last change had them. */
export interface ChartsBefore {
  /** What a case installed then; nothing for a new one, and for one that renders the same objects from the archive of now, whose templates, values and files it has. */
  of(one: Case, now: string): Promise<{ readonly archive: string; readonly values: string } | undefined>;
}

/** Takes them from git before the tests of a file; they go after them. */
export function useChartsBefore(): ChartsBefore {
  let work = '';
  const folders = new Map<string, Promise<string>>();
  const archives = new Map<string, Promise<string>>();
  const looks = new Map<string, Promise<string>>();
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
      const [old, next] = await Promise.all(
        [archive, now].map((path) => once(looks, path, () => rendering(path))),
      );
      const same = old === next && (await readFile(before, 'utf8')) === (await readFile(values, 'utf8'));
      return same ? undefined : { archive, values: before };
    },
  };
}

/** The commit whose charts people have: that of a chart's last release, and without one that before the charts' last change. */
export async function baselineOf(chart: string): Promise<string> {
  return (await lastRelease(ROOT, chart))?.tag ?? (await commitBefore());
}

/** All that decides what an archive renders: its files without pages, presets and what registries show. */
async function rendering(archive: string): Promise<string> {
  const texts = [...textsOf(await readFile(archive))].flatMap(([path, text]) => {
    if (/(^|\/)(README\.md|CHANGELOG\.md|LICENSE)$|^[^/]+\/presets\//.test(path)) return [];
    if (!path.endsWith('/Chart.yaml')) return [[path, text]];
    const { version, appVersion } = parse(text);
    return [[path, version, appVersion]];
  });
  return JSON.stringify(texts);
}

async function commitBefore(): Promise<string> {
  const commits = await git(ROOT, 'log', '-2', '--format=%H', '--', 'charts/ai-platform');
  const commit = commits.split('\n')[1];
  if (commit === undefined) throw new Error('git knows no earlier version of the charts: fetch the history');
  return commit;
}
