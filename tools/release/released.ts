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
 * The last release of a chart before the commit that is checked out, by the tags of the repository; undefined for one that was
 * never released before. Tags of the commit itself do not count: there, it is compared with what people had until then.
 *
 * Errors: `release/no-tag` where the chart has a changelog and the clone no tag of it.
 */
export async function lastRelease(root: string, chart: string): Promise<Release | undefined> {
  const [last] = await tagsOf(root, `${chart}@*`, '--merged', 'HEAD', '--no-contains', 'HEAD');
  if (last !== undefined) return { tag: last, version: last.slice(chart.length + 1) };
  const log = await git(root, 'ls-files', `charts/${chart}/CHANGELOG.md`);
  const isWhole = (await git(root, 'rev-parse', '--is-shallow-repository')) === 'false';
  if (log === '' || (isWhole && (await isReleased(root, chart)))) return undefined;
  throw new ChartwrightError(
    'release/no-tag',
    `it was released, and no tag ${chart}@… is in this clone`,
    `charts/${chart}/CHANGELOG.md`,
    'Fetch the tags and the history: git fetch --tags --unshallow.',
  );
}

/** Whether the commit that is checked out is a release of the chart. */
export async function isReleased(root: string, chart: string): Promise<boolean> {
  return (await tagsOf(root, `${chart}@*`, '--points-at', 'HEAD')).length > 0;
}

/** Charts that were released before and are there no more, each with its last release. */
export async function goneCharts(
  root: string,
  there: readonly string[],
): Promise<readonly (readonly [chart: string, release: Release])[]> {
  const tags = await tagsOf(root, '*@*', '--merged', 'HEAD', '--no-contains', 'HEAD');
  const last = new Map<string, string>();
  for (const tag of tags) {
    const chart = tag.slice(0, tag.lastIndexOf('@'));
    if (!last.has(chart) && !there.includes(chart)) last.set(chart, tag);
  }
  const found: (readonly [string, Release])[] = [];
  for (const [chart, tag] of last)
    if ((await git(root, 'ls-tree', tag, `charts/${chart}/Chart.yaml`)) !== '')
      found.push([chart, { tag, version: tag.slice(chart.length + 1) }]);
  return found;
}

/** Tags of these names, those of the highest version first; a pre-release comes before what it leads to. */
async function tagsOf(root: string, names: string, ...words: readonly string[]): Promise<readonly string[]> {
  const sorted = ['-c', 'versionsort.suffix=-', 'tag', '--list', names, '--sort=-version:refname'];
  return (await git(root, ...sorted, ...words)).split('\n').filter((tag) => tag !== '');
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

/**
 * Whether a commit since then that touched the chart calls itself breaking for it, as conventional commits do and as `nx
 * release` reads them: one with a scope breaks the charts that it names, one without every chart that it touches.
 */
export async function saysBreaking(root: string, chart: string, since: string): Promise<boolean> {
  const messages = await git(root, 'log', '--format=%B%x00', `${since}..HEAD`, '--', `charts/${chart}`);
  return messages.split('\0').some((message) => {
    const [, scope, mark] = /^[a-z]+(?:\(([^)]*)\))?(!?):/.exec(message.trim()) ?? [];
    const isMeant = scope === undefined || scope.split(',').some((name) => name.trim() === chart);
    return isMeant && (mark === '!' || /^BREAKING[ -]CHANGE: /m.test(message));
  });
}

/** What git prints, without the last line's end; throws what it says where it fails. */
export async function git(root: string, ...words: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run('git', ['-C', root, ...words]);
  if (code !== 0) throw new Error(`git ${words.join(' ')}: ${stderr}`);
  return stdout.trimEnd();
}
