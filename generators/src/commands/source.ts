import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CHARTS, readChart } from '../package/chart-folders.ts';
import { packChart } from '../package/pack.ts';

/** The file of a case in `ci/`. */
const CASE = /-values\.yaml$/;

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
  const draft = await mkdtemp(join(tmpdir(), 'chartwright-chart-'));
  try {
    return await use(await packChart(name, draft, charts));
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** One set of values a chart is tried with. */
export interface Case {
  readonly name: string;
  /** Values files, the later ones winning; none for the chart's defaults. */
  readonly values: readonly string[];
}

/** The given values files as one case, or every case in the chart's `ci/`, or the defaults where there is none. */
export async function casesOf(
  name: string,
  values: readonly string[] = [],
  charts = CHARTS,
): Promise<readonly Case[]> {
  if (values.length > 0) return [{ name: values.join(', '), values: values.map((file) => resolve(file)) }];
  const folder = join(charts, name, 'ci');
  const files = (await readdir(folder).catch(() => [])).filter((file) => CASE.test(file)).sort();
  if (files.length === 0) return [{ name: 'defaults', values: [] }];
  return files.map((file) => ({ name: file.replace(CASE, ''), values: [join(folder, file)] }));
}
