/** Tags above the present one. */
export interface NewerTags {
  /** The highest of the same major version; the highest of all where other major versions are asked for. */
  readonly newest?: string;
  /** The highest of another major version, where none is asked for. */
  readonly major?: string;
}

/** What a tag says, part by part. */
interface Reading {
  /** The tag with its versions and its pre-release taken out: two tags with the same form name the same kind of image. */
  readonly form: string;
  /** Numbers of its versions, the most important one first. */
  readonly numbers: readonly number[];
  /** The major version; a date has none. */
  readonly major: number | undefined;
  /** Word and number of a pre-release. */
  readonly preRelease: readonly [word: string, number: number] | undefined;
}

const PRE_RELEASE = /[-.]?(alpha|beta|dev|pre|preview|rc|snapshot)[-.]?(\d*)(?=$|[-_])/i;
const DATE = String.raw`\d{4}-\d{2}-\d{2}(?:T\d{2}-\d{2}-\d{2}Z)?`;
/** A date, or numbers between the separators of a tag, behind a `v` or not. */
const VERSION = new RegExp(String.raw`${DATE}|(?<=^v?|[-_]v?)\d+(?:\.\d+)*(?=$|[-_])`, 'g');

/**
 * The tags that an image could have in place of its present one: of the same form – the same words such as `-alpine`, as many
 * numbers, a `v` or none – and of a higher version. Pre-releases count only for one that is itself a pre-release, and only
 * those of the same version. A tag without a version has none above it.
 */
export function newerTags(
  present: string,
  tags: readonly string[],
  { major: isMajorAsked }: { readonly major: boolean },
): NewerTags {
  const from = reading(present);
  if (from.numbers.length === 0) return {};
  const above = tags
    .map((tag) => ({ tag, ...reading(tag) }))
    .filter((one) => one.form === from.form && compared(one, from) > 0 && isStable(one, from))
    .sort(compared);
  const isSame = ({ major }: Reading) => isMajorAsked || major === from.major;
  const newest = above.findLast(isSame)?.tag;
  const major = above.findLast((one) => !isSame(one))?.tag;
  return { ...(newest !== undefined && { newest }), ...(major !== undefined && { major }) };
}

/** The major version that a tag names; undefined for a date, or where it names no version. */
export function majorOf(tag: string): number | undefined {
  return reading(tag).major;
}

/** Whether a tag names a version. */
export function hasVersion(tag: string): boolean {
  return reading(tag).numbers.length > 0;
}

function reading(tag: string): Reading {
  const [found, word = '', count] = PRE_RELEASE.exec(tag) ?? [];
  const stable = found === undefined ? tag : tag.replace(found, '');
  const versions = [...stable.matchAll(VERSION)].map(([version]) => version);
  const [first = ''] = versions;
  return {
    form: stable.replace(VERSION, kindOf),
    numbers: versions.flatMap((version) => version.split(/\D+/).filter(Boolean).map(Number)),
    major: first === '' || kindOf(first).startsWith('<date') ? undefined : Number.parseInt(first, 10),
    preRelease: found === undefined ? undefined : [word.toLowerCase(), Number(count)],
  };
}

/** What stands for a version in a form. Eight digits are a date, which is not a higher version than 3. */
function kindOf(version: string): string {
  if (/^\d{8}$/.test(version) || version.includes('-')) return `<date ${version.length}>`;
  return `<${version.split('.').length}>`;
}

function isStable({ numbers, preRelease }: Reading, from: Reading): boolean {
  if (preRelease === undefined) return true;
  return from.preRelease !== undefined && String(numbers) === String(from.numbers);
}

function compared(one: Reading, other: Reading): number {
  const numbers = one.numbers.map((number, index) => number - (other.numbers[index] ?? 0));
  const difference = numbers.find((number) => number !== 0) ?? 0;
  if (difference !== 0) return difference;
  const [word, count] = one.preRelease ?? ['~', 0];
  const [otherWord, otherCount] = other.preRelease ?? ['~', 0];
  if (word !== otherWord) return word < otherWord ? -1 : 1;
  return count - otherCount;
}
