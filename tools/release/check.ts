import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { nearestName } from '../../generators/src/nearest-name.ts';
import { chartNames, readChart } from '../../generators/src/package/chart-folders.ts';
import { breaking } from './breaking.ts';
import { outlivedKeys } from './moved-keys.ts';
import { chartsAt, goneCharts, isReleased, lastRelease, type Release, saysBreaking } from './released.ts';

/** What the next release of a chart means to those who have the last one. */
export interface Verdict {
  readonly chart: string;
  /** The last released version; empty for none. */
  readonly released: string;
  /** What breaks. */
  readonly breaking: readonly string[];
  /** What is lacking for a release that breaks this. */
  readonly problems: readonly string[];
  /** Keys that moved before the last release: the next major version, if this is one, may drop them. */
  readonly outlived: readonly string[];
}

/**
 * Compares the charts of a workspace with their last releases, also those that are there no more.
 *
 * Errors: `cli/usage` for a name that no chart has or had.
 */
export async function checkReleases(root: string, only: readonly string[] = []): Promise<readonly Verdict[]> {
  const work = await mkdtemp(join(tmpdir(), 'chartwright-release-'));
  const folder = join(root, 'charts');
  try {
    const verdicts: Verdict[] = [];
    const isMeant = (name: string) => only.length === 0 || only.includes(name);
    const there = await chartNames(folder);
    const gone = await goneCharts(root, there);
    const known = [...there, ...gone.map(([name]) => name)];
    for (const name of only) if (!known.includes(name)) throw unknownChart(name, known);
    for (const [chart, last] of gone)
      if (isMeant(chart)) verdicts.push(await verdictOfGone(root, chart, last));
    for (const chart of there.filter(isMeant)) {
      const last = await lastRelease(root, chart);
      if (last === undefined) {
        verdicts.push({ chart, released: '', breaking: [], problems: [], outlived: [] });
        continue;
      }
      const at = join(work, last.tag);
      await chartsAt(root, last.tag, at);
      const found = await breaking(
        chart,
        { folder: join(at, 'charts'), archives: join(at, 'dist') },
        { folder, archives: join(work, 'now') },
      );
      const isMajor = found.length > 0 || (await isBumped(root, chart, last.version));
      verdicts.push({
        chart,
        released: last.version,
        breaking: found,
        problems: found.length === 0 ? [] : await lacking(root, chart, last.version, last.tag),
        outlived: isMajor ? outlivedKeys(join(at, 'charts', chart), join(folder, chart)) : [],
      });
    }
    return verdicts;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The version that may break what a version promised: the next major one, and before 1.0 the next minor one. */
function nextMajor(version: string): string {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major === 0 ? `0.${minor + 1}` : `${major + 1}`;
}

/** A chart that is gone breaks whoever has it; a commit that says so is enough, for it has no next version. */
async function verdictOfGone(root: string, chart: string, { version, tag }: Release): Promise<Verdict> {
  const problems = (await saysBreaking(root, chart, tag))
    ? []
    : [`begin the subject of the commit that takes it away with "feat(${chart})!:"`];
  return { chart, released: version, breaking: ['the chart is gone'], problems, outlived: [] };
}

function unknownChart(name: string, known: readonly string[]): ChartwrightError {
  const meant = nearestName(name, known);
  const remedy = meant === undefined ? `The charts are ${known.join(', ')}.` : `Did you mean ${meant}?`;
  return new ChartwrightError('cli/usage', `there is no chart "${name}"`, 'npm run release:check', remedy);
}

/** Whether the chart has a version that may break what the released one promised. */
async function isBumped(root: string, chart: string, released: string): Promise<boolean> {
  const { manifest } = await readChart(join(root, 'charts', chart));
  return nextMajor(manifest.version) !== nextMajor(released);
}

/** Whether the next release takes such a version; a commit that is released has its own already. */
async function isToBeBumped(root: string, chart: string, tag: string): Promise<boolean> {
  return !(await isReleased(root, chart)) && (await saysBreaking(root, chart, tag));
}

async function lacking(
  root: string,
  chart: string,
  released: string,
  tag: string,
): Promise<readonly string[]> {
  const next = nextMajor(released);
  const isEnough = (await isBumped(root, chart, released)) || (await isToBeBumped(root, chart, tag));
  const page = `charts/${chart}/src/upgrading/${next}.md`;
  return [
    ...(isEnough
      ? []
      : [`it takes version ${next}: begin the subject of the commit with "feat(${chart})!:"`]),
    ...(existsSync(join(root, page))
      ? []
      : [
          `${page} is missing: say there what users of ${released} do; the README shows it as "Upgrading to ${next}"`,
        ]),
  ];
}
