import { join, relative, resolve } from 'node:path';
import { load } from '../../generators/src/generate.ts';
import { regenerate } from '../../generators/src/nx/regenerate.ts';
import { CHARTS, chartNames } from '../../generators/src/package/chart-folders.ts';
import { packAll } from '../../generators/src/package/pack.ts';
import { folderOfCaller, runCommand, print as say } from '../../generators/src/programs/cli.ts';
import { findHelm } from '../../generators/src/programs/helm.ts';
import { applyChanges, changeLines } from '../../generators/src/workspace/write.ts';
import { presetFiles } from '../detect-hardware/catalog.ts';
import { choosePreset } from './choose-preset.ts';
import { install } from './install.ts';
import { nextCommands } from './next-commands.ts';
import { observe } from './observer.ts';
import { LINE, presetNamed, readArguments, type StartOptions } from './options.ts';
import { failureLines, waveLines } from './report.ts';
import { findTarget, type Target } from './target.ts';
import { renderPresets } from './without-cluster.ts';

const root = resolve(import.meta.dirname, '..', '..');

await runCommand(LINE, async (args) => {
  const asked = readArguments(args, folderOfCaller());
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
  return bringUp(archiveOf(options.preset.chart), target, options);
});

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
  say(`installing ${options.release} with preset ${options.preset.name} into namespace ${options.namespace}`);
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
