import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { ChartwrightError } from '../errors.ts';
import { CHARTS, readChart } from '../package/chart-folders.ts';
import { packChart } from '../package/pack.ts';
import { run } from '../programs/run.ts';

/** Where the cases of a chart are, and how their files end. */
const CASES = [
  { folder: 'ci', ending: '-values.yaml' },
  { folder: 'presets', ending: '.yaml' },
];

/**
 * Calls `use` with what Helm can read of a chart: its folder, or an archive that lives as long as the call where it bundles others.
 *
 * Errors: `package/no-chart`, and those of packing.
 */
export async function withSource<T>(
  name: string,
  use: (source: string) => Promise<T>,
  charts = CHARTS,
): Promise<T> {
  const { folder, manifest } = await readChart(join(charts, name));
  if ((manifest.dependencies ?? []).length === 0) return use(folder);
  return withDraft(async (draft) => use(await packChart(name, draft, charts)));
}

/**
 * Calls `use` with the folder of the charts as they are in a revision of git.
 *
 * Errors: `chart/revision` where git does not know the revision or the folder in it.
 */
export async function withChartsAt<T>(
  revision: string,
  use: (charts: string) => Promise<T>,
  charts = CHARTS,
): Promise<T> {
  return withDraft(async (draft) => {
    const archive = join(draft, 'charts.tar');
    const git = ['archive', '--output', archive, revision, basename(charts)];
    for (const [program, args] of [['git', git] as const, ['tar', ['-xf', archive, '-C', draft]] as const]) {
      const { code, stderr } = await run(program, args, { cwd: dirname(charts) });
      if (code !== 0)
        throw new ChartwrightError(
          'chart/revision',
          stderr.trim(),
          revision,
          'Name a commit with charts in it.',
        );
    }
    return use(join(draft, basename(charts)));
  });
}

async function withDraft<T>(use: (draft: string) => Promise<T>): Promise<T> {
  const draft = await mkdtemp(join(tmpdir(), 'chartwright-chart-'));
  try {
    return await use(draft);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** One set of values to render or lint a chart with. */
export interface Case {
  readonly name: string;
  /** Values files, the later ones winning; none for the chart's defaults. */
  readonly values: readonly string[];
}

/** Which cases of a chart are meant. */
export interface Chosen {
  /** Values files that are one case together, in place of the chart's own. */
  readonly values?: readonly string[] | undefined;
  /** Name of the only case to take. */
  readonly case?: string | undefined;
  /** Folder with the charts; default that of this workspace. */
  readonly charts?: string | undefined;
}

/**
 * The given values files as one case, or those of the chart's `ci/` and its presets, or the defaults where there are none.
 *
 * Errors: `chart/no-case`.
 */
export async function casesOf(
  name: string,
  { values = [], case: only, charts = CHARTS }: Chosen,
): Promise<readonly Case[]> {
  if (values.length > 0) return [{ name: values.join(', '), values: values.map((file) => resolve(file)) }];
  const own = await Promise.all(
    CASES.map((place) => casesIn(join(charts, name, place.folder), place.ending)),
  );
  const cases = own.flat();
  if (only === undefined) return cases.length > 0 ? cases : [{ name: 'defaults', values: [] }];
  const chosen = cases.filter((one) => one.name === only);
  if (chosen.length > 0) return chosen;
  const known = cases.map((one) => one.name).join(', ') || 'none';
  throw new ChartwrightError(
    'chart/no-case',
    `there is no case ${only}`,
    `charts/${name}`,
    `Cases are: ${known}.`,
  );
}

async function casesIn(folder: string, ending: string): Promise<readonly Case[]> {
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith(ending)).sort();
  return files.map((file) => ({ name: file.slice(0, -ending.length), values: [join(folder, file)] }));
}
