import { join, relative, resolve } from 'node:path';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { load } from '../../generators/src/generate.ts';
import { regenerate } from '../../generators/src/nx/regenerate.ts';
import { CHARTS, chartNames } from '../../generators/src/package/chart-folders.ts';
import { packAll } from '../../generators/src/package/pack.ts';
import { cacheFolder, exists } from '../../generators/src/programs/cache.ts';
import { folderOfCaller, runCommand, print as say } from '../../generators/src/programs/cli.ts';
import { findHelm } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import { applyChanges, changeLines } from '../../generators/src/workspace/write.ts';
import { presetFiles } from '../detect-hardware/catalog.ts';
import { groupKey } from '../toolchain/go.ts';
import { choosePreset } from './choose-preset.ts';
import { install } from './install.ts';
import { giveNamespace } from './namespace.ts';
import { nextCommands, simulatedLines } from './next-commands.ts';
import { observe } from './observer.ts';
import { LINE, presetNamed, readArguments, type StartOptions } from './options.ts';
import { findRealCluster, loadImages, needed, ownImages, places } from './real-cluster.ts';
import { failureLines, waveLines } from './report.ts';
import { findTarget, type Target } from './target.ts';
import { renderPresets } from './without-cluster.ts';

const root = resolve(import.meta.dirname, '..', '..');

await runCommand(LINE, async (args) => {
  const found = findRealCluster(places(root));
  const given = readArguments(args, folderOfCaller());
  const asked = given.real ? { ...given, ...needed(found) } : given;
  if (asked.kubeconfig === undefined) await tellFirstRun();
  await generate();
  if (asked.wanted !== undefined) presetNamed(await presetFiles(), asked.wanted);
  const archiveOf = await pack();
  const options = { ...asked, preset: await choosePreset(asked, archiveOf, say) };
  let target: Target;
  try {
    target = await findTarget(root, options, say);
  } catch (error) {
    return withoutCluster(archiveOf, error);
  }
  const archive = archiveOf(options.preset.chart);
  if (given.real && found) await loadImages(found, ownImages(await manifestOf(archive, options)), say);
  if (asked.chart !== undefined && target.local !== undefined) {
    const is = await giveNamespace(target, options.namespace, await manifestOf(archive, options));
    say(`namespace ${options.namespace}: ${is}`);
  }
  const code = await bringUp(archive, target, options);
  if (code === 0 && target.local !== undefined) for (const line of simulatedLines(found)) say(line);
  return code;
});

/** A first run is long, and says so before it begins. */
async function tellFirstRun(): Promise<void> {
  if (await exists(join(cacheFolder(), await groupKey('kubernetes')))) return;
  say(
    `first run: a Kubernetes control plane is built from its Go modules, 6 to 20 minutes on two cores; later runs find it in ${cacheFolder()}`,
  );
}

async function manifestOf(archive: string, { preset, namespace, release }: StartOptions): Promise<string> {
  const args = ['template', release, archive, '--namespace', namespace, '-f', preset.path];
  const { code, stdout, stderr } = await run(await findHelm(), args);
  if (code === 0) return stdout;
  throw new ChartwrightError('start/render', stderr.trim(), preset.path, 'Choose another preset or case.');
}

async function generate(): Promise<void> {
  const changes = await regenerate(root);
  applyChanges(root, changes);
  const lines = changeLines(changes);
  for (const line of lines) say(`generated ${line}`);
  if (lines.length === 0) say('generated files are up to date');
}

/** Packs every chart; the archive of each is found by its name. */
async function pack(): Promise<(chart: string) => string> {
  const names = await chartNames();
  const archives = await packAll(join(root, 'dist'), CHARTS, names);
  say(`packed ${archives.length} charts into dist/`);
  return (chart) => {
    const archive = archives[names.indexOf(chart)];
    if (archive === undefined) throw new Error(`there is no chart ${chart}`);
    return archive;
  };
}

/** What can be done without a cluster is still done. */
async function withoutCluster(archiveOf: (chart: string) => string, error: unknown): Promise<number> {
  await renderPresets(root, archiveOf, say);
  process.stderr.write(
    `\nThe charts are generated, packed and rendered; to start them a cluster is missing:\n${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.stderr.write('Or install into a cluster of your own: npm start -- --kubeconfig FILE\n');
  return 1;
}

async function bringUp(archive: string, target: Target, options: StartOptions): Promise<number> {
  const helm = await findHelm();
  const observer = observe(target, options);
  const started = new Date();
  say(
    `installing ${options.release} with ${options.chart === undefined ? 'preset' : 'case'} ${options.preset.name} into namespace ${options.namespace}`,
  );
  const error = await install(helm, archive, target, options, observer, say);
  const pods = await observer.pods();
  say('');
  for (const line of waveLines(pods, (await load(root)).waves, started)) say(line);
  if (error !== undefined) {
    const lines = [
      `\n${error}`,
      '\nNot ready:',
      ...failureLines(pods),
      ...(await observer.warnings(started)),
    ];
    process.stderr.write(`${lines.join('\n')}\n`);
    return 1;
  }
  say(`\n${options.release} is up after ${Math.round((Date.now() - started.getTime()) / 1000)} s. Next:`);
  for (const line of nextCommands(helm, relative(process.cwd(), archive), target, options)) say(`  ${line}`);
  return 0;
}
