import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { CHARTS, chartNames } from '../../generators/src/package/chart-folders.ts';
import { packAll } from '../../generators/src/package/pack.ts';
import { cached } from '../../generators/src/programs/cache.ts';
import { findHelm3, pinnedHelm } from '../../generators/src/programs/helm.ts';
import { type RunResult, run } from '../../generators/src/programs/run.ts';
import { KUBE_VERSION } from '../kubernetes/version.ts';
import { renderByLibrary } from './library.ts';

/** One chart with one values file: of its `ci` folder, or one of its presets. */
export interface Case {
  readonly chart: string;
  /** `default` of `ci/default-values.yaml`, `rpi5` of `presets/rpi5.yaml`. */
  readonly name: string;
  /** Path of the values file. */
  readonly values: string;
}

/** How a chart is rendered. */
export interface RenderOptions {
  /**
   * Default `library`, which is Helm 4 without a process for each render; `helm4` is the pinned program, which must say the
   * same of every case (`versions.spec.ts`), and `helm3` the oldest one that the charts support.
   */
  readonly helm?: 'library' | 'helm4' | 'helm3';
  /** Default `demo`. */
  readonly release?: string;
  /** Default `apps`. */
  readonly namespace?: string;
  /** Further arguments, for example `['--set', 'replicaCount=2']`. */
  readonly args?: readonly string[];
}

/** A process that ends after a moment need not collect garbage: a third less work. */
export const UNCOLLECTED = { GOGC: 'off', GOMEMLIMIT: '1GiB' };

const PACKED = 'packed-charts';
/** What makes the archives: they change with it, too. */
const PACKER = ['package', 'schema'].map((stage) => join(import.meta.dirname, '../../generators/src', stage));
const DAY_MS = 86_400_000;

/** Every case of every chart in a folder of charts, as the file system has them, sorted by chart and name. */
export function cases(charts = CHARTS): readonly Case[] {
  return readdirSync(charts)
    .sort()
    .flatMap((chart) => [
      ...valuesFiles(charts, chart, 'ci', '-values.yaml'),
      ...valuesFiles(charts, chart, 'presets', '.yaml'),
    ]);
}

/** The case that the other ones of its chart are compared with: `default`, or the first where a chart has presets alone. */
export function baseOf({ chart }: Pick<Case, 'chart'>): Case {
  const ofChart = cases().filter((one) => one.chart === chart);
  const [base = ofChart[0]] = ofChart.filter(({ name }) => name === 'default');
  if (base !== undefined) return base;
  throw new ChartwrightError(
    'tests/no-case',
    'the chart has no case',
    `charts/${chart}`,
    'Add a file to its ci/.',
  );
}

/** The machines of a preset where it needs their cards; any other case installs on the default ones. */
export function hardwareOf({ name, values }: Case): string {
  const isPreset = basename(dirname(values)) === 'presets';
  return isPreset && /^ *runtimeClassName: nvidia$/m.test(readFileSync(values, 'utf8')) ? name : 'default';
}

function valuesFiles(charts: string, chart: string, folder: string, ending: string): readonly Case[] {
  const path = join(charts, chart, folder);
  const files = existsSync(path) ? readdirSync(path).sort() : [];
  return files
    .filter((file) => file.endsWith(ending))
    .map((file) => ({ chart, name: file.slice(0, -ending.length), values: join(path, file) }));
}

let archives: Promise<ReadonlyMap<string, string>> | undefined;

/** Chart name → its packed archive with everything it bundles; equal charts are packed once, whoever asks. */
export function packed(): Promise<ReadonlyMap<string, string>> {
  archives ??= packOnce();
  return archives;
}

/** The packed archive of one chart. */
export async function archiveOf(chart: string): Promise<string> {
  const archive = (await packed()).get(chart);
  if (archive !== undefined) return archive;
  throw new ChartwrightError(
    'tests/no-chart',
    `there is no chart ${chart}`,
    CHARTS,
    'Name a folder of charts/.',
  );
}

async function packOnce(): Promise<ReadonlyMap<string, string>> {
  const key = await digestOf(CHARTS, ...PACKER);
  const folder = await cached(join(PACKED, key), async (draft) => {
    await packAll(draft);
    if ((await digestOf(CHARTS, ...PACKER)) === key) return;
    throw new ChartwrightError(
      'tests/charts-changed',
      'the charts changed while they were packed',
      CHARTS,
      'Run the tests again.',
    );
  });
  await dropOld(dirname(folder), key);
  const files = await readdir(folder);
  const names = await chartNames();
  return new Map(
    names.flatMap((name) =>
      files.filter((file) => isArchiveOf(file, name)).map((file) => [name, join(folder, file)]),
    ),
  );
}

function isArchiveOf(file: string, chart: string): boolean {
  return file.startsWith(`${chart}-`) && /^\d/.test(file.slice(chart.length + 1));
}

async function digestOf(...folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const path of paths)
      hash
        .update(relative(folder, path))
        .update('\0')
        .update(await readFile(path))
        .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

async function dropOld(folder: string, kept: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (name !== kept && age > DAY_MS) await rm(path, { recursive: true, force: true });
  }
}

/** What `helm template` makes of a packed chart, with or without a values file. */
export async function template(
  chart: string,
  values: string | undefined,
  options: RenderOptions = {},
): Promise<RunResult> {
  const { helm = 'library', release = 'demo', namespace = 'apps', args = [] } = options;
  const given = values === undefined ? [] : ['--values', values];
  const place = ['--namespace', namespace, '--kube-version', KUBE_VERSION];
  const all = [release, await archiveOf(chart), ...place, ...given, ...args];
  if (helm === 'library') return renderByLibrary(all);
  const binary = await (helm === 'helm4' ? pinnedHelm() : findHelm3());
  return run(binary, ['template', ...all], { env: UNCOLLECTED, timeoutMs: 60_000 });
}

/** The manifests of a case as Helm renders them; throws with Helm's message where it refuses. */
export async function render({ chart, name, values }: Case, options: RenderOptions = {}): Promise<string> {
  const { code, stdout, stderr } = await template(chart, values, options);
  if (code === 0) return stdout;
  throw new ChartwrightError(
    'tests/render',
    `helm template failed: ${stderr.trim()}`,
    `${chart}/${name} (${basename(values)})`,
    'Repair the chart or the case.',
  );
}
