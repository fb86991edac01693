import { basename, join, relative, resolve } from 'node:path';
import { load } from '../../generators/src/generate.ts';
import { regenerate } from '../../generators/src/nx/regenerate.ts';
import { applyChanges, changeLines } from '../../generators/src/workspace/write.ts';
import { findHelm } from '../helm/helm.ts';
import { packAll } from '../package/pack.ts';
import { install } from './install.ts';
import { nextCommands } from './next-commands.ts';
import { observe } from './observer.ts';
import { type StartOptions, startOptions, UMBRELLA, USAGE } from './options.ts';
import { failureLines, waveLines } from './report.ts';
import { findTarget, type Target } from './target.ts';
import { renderPresets } from './without-cluster.ts';

const root = resolve(import.meta.dirname, '..', '..');
const say = (line: string) => void process.stdout.write(`${line}\n`);
const text = (error: unknown) => (error instanceof Error ? error.message : String(error));

try {
  process.exitCode = process.argv.includes('--help') ? help() : await start();
} catch (error) {
  process.stderr.write(`${text(error)}\n`);
  process.exitCode = 1;
}

function help(): number {
  say(USAGE);
  return 0;
}

async function start(): Promise<number> {
  await generate();
  const args = process.argv.slice(2);
  const options = await startOptions(root, args, process.env.INIT_CWD ?? process.cwd());
  const archive = await pack();
  let target: Target;
  try {
    target = await findTarget(root, options, say);
  } catch (error) {
    return withoutCluster(archive, error);
  }
  return bringUp(archive, target, options);
}

async function generate(): Promise<void> {
  const changes = await regenerate(root);
  applyChanges(root, changes);
  const lines = changeLines(changes);
  for (const line of lines) say(`generated ${line}`);
  if (lines.length === 0) say('generated files are up to date');
}

async function pack(): Promise<string> {
  const archives = await packAll(join(root, 'dist'), join(root, 'charts'));
  say(`packed ${archives.length} charts into dist/`);
  const found = archives.find((path) => basename(path).startsWith(`${UMBRELLA}-`));
  if (found === undefined) throw new Error(`there is no chart ${UMBRELLA}`);
  return found;
}

/** What can be done without a cluster is still done. */
async function withoutCluster(archive: string, error: unknown): Promise<number> {
  await renderPresets(root, archive, say);
  process.stderr.write(
    `\nThe charts are generated, packed and rendered; to start them a cluster is missing:\n${text(error)}\n`,
  );
  process.stderr.write('Or install into a cluster of your own: npm start -- --kubeconfig FILE\n');
  return 1;
}

async function bringUp(archive: string, target: Target, options: StartOptions): Promise<number> {
  const helm = await findHelm();
  const observer = observe(target, options);
  const started = new Date();
  say(`installing ${options.release} with preset ${options.preset} into namespace ${options.namespace}`);
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
