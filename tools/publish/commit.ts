import { run } from '../../generators/src/programs/run.ts';

/** What is published, as git knows it. */
export interface Commit {
  /** Seconds since 1970: `SOURCE_DATE_EPOCH`, or when the commit was made; 1980 where there is no git. */
  readonly created: number;
  /** Files that are not as the commit has them. */
  readonly changed: readonly string[];
}

const SOME_DAY = Date.UTC(1980, 0, 1) / 1000;

/** The commit of a workspace. */
export async function commitOf(root: string): Promise<Commit> {
  const git = async (...args: string[]) => {
    const { code, stdout } = await run('git', args, { cwd: root });
    return code === 0 ? stdout.trim() : '';
  };
  const [time, status] = await Promise.all([
    git('log', '-1', '--format=%ct'),
    git('status', '--porcelain', '--', 'charts', 'LICENSE'),
  ]);
  return {
    created: Number(process.env.SOURCE_DATE_EPOCH || time || SOME_DAY),
    changed: status === '' ? [] : status.split('\n').map((line) => line.trim().replace(/^\S+ +/, '')),
  };
}
