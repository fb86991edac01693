import { join } from 'node:path';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { run } from '../process/run.ts';
import { cached } from './cache.ts';
import { withProgress } from './progress.ts';

const PACKAGES = ['yamllint==1.38.0', 'yamale==6.1.0'];

/** Where the Python programs are and what they need in their environment. */
export interface PythonTools {
  /** Folder with `yamllint` and `yamale`. */
  readonly bin: string;
  /** Variables under which they find their libraries; PATH includes `bin`. */
  readonly env: Readonly<Record<string, string>>;
}

/** Installs the pinned yamllint and yamale, which chart-testing calls, into the cache, apart from the system's Python. */
export async function ensurePython(): Promise<PythonTools> {
  const folder = await cached(join('python', PACKAGES.join('+').replaceAll('==', '-')), install);
  const bin = join(folder, 'bin');
  return { bin, env: { PYTHONPATH: folder, PATH: `${bin}:${process.env.PATH ?? ''}` } };
}

async function install(folder: string): Promise<void> {
  const args = [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--no-cache-dir',
    '--target',
    folder,
  ];
  const result = await withProgress(`installing ${PACKAGES.join(', ')}`, () =>
    run('python3', [...args, ...PACKAGES], { timeoutMs: 5 * 60_000 }),
  );
  const check = await run('python3', ['-c', 'import yamllint, yamale'], { env: { PYTHONPATH: folder } });
  if (result.code === 0 && check.code === 0) return;
  throw new ChartwrightError(
    'toolchain/python-failed',
    `could not install ${PACKAGES.join(', ')}: ${(result.stderr || check.stderr).trim().slice(-500)}`,
    'tools/toolchain/python.ts',
    'Install Python 3.10 or newer with pip (on Debian: apt-get install python3-pip) and run again.',
  );
}
