import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChartwrightError, mistakesIn } from '../../generators/src/errors.ts';
import { load } from '../../generators/src/generate.ts';
import { grouped } from '../../generators/src/grouped.ts';
import { inParallel } from '../../generators/src/programs/in-parallel.ts';
import type { Changes } from '../../generators/src/workspace/write.ts';
import { type AppVersion, type DeclaredImage, declaredImages } from './declared.ts';
import type { Registries } from './registries.ts';
import { hasVersion, type NewerTags, newerTags } from './tags.ts';
import { type Edit, edited } from './written.ts';

/** What may change. */
export interface RefreshOptions {
  /** Names of charts whose images are looked at; none stands for all. */
  readonly charts: readonly string[];
  /** Whether digests alone are looked at, and tags stay. */
  readonly digests: boolean;
  /** Whether another major version is taken. */
  readonly major: boolean;
}

/** What registries have that definitions have not. */
export interface Refreshed {
  /** For people, in the order of the images. */
  readonly lines: readonly string[];
  /** How the sources change. */
  readonly changes: Changes;
  /** What could not be told, each once; the images stay as they are. */
  readonly failures: readonly ChartwrightError[];
}

/** What becomes of one image. */
interface Step {
  readonly image: DeclaredImage;
  /** Its present tag, or a newer one. */
  readonly tag: string;
  /** What the tag leads to; undefined where nothing changes. */
  readonly digest: string | undefined;
  readonly remarks: readonly string[];
}

/** So many programs ask at a time. */
const AT_ONCE = 4;

/**
 * Compares the images that definitions write out with their registries: digests are filled in and follow their tags, and tags
 * go on to the newest one of the same form and major version. Nothing is written.
 *
 * Errors: those of definitions; what a registry does not tell is among the failures.
 */
export async function refreshed(
  root: string,
  registries: Registries,
  options: RefreshOptions,
): Promise<Refreshed> {
  const loaded = await load(root);
  const asked = [
    ...options.charts,
    ...loaded.umbrellas
      .filter(({ name }) => options.charts.includes(name))
      .flatMap(({ members }) => members.map(({ chart }) => chart.name)),
  ];
  const isAsked = ({ charts }: DeclaredImage) =>
    asked.length === 0 || charts.some((chart) => asked.includes(chart));
  const failures: ChartwrightError[] = [];
  const tried = await inParallel(declaredImages(root, loaded), AT_ONCE, async (image) => {
    if (!isAsked(image)) return unchanged(image);
    try {
      return await stepOf(image, registries, options);
    } catch (error) {
      failures.push(...mistakesIn(error));
      return unchanged(image);
    }
  });
  const steps = inAgreement(tried);
  const files = grouped(steps.flatMap(editsOf), ({ file }) => file);
  const write = [...files].map(([file, edits]) => {
    const text = readFileSync(join(root, file), 'utf8');
    return [file, edited(text, edits)] as const;
  });
  return {
    lines: steps.flatMap(linesOf),
    changes: { write: write.sort(([a], [b]) => (a < b ? -1 : 1)), remove: [] },
    failures: [...new Set(failures)].sort((a, b) => (a.where < b.where ? -1 : 1)),
  };
}

function unchanged(image: DeclaredImage, remarks: readonly string[] = []): Step {
  return { image, tag: image.tag, digest: undefined, remarks };
}

async function stepOf(image: DeclaredImage, registries: Registries, options: RefreshOptions): Promise<Step> {
  const { address, reference } = image;
  const { newest, major } = await above(image, registries, options);
  const remarks = major === undefined ? [] : [`${major} is of another major version, which --major takes`];
  if (newest !== undefined) {
    const [digest, lacking] = await Promise.all([
      registries.digest(`${address}:${newest}`),
      lackingPlatforms(image, newest, registries),
    ]);
    if (digest !== undefined && lacking.length === 0) return { image, tag: newest, digest, remarks };
    if (lacking.length > 0)
      remarks.push(`${newest} is not there for ${lacking.join(', ')}, as the present one is`);
  }
  const digest = await registries.digest(reference);
  if (digest !== undefined) return { image, tag: image.tag, digest, remarks };
  throw new ChartwrightError(
    'images/no-tag',
    'the registry has no such tag, and none that could take its place',
    reference,
    'See which tags there are, and write one into the definition.',
  );
}

/** Tags above the present one, as far as it may change. */
async function above(
  { address, tag, keeps }: DeclaredImage,
  registries: Registries,
  { digests, major }: RefreshOptions,
): Promise<NewerTags> {
  if (digests || keeps === 'tag' || !hasVersion(tag)) return {};
  const tags = await registries.tags(address);
  if (keeps === 'nothing') return newerTags(tag, tags, { major });
  const { newest } = newerTags(tag, tags, { major: false });
  return newest === undefined ? {} : { newest };
}

/** Platforms that an image has and a newer one of it has not: a release may be pushed for one after the other. */
async function lackingPlatforms(
  { address, reference }: DeclaredImage,
  newest: string,
  { platforms }: Registries,
): Promise<readonly string[]> {
  const [present, future] = await Promise.all([platforms(reference), platforms(`${address}:${newest}`)]);
  return present.filter((platform) => !future.includes(platform));
}

/** Without what would leave an appVersion and a tag that it names apart: such images are left to a person. */
function inAgreement(steps: readonly Step[]): readonly Step[] {
  const wanted = grouped(
    steps.flatMap((step) => step.image.appVersions.map((one) => ({ step, one }))),
    ({ one }) => one.chart,
  );
  for (const [chart, group] of wanted) {
    const texts = new Set(group.map(({ step, one }) => appVersionIn(step.tag, one)));
    if (texts.size === 1 && !texts.has(undefined)) continue;
    const moving = group.map(({ step }) => step).filter(({ image, tag }) => tag !== image.tag);
    const kept = steps.map((step) =>
      moving.includes(step)
        ? unchanged(step.image, [
            `the appVersion of ${chart} cannot be that of ${step.tag} for all that it names: change them by hand`,
          ])
        : step,
    );
    return inAgreement(kept);
  }
  return steps;
}

function appVersionIn(tag: string, { around: [before, after] }: AppVersion): string | undefined {
  if (!tag.startsWith(before) || !tag.endsWith(after)) return undefined;
  return tag.slice(before.length, tag.length - after.length);
}

function editsOf({ image, tag, digest }: Step): readonly Edit[] {
  if (digest === undefined) return [];
  const pins = image.places.flatMap((place) => {
    const present = place.said('digest');
    if (present === undefined) return [place.pinned(digest)];
    return present === digest ? [] : [place.replaced('digest', digest)];
  });
  if (tag === image.tag) return pins;
  const tags = image.places.filter((place) => place.said('tag') !== undefined);
  return [
    ...pins,
    ...tags.map((place) => place.replaced('tag', tag)),
    ...image.appVersions.map((one) => one.written.replaced('appVersion', appVersionIn(tag, one) ?? '')),
  ];
}

function linesOf({ image, tag, digest, remarks }: Step): readonly string[] {
  const present = [...new Set(image.places.map((place) => place.said('digest')))];
  return [
    ...changeOf(image.reference, tag === image.tag ? undefined : tag, digest, present),
    ...remarks.map((remark) => `note  ${image.reference}: ${remark}`),
  ];
}

function changeOf(
  reference: string,
  newest: string | undefined,
  digest: string | undefined,
  present: readonly (string | undefined)[],
): readonly string[] {
  if (digest === undefined) return [];
  if (newest !== undefined) return [`newer ${reference} becomes ${newest}, ${digest}`];
  const others = present.filter((one) => one !== digest && one !== undefined);
  if (others.length > 0)
    return [`moved ${reference} leads to ${digest} now, and no more to ${others.join(', ')}`];
  return present.includes(undefined) ? [`pins  ${reference} is ${digest}`] : [];
}
