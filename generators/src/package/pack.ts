import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { ChartwrightError } from '../errors.ts';
import { exists } from '../programs/cache.ts';
import { findHelm } from '../programs/helm.ts';
import { run } from '../programs/run.ts';
import { describedSchema } from '../schema/index.ts';
import { filesOf, normalizeArchive, textsOf, withTexts } from './archive.ts';
import { withChanges } from './changes.ts';
import {
  bottomUp,
  CHARTS,
  type ChartFolder,
  chartNames,
  dependencyFolder,
  isForeign,
  isMember,
} from './chart-folders.ts';
import { forMachines } from './for-machines.ts';
import { foreignArchives } from './foreign.ts';
import { copyFiles, knownFiles } from './known-files.ts';
import { leanSchemas } from './lean-schema.ts';

/** Time of all files in an archive: the first day that every archive format knows. */
const MODIFIED = Date.UTC(1980, 0, 1) / 1000;
/** Leftovers of earlier `helm dependency` calls in a chart's folder; a Chart.lock is one unless it is generated. */
const LEFTOVERS = ['charts', 'tmpcharts', 'Chart.lock'];
const GENERATED = '.generated';
const LICENSE = 'LICENSE';
const SCHEMA = 'values.schema.json';
const VALUES = 'values.yaml';

/** Packs a chart with everything it bundles and returns the path of the archive; equal input gives equal bytes. */
export async function packChart(name: string, outDir: string, charts = CHARTS): Promise<string> {
  const [path = ''] = await packAll(outDir, charts, [name]);
  return path;
}

/** Packs all charts, or the named ones, each once, and returns the paths of the archives in that order. */
export async function packAll(
  outDir: string,
  charts = CHARTS,
  names?: readonly string[],
): Promise<readonly string[]> {
  const work = await mkdtemp(join(tmpdir(), 'chartwright-pack-'));
  try {
    const helm = await findHelm();
    const packed = new Map<string, string>();
    const named = new Set(names ?? (await chartNames(charts)));
    const wanted = [...named].map((name) => resolve(charts, name));
    for (const folder of wanted) {
      for (const chart of await bottomUp(folder)) {
        if (!packed.has(chart.folder)) packed.set(chart.folder, await packOne(helm, chart, packed, work));
      }
    }
    await mkdir(outDir, { recursive: true });
    return await Promise.all(wanted.map((folder) => publish(folder, archiveOf(packed, folder), outDir)));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Puts a chart and the archives it bundles into a folder of its own: the copy that Helm may write into. It has the licence of
 * the workspace unless it brings one.
 * They come without what only readers need, which their own archives have; members of an umbrella also without what they
 * bundle themselves, which an umbrella never turns on.
 */
export async function assemble(
  chart: ChartFolder,
  packed: ReadonlyMap<string, string>,
  target: string,
): Promise<readonly string[]> {
  await copyFiles(chart.folder, await filesOfChart(chart.folder), target);
  const changelog = join(target, 'CHANGELOG.md');
  if (await exists(changelog)) {
    const manifest = join(target, 'Chart.yaml');
    const [text, changes] = await Promise.all([readFile(manifest, 'utf8'), readFile(changelog, 'utf8')]);
    await writeFile(manifest, withChanges(text, changes));
  }
  const license = join(chart.folder, '../..', LICENSE);
  if ((await exists(license)) && !(await exists(join(target, LICENSE))))
    await cp(license, join(target, LICENSE));
  const dependencies = chart.manifest.dependencies ?? [];
  const [others, own] = [true, false].map((foreign) =>
    dependencies.filter((dependency) => isForeign(chart, dependency) === foreign),
  );
  const sources = new Map(
    own?.map((dependency) => [dependencyFolder(chart, dependency), dependency] as const),
  );
  if (dependencies.length > 0) await mkdir(join(target, 'charts'));
  const bundled = [...(await foreignArchives(chart, others ?? [], join(target, 'charts')))];
  const archives = await Promise.all(
    [...sources].map(async ([folder, dependency]): Promise<Bundled> => {
      const path = archiveOf(packed, folder);
      return { name: dependency.name, path, whole: await readFile(path), isMember: isMember(dependency) };
    }),
  );
  const schemas = new Map([...schemasOf(archives, true), ...schemasOf(archives, false)]);
  for (const { name, path, whole, isMember } of archives) {
    const copy = join(target, 'charts', basename(path));
    const isLeft = (file: string) => isMember && file.startsWith(`${name}/charts/`);
    const lean = withTexts(whole, (file, text) =>
      isLeft(file) ? undefined : (schemas.get(file) ?? forMachines(file, text, chart.manifest.home)),
    );
    await writeFile(copy, lean);
    bundled.push(copy);
  }
  return bundled;
}

/** A chart to bundle. */
interface Bundled {
  readonly name: string;
  readonly path: string;
  readonly whole: Buffer;
  /** Whether it is a member of an umbrella. */
  readonly isMember: boolean;
}

/** The lean schemas of the members among bundled charts, or of the others, by their paths. */
function schemasOf(bundled: readonly Bundled[], areMembers: boolean): ReadonlyMap<string, string> {
  const chosen = bundled.filter(({ isMember }) => isMember === areMembers);
  const schemas = chosen.flatMap(({ name, whole }) => {
    const path = `${name}/${SCHEMA}`;
    const text = textsOf(whole).get(path);
    return text === undefined ? [] : [[path, text] as const];
  });
  return leanSchemas(new Map(schemas), { areMembers });
}

/** What the generator lists, and what else there is but what is ignored or left over. */
async function filesOfChart(folder: string): Promise<readonly string[]> {
  const generated = (await linesOf(join(folder, GENERATED))).filter(
    (line) => line !== '' && !line.startsWith('#'),
  );
  const others = (await knownFiles(folder)).filter((file) => !LEFTOVERS.includes(file.split('/')[0] ?? ''));
  return [...new Set([...generated, ...others])];
}

async function linesOf(path: string): Promise<readonly string[]> {
  return (await exists(path)) ? (await readFile(path, 'utf8')).split('\n') : [];
}

async function packOne(
  helm: string,
  chart: ChartFolder,
  packed: ReadonlyMap<string, string>,
  work: string,
): Promise<string> {
  const { name } = chart.manifest;
  const copy = join(await mkdtemp(join(work, 'copy-')), name);
  const bundled = await assemble(chart, packed, copy);
  if (bundled.length > 0) await checkVersions(helm, chart, copy);
  const out = await mkdtemp(join(work, 'out-'));
  await helmOrThrow(helm, ['package', copy, '--destination', out], chart);
  const [file = ''] = await readdir(out);
  const path = join(out, file);
  const archive = normalizeArchive(await readFile(path), MODIFIED);
  await checkComplete(chart, archive, bundled);
  await writeFile(path, archive);
  return path;
}

/** Helm silently omits a subchart whose version does not fit the range in Chart.yaml. */
async function checkVersions(helm: string, chart: ChartFolder, copy: string): Promise<void> {
  const table = await helmOrThrow(helm, ['dependency', 'list', copy, '--max-col-width', '0'], chart);
  const rows = table
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t').map((cell) => cell.trim()));
  const wrong = rows.filter((row) => row.length > 1 && row.at(-1) !== 'ok');
  if (wrong.length === 0) return;
  throw new ChartwrightError(
    'package/wrong-dependency',
    `bundled charts do not fit: ${wrong.map(([name, version, , status]) => `${name} ${version} (${status})`).join(', ')}`,
    join(chart.folder, 'Chart.yaml'),
    'Write the versions that the bundled charts have; "npx nx sync" does it.',
  );
}

/** Helm does not check subcharts for completeness either: every file of a bundled archive must be present. */
async function checkComplete(
  { folder, manifest }: ChartFolder,
  archive: Buffer,
  bundled: readonly string[],
): Promise<void> {
  const there = new Set(filesOf(archive));
  for (const path of bundled) {
    const expected = filesOf(await readFile(path)).map((file) => `${manifest.name}/charts/${file}`);
    const missing = expected.filter((file) => !there.has(file));
    if (missing.length === 0) continue;
    throw new ChartwrightError(
      'package/incomplete',
      `the archive lacks ${missing.slice(0, 3).join(', ')} of ${basename(path)}`,
      folder,
      'Remove the lines in its .helmignore that match charts/.',
    );
  }
}

async function helmOrThrow(helm: string, args: readonly string[], chart: ChartFolder): Promise<string> {
  const { code, stdout, stderr } = await run(helm, args, { timeoutMs: 60_000 });
  if (code === 0) return stdout;
  throw new ChartwrightError(
    'package/helm-failed',
    `"helm ${args[0]}" failed: ${stderr.trim().slice(-800)}`,
    chart.folder,
    'Repair the chart; "helm lint" says more.',
  );
}

/**
 * Puts the archive of a chart in its place, with a schema that describes the values: registries and editors show it. Replaces
 * it atomically: concurrent readers see the old one or the new one.
 */
async function publish(folder: string, archive: string, outDir: string): Promise<string> {
  const target = join(resolve(outDir), basename(archive));
  const draft = `${target}.${process.pid}`;
  const isGenerated = (await linesOf(join(folder, GENERATED))).includes(SCHEMA);
  const packed = await readFile(archive);
  await writeFile(draft, isGenerated ? described(packed) : packed);
  await rename(draft, target);
  return target;
}

function described(archive: Buffer): Buffer {
  const files = textsOf(archive);
  const atTop = (path: string, file: string) => path === join(path.split('/')[0] ?? '', file);
  const [, values = ''] = [...files].find(([path]) => atTop(path, VALUES)) ?? [];
  return withTexts(archive, (path, text) => (atTop(path, SCHEMA) ? describedSchema(text, values) : text));
}

function archiveOf(packed: ReadonlyMap<string, string>, folder: string): string {
  const path = packed.get(folder);
  if (path === undefined) throw new Error(`${folder} is packed after what bundles it`);
  return path;
}
