import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { archiveOf, template } from '../cases/cases.ts';
import { containersOf, parseManifests, podSourcesOf } from '../kubernetes/objects.ts';
import { readPackedChart } from '../publish/packed-chart.ts';

/** The images of a chart, whatever is switched on, or with one values file. */
export interface Listing {
  readonly chart: string;
  /** Name of a preset or a values file; empty for everything that the chart can run. */
  readonly values: string;
  /** Sorted, each once. */
  readonly images: readonly string[];
}

/** What a chart can run at all, then what it runs with each preset. */
export async function listingsOf(chart: string): Promise<readonly Listing[]> {
  const { images } = await readPackedChart(await archiveOf(chart));
  const presets = (await presetsOf(chart)).map((file) => listingWith(chart, file));
  return [{ chart, values: '', images }, ...(await Promise.all(presets))];
}

/** Paths of the presets of a chart, sorted. */
export async function presetsOf(chart: string, charts = CHARTS): Promise<readonly string[]> {
  const folder = join(charts, chart, 'presets');
  const files = await readdir(folder).catch(() => []);
  return files.sort().map((file) => join(folder, file));
}

/**
 * What a chart runs with a values file, as Helm renders it.
 *
 * Error: `images/render`.
 *
 * @param set further settings as `--set` takes them
 */
export async function listingWith(
  chart: string,
  file: string | undefined,
  set: readonly string[] = [],
): Promise<Listing> {
  const args = set.flatMap((setting) => ['--set', setting]);
  const { code, stdout, stderr } = await template(chart, file, { args });
  const values = file === undefined ? '' : basename(file, '.yaml');
  if (code !== 0)
    throw new ChartwrightError(
      'images/render',
      `Helm does not render it: ${stderr.trim().slice(-800)}`,
      `${chart} with ${file ?? 'no values'}`,
      'Correct the values.',
    );
  const pods = podSourcesOf(parseManifests(stdout));
  const images = pods.flatMap((pod) => containersOf(pod).flatMap(({ container }) => container.image ?? []));
  return { chart, values, images: [...new Set(images)].sort() };
}
