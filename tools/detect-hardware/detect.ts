import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { findHelm } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import { isRecord, parseManifests } from '../kubernetes/objects.ts';
import { KUBE_VERSION } from '../kubernetes/version.ts';
import { type CatalogFolders, catalog, type Preset } from './catalog.ts';
import { type Choice, choose } from './choose.ts';
import { budgetsOf, type Demand, demandsOf } from './demand.ts';
import type { Site } from './site.ts';

/** What presets are chosen from. */
export interface DetectInput extends CatalogFolders {
  /** Only presets of this chart. */
  readonly chart?: string;
  /** Path of the packed chart, or a folder that Helm can render. */
  readonly archiveOf: (chart: string) => Promise<string>;
}

const NAMESPACE = 'ai';

/** The choice for these machines or nodes among the presets that are there. */
export async function detect(sites: readonly Site[], input: DetectInput): Promise<Choice> {
  const all = await catalog(input);
  const presets = all.filter(({ chart }) => input.chart === undefined || chart === input.chart);
  return choose(sites, presets, (preset) => render(preset, input));
}

async function render(
  preset: Preset,
  { archiveOf, charts = CHARTS }: DetectInput,
): Promise<readonly Demand[]> {
  const { chart, path } = preset;
  const helm = await findHelm();
  const args = ['template', 'ai', await archiveOf(chart), '--values', path, '--namespace', NAMESPACE];
  const { code, stdout, stderr } = await run(helm, [...args, '--kube-version', KUBE_VERSION], {
    timeoutMs: 120_000,
  });
  if (code !== 0)
    throw new ChartwrightError(
      'detect-hardware/render',
      `cannot be rendered: ${stderr.trim()}`,
      path,
      'Repair the preset, or choose among those of one chart with --chart.',
    );
  return demandsOf(parseManifests(stdout), NAMESPACE, budgetsOf(chart, await valuesOf(preset, charts)));
}

/** The chart's defaults, those of the members that the preset names, and the preset. */
async function valuesOf({ chart, path }: Preset, charts: string): Promise<readonly unknown[]> {
  const read = async (file: string): Promise<unknown> =>
    parse(await readFile(file, 'utf8').catch(() => '{}'));
  const preset = await read(path);
  const keys = isRecord(preset) ? Object.keys(preset) : [];
  const members = await Promise.all(
    keys.map(async (key) => ({ [key]: await read(join(charts, key, 'values.yaml')) })),
  );
  return [await read(join(charts, chart, 'values.yaml')), ...members, preset];
}
