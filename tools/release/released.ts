import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { run } from '../../generators/src/programs/run.ts';

/** A version of a chart that was released. */
export interface Release {
  readonly version: string;
  /** Its tag, `NAME@VERSION`, as `nx release` makes it. */
  readonly tag: string;
}

/**
 * The last release of a chart by the tags of the repository; undefined for one that was never released.
 *
 * Errors: `release/no-tag` where the chart has a changelog and the clone no tag of it.
 */
export async function lastRelease(root: string, chart: string): Promise<Release | undefined> {
  const tags = await git(root, 'tag', '--list', `${chart}@*`, '--sort=-version:refname', '--merged', 'HEAD');
  const [tag = ''] = tags.split('\n');
  if (tag !== '') return { tag, version: tag.slice(chart.length + 1) };
  const log = await git(root, 'ls-files', `charts/${chart}/CHANGELOG.md`);
  if (log === '') return undefined;
  throw new ChartwrightError(
    'release/no-tag',
    `it was released, and no tag ${chart}@… is in this clone`,
    `charts/${chart}/CHANGELOG.md`,
    'Fetch the tags and the history: git fetch --tags --unshallow.',
  );
}

/** The charts of a commit or tag, in a folder of their own. Returns the folder with all of them. */
export async function chartsAt(root: string, commit: string, target: string): Promise<string> {
  await mkdir(target, { recursive: true });
  const archive = join(target, 'charts.tar');
  await git(root, 'archive', '--output', archive, commit, 'charts');
  const { code, stderr } = await run('tar', ['-xf', archive, '-C', target]);
  if (code !== 0) throw new Error(`${archive}: ${stderr}`);
  return join(target, 'charts');
}

/** Whether a commit since then that touched the chart calls itself breaking, as conventional commits do. */
export async function saysBreaking(root: string, chart: string, since: string): Promise<boolean> {
  const messages = await git(root, 'log', '--format=%B%x00', `${since}..HEAD`, '--', `charts/${chart}`);
  return messages
    .split('\0')
    .some(
      (message) => /^[a-z]+(\([^)]*\))?!:/.test(message.trim()) || /^BREAKING[ -]CHANGE: /m.test(message),
    );
}

/** What git prints, without the last line's end; throws what it says where it fails. */
export async function git(root: string, ...words: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run('git', ['-C', root, ...words]);
  if (code !== 0) throw new Error(`git ${words.join(' ')}: ${stderr}`);
  return stdout.trimEnd();
}
