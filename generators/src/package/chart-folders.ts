import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { ChartwrightError } from '../errors.ts';
import { exists } from '../programs/cache.ts';

/** Folder with all charts of the workspace in which this process runs. */
export const CHARTS = join(workspaceAbove(process.cwd()), 'charts');

/** A dependency as Chart.yaml has it. */
export interface Dependency {
  readonly name: string;
  readonly version: string;
  readonly repository?: string;
  readonly alias?: string;
  readonly condition?: string;
}

/** Fields of a Chart.yaml that packaging reads. */
export interface ChartManifest {
  readonly name: string;
  readonly version: string;
  readonly home?: string;
  readonly dependencies?: readonly Dependency[];
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A chart's folder and manifest. */
export interface ChartFolder {
  readonly folder: string;
  readonly manifest: ChartManifest;
}

/** The nearest folder with the settings of a workspace, or the given one where there is none. */
function workspaceAbove(folder: string): string {
  const isWorkspace = (path: string) => existsSync(join(path, 'chartwright.yaml'));
  let path = folder;
  while (!isWorkspace(path)) {
    if (dirname(path) === path) return folder;
    path = dirname(path);
  }
  return path;
}

/** Names of the charts in a folder, sorted. */
export async function chartNames(charts: string = CHARTS): Promise<readonly string[]> {
  const names = (await readdir(charts)).sort();
  const there = await Promise.all(names.map((name) => exists(join(charts, name, 'Chart.yaml'))));
  return names.filter((_, index) => there[index]);
}

/** Reads a chart's manifest; throws where the folder is no chart. */
export async function readChart(folder: string): Promise<ChartFolder> {
  try {
    const manifest = parse(await readFile(join(folder, 'Chart.yaml'), 'utf8')) as ChartManifest;
    return { folder, manifest };
  } catch (cause) {
    throw new ChartwrightError(
      'package/no-chart',
      'there is no readable Chart.yaml',
      folder,
      'Name a folder below charts/, or run "npx nx sync" when the chart is not generated yet.',
      { cause },
    );
  }
}

/** The folder that a dependency names with `file://`; two aliases of one chart have one folder. Empty for what is fetched. */
export function dependencyFolder({ folder }: ChartFolder, { repository = '' }: Dependency): string {
  return repository.startsWith('file://') ? resolve(folder, repository.slice('file://'.length)) : '';
}

/** Whether a dependency is a chart of others, and not one that stands beside the chart. */
export function isForeign(chart: ChartFolder, dependency: Dependency): boolean {
  return dirname(dependencyFolder(chart, dependency)) !== dirname(resolve(chart.folder));
}

/** Whether a dependency is a member of an umbrella: what it bundles itself is off there. */
export function isMember({ condition }: Dependency): boolean {
  return condition?.startsWith('global.members.') ?? false;
}

/** A chart and everything it bundles, each after what it bundles itself; a cycle is an error. */
export async function bottomUp(folder: string): Promise<readonly ChartFolder[]> {
  const found = new Map<string, ChartFolder>();
  await visit(folder, [], found);
  return [...found.values()];
}

/** Charts of a folder, each after those of them that it bundles. */
export async function inOrder(names: readonly string[], charts: string = CHARTS): Promise<readonly string[]> {
  const folders: string[] = [];
  for (const name of names)
    for (const { folder } of await bottomUp(resolve(charts, name))) folders.push(folder);
  const wanted = new Set(names.map((name) => resolve(charts, name)));
  return [...new Set(folders)].filter((folder) => wanted.has(folder)).map((folder) => basename(folder));
}

async function visit(
  folder: string,
  open: readonly string[],
  found: Map<string, ChartFolder>,
): Promise<void> {
  if (found.has(folder)) return;
  const chart = await readChart(folder);
  if (open.includes(folder)) throw cycle(chart, [...open.slice(open.indexOf(folder)), folder]);
  for (const dependency of chart.manifest.dependencies ?? []) {
    if (isForeign(chart, dependency)) continue;
    await visit(dependencyFolder(chart, dependency), [...open, folder], found);
  }
  found.set(folder, chart);
}

function cycle({ folder }: ChartFolder, path: readonly string[]): ChartwrightError {
  const names = path.map((step) => step.split('/').at(-1)).join(' → ');
  return new ChartwrightError(
    'package/cycle',
    `the charts bundle each other: ${names}`,
    join(folder, 'Chart.yaml'),
    'Let one of them use the other without bundling it.',
  );
}
