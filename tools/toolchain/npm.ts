import { createHash } from 'node:crypto';
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { cached } from '../../generators/src/programs/cache.ts';
import { withProgress } from '../../generators/src/programs/progress.ts';
import { run } from '../../generators/src/programs/run.ts';

const SETS = join(import.meta.dirname, 'npm');
const FILES = ['package.json', 'package-lock.json'];
const INSTALL_TIMEOUT_MS = 10 * 60_000;

/** Folders below `npm/` with pinned packages, each installed together. */
export const npmSets = ['imported'] as const;

export type NpmSetName = (typeof npmSets)[number];

/** Installs the packages pinned in `npm/<name>/package-lock.json` into the cache, and returns their folder; no package runs anything meanwhile. */
export async function ensureNpmSet(name: NpmSetName): Promise<string> {
  return cached(await npmKey(name), (draft) => install(name, draft));
}

/** Key of a set in the cache; it changes with any pinned version. */
export async function npmKey(name: NpmSetName): Promise<string> {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const file of FILES) hash.update(await readFile(join(SETS, name, file)));
  return join('npm', `${name}-${hash.digest('hex').slice(0, 12)}`);
}

async function install(name: NpmSetName, folder: string): Promise<void> {
  for (const file of FILES) await copyFile(join(SETS, name, file), join(folder, file));
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'];
  const { code, stderr } = await withProgress(`installing the npm packages of ${name}`, () =>
    // Named, since an npm that runs this process says where its own project is.
    run('npm', ['ci', '--prefix', folder, ...quiet], { cwd: folder, timeoutMs: INSTALL_TIMEOUT_MS }),
  );
  if (code === 0) return;
  throw new ChartwrightError(
    'toolchain/npm-failed',
    `could not install the npm packages: ${stderr.trim().slice(-500)}`,
    `tools/toolchain/npm/${name}`,
    'Run it again where the npm registry can be reached.',
  );
}
