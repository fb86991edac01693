import { cp, mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ChartwrightError } from '../errors.ts';
import { exists } from '../programs/cache.ts';
import { run } from '../programs/run.ts';

/** Folders that no package has where nobody but their name says so: caches, settings of programs, what is built. */
const NO_SOURCES = /^(\.|(dist|node_modules)$)/;

/**
 * Files of a folder that belong to a package, as paths below it: those that git has or would add, so that nothing ignored is
 * ever among them. Outside of a repository, and in a folder that git ignores as a whole, all but folders that begin with a
 * dot, `dist` and `node_modules`.
 *
 * Error: `package/git` with what git says.
 */
export async function knownFiles(folder: string): Promise<readonly string[]> {
  // Who packs a workspace runs its code anyway, whoever owns it.
  const words = ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { code, stdout, stderr } = await run('git', words, { cwd: folder, env: { LC_ALL: 'C' } });
  const isOutside = code === 127 || stderr.includes('not a git repository');
  if (code !== 0 && !isOutside)
    throw new ChartwrightError(
      'package/git',
      `git does not say which files there are: ${stderr.trim().slice(-400)}`,
      folder,
      'Repair the repository; "git status" says more.',
    );
  const files = isOutside ? [] : stdout.split('\0').filter((file) => file !== '');
  return files.length > 0 ? [...new Set(files)] : filesBelow(folder);
}

/** Copies those files of a folder that are there; git also lists what was deleted and not committed. */
export async function copyFiles(folder: string, files: readonly string[], target: string): Promise<void> {
  await mkdir(target, { recursive: true });
  for (const file of files) {
    if (!(await exists(join(folder, file)))) continue;
    await mkdir(dirname(join(target, file)), { recursive: true });
    await cp(join(folder, file), join(target, file), { recursive: true });
  }
}

async function filesBelow(folder: string, path = ''): Promise<readonly string[]> {
  const entries = await readdir(join(folder, path), { withFileTypes: true });
  const found = entries.map((entry) => {
    const below = join(path, entry.name);
    if (!entry.isDirectory()) return [below];
    return NO_SOURCES.test(entry.name) ? [] : filesBelow(folder, below);
  });
  return (await Promise.all(found)).flat();
}
