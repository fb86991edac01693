import { ChartwrightError } from '../../generators/src/errors.ts';
import { run } from '../../generators/src/programs/run.ts';

/** What is published, as git knows it. */
export interface Commit {
  /** Seconds since 1970 when the commit was made; 1980 where there is none. */
  readonly created: number;
  /** What is not as the commit has it: files, charts that it has not at all. */
  readonly changed: readonly string[];
}

const SOME_DAY = Date.UTC(1980, 0, 1) / 1000;
/** What archives and what stands beside them are made of, besides the charts. */
const SOURCES = ['LICENSE', 'chartwright.yaml', 'generators/src', 'schemas', 'tools/publish'];

/**
 * The commit of a workspace, and what of these charts differs from it.
 *
 * @param charts names of the charts, with those that they bundle
 */
export async function commitOf(root: string, charts: readonly string[]): Promise<Commit> {
  const git = async (...args: string[]) => {
    const { code, stdout } = await run('git', ['-c', 'safe.directory=*', ...args], { cwd: root });
    return code === 0 ? stdout.split('\0').filter((part) => part !== '') : [];
  };
  const folders = charts.map((name) => `charts/${name}`);
  const [[time], status, manifests] = await Promise.all([
    git('log', '-1', '-z', '--format=%ct'),
    git('status', '--porcelain', '-z', '--no-renames', '--untracked-files=all', '--', ...folders, ...SOURCES),
    git('ls-files', '-z', '--', ...folders.map((folder) => `${folder}/Chart.yaml`)),
  ]);
  if (time === undefined) return { created: SOME_DAY, changed: folders };
  const changed = status.map((line) => line.slice('XY '.length));
  const unknown = folders.filter(
    (folder) =>
      !manifests.includes(`${folder}/Chart.yaml`) && !changed.some((path) => path.startsWith(`${folder}/`)),
  );
  return { created: Number(time), changed: [...changed, ...unknown] };
}

/** What is wrong with publishing what no commit has: the same version could never be made again. */
export function uncommitted(changed: readonly string[]): ChartwrightError {
  const [first = '', ...more] = changed;
  return new ChartwrightError(
    'publish/uncommitted',
    `it is not as the commit has it${more.length > 0 ? `, nor is ${more[0]}` : ''}${more.length > 1 ? ` and ${more.length - 1} more` : ''}`,
    first,
    'Commit it, or put it away: who has a version must find the commit that makes it. --allow-dirty publishes it all the same.',
  );
}
