import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Loaded } from '../../generators/src/generate.ts';
import { pathsOf } from '../../generators/src/go/index.ts';
import { grouped } from '../../generators/src/grouped.ts';
import type { Image } from '../../generators/src/model/container.ts';
import type { Chart } from '../../generators/src/model/model.ts';
import { pathsIn } from '../../generators/src/nx/rename-chart/sources.ts';
import { majorOf } from './tags.ts';
import { type Written, writtenIn } from './written.ts';

/** An image that definitions name, and everywhere they write it. */
export interface DeclaredImage {
  /** Registry, repository and tag as pods name them. */
  readonly reference: string;
  /** Registry and repository. */
  readonly address: string;
  readonly tag: string;
  /** Charts that run it. */
  readonly charts: readonly string[];
  /** Objects that name it; changed alike. */
  readonly places: readonly Written[];
  /** What of its tag stays whatever there is: its major version, as of a variant that is there for it, or all of it. */
  readonly keeps: 'nothing' | 'major' | 'tag';
  /** Charts whose appVersion is in its tag. */
  readonly appVersions: readonly AppVersion[];
}

/** How an appVersion follows from a tag. */
export interface AppVersion {
  readonly chart: string;
  readonly written: Written;
  /** What stands before and behind it in the tag. */
  readonly around: readonly [before: string, after: string];
}

/** An image of one chart, as the model has it. */
interface Entry {
  readonly chart: Chart;
  readonly address: string;
  readonly registry: string;
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;
  /** For a variant, whether it names a repository of its own. */
  readonly variant: 'other repository' | 'same repository' | undefined;
  readonly keeps: DeclaredImage['keeps'];
  /** Whether the application of the chart is what it holds. */
  readonly isApplication: boolean;
}

/** Where definitions, features and what they share are written; in a workspace without the last folder they are a package's. */
const SOURCES = ['charts', 'features', 'generators/src'];

/**
 * The images that a workspace writes out, sorted. What a package brings is none of them, nor an image of the user's own.
 *
 * @param root of the workspace that was loaded
 */
export function declaredImages(root: string, { charts }: Loaded): readonly DeclaredImage[] {
  const sources = pathsIn(root, SOURCES)
    .filter((path) => /(?<!\.spec|\.d|\.types)\.ts$/.test(path))
    .flatMap((path) => writtenIn(path, readFileSync(join(root, path), 'utf8')));
  const entries = charts.flatMap((chart) => chart.images.flatMap((image) => entriesOf(chart, image)));
  const groups = grouped(entries, ({ address, tag }) => `${address}:${tag}`);
  return [...groups]
    .map(([reference, group]) => declared(reference, group, sources))
    .filter(({ places }) => places.length > 0)
    .sort((a, b) => (a.reference < b.reference ? -1 : 1));
}

function entriesOf(chart: Chart, image: Image): readonly Entry[] {
  const { registry, repository, tag, digest, own, variants, key } = image;
  if (own !== '' || registry === '') return [];
  const entry = (of: Pick<Entry, 'repository' | 'tag' | 'digest' | 'variant' | 'keeps'>): Entry => ({
    ...of,
    chart,
    registry,
    address: `${registry}/${of.repository}`,
    isApplication: key === 'image' && of.variant === undefined,
  });
  return [
    entry({ repository, tag, digest, variant: undefined, keeps: 'nothing' }),
    ...variants.map((variant) => {
      const isAsked = pathsOf(variant.when).includes(`${key}.tag`);
      const isLine = variant.repository === '' && majorOf(variant.tag) !== majorOf(tag);
      return entry({
        repository: variant.repository || repository,
        tag: variant.tag,
        digest: variant.digest,
        variant: variant.repository === '' ? 'same repository' : 'other repository',
        keeps: isAsked ? 'tag' : isLine ? 'major' : 'nothing',
      });
    }),
  ];
}

function declared(reference: string, entries: readonly Entry[], sources: readonly Written[]): DeclaredImage {
  const [{ address, tag } = { address: '', tag: '' }] = entries;
  const places = sources.filter((one) => entries.some((entry) => isOf(one, entry)));
  const isFixed = places.some(
    (place) => place.said('tag') === undefined && !entries.some((entry) => followsAppVersion(place, entry)),
  );
  const keeps = isFixed ? ['tag' as const] : entries.map((entry) => entry.keeps);
  return {
    reference,
    address,
    tag,
    charts: [...new Set(entries.map(({ chart }) => chart.name))],
    places,
    keeps: (['tag', 'major'] as const).find((one) => keeps.includes(one)) ?? 'nothing',
    appVersions: entries.flatMap((entry) => {
      const isTag = places.some((place) => followsAppVersion(place, entry));
      return isTag || entry.isApplication ? appVersionOf(entry, sources) : [];
    }),
  };
}

function appVersionOf({ chart, tag }: Entry, sources: readonly Written[]): readonly AppVersion[] {
  const { name, appVersion } = chart;
  const around = aroundIn(tag, appVersion);
  const file = `charts/${name}/src/chart.ts`;
  const written = sources.find((one) => one.file === file && one.said('appVersion') === appVersion);
  return around === undefined || written === undefined ? [] : [{ chart: name, written, around }];
}

/** Whether an object is the one that an image comes from: nothing else has its digest; without one, its names and tag decide. */
function isOf(written: Written, entry: Entry): boolean {
  const agrees = (key: 'registry' | 'repository' | 'tag') =>
    [undefined, entry[key]].includes(written.said(key));
  if (!(agrees('registry') && agrees('repository') && agrees('tag'))) return false;
  if (entry.digest !== '') return written.said('digest') === entry.digest;
  if (written.keys.has('digest')) return false;
  const isNamed =
    entry.variant === 'same repository'
      ? written.keys.has('when') && !written.keys.has('repository')
      : written.said('repository') === entry.repository;
  return isNamed && (written.said('tag') === entry.tag || followsAppVersion(written, entry));
}

/** Whether an object leaves the tag to the appVersion of its chart. */
function followsAppVersion({ file, keys }: Written, { chart, tag, variant }: Entry): boolean {
  return (
    variant === undefined &&
    !keys.has('tag') &&
    tag === chart.appVersion &&
    file.startsWith(`charts/${chart.name}/`)
  );
}

/** What stands around an appVersion in a tag; undefined where it is no whole part of it. */
function aroundIn(tag: string, appVersion: string): AppVersion['around'] | undefined {
  const start = tag.indexOf(appVersion);
  const before = tag.slice(0, Math.max(start, 0));
  const after = tag.slice(start + appVersion.length);
  const isWhole = /(^|[-_])v?$/.test(before) && /^($|[-_])/.test(after);
  return start >= 0 && isWhole ? [before, after] : undefined;
}
