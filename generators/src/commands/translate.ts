import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { ChartwrightError } from '../errors.ts';
import { editorSchemaOf, load } from '../generate.ts';
import { type Peer, type PeerValue, pathOf } from '../model/peer.ts';
import { nearestName } from '../nearest-name.ts';
import { validateValues } from '../schema/index.ts';

/** A value of another chart that has no place here, or needs a look. */
export interface Remark {
  readonly from: string;
  readonly why: string;
}

/** Values of another chart as those of one of ours. */
export interface Translation {
  /** Name of our chart. */
  readonly chart: string;
  readonly peer: Peer;
  readonly values: Values;
  /** What could not be carried, and why. */
  readonly left: readonly Remark[];
  /** What was carried and needs a look. */
  readonly notes: readonly Remark[];
}

type Values = Readonly<Record<string, unknown>>;

/**
 * Turns a values file of a public chart into values of ours.
 *
 * Errors: `translate/unknown-chart` with the nearest name, `translate/unreadable`.
 *
 * @param root of the workspace
 * @param from who publishes the chart and its name, for example `bitnami/postgresql`
 * @param file the values, in YAML or JSON
 */
export async function translate(root: string, from: string, file: string): Promise<Translation> {
  const loaded = await load(root);
  const pairs = loaded.charts.flatMap((chart) => chart.peers.map((peer) => ({ chart: chart.name, peer })));
  const found = pairs.find(({ peer }) => peer.name === from);
  if (found === undefined) throw unknownPeer(from, pairs.map(({ peer }) => peer.name).sort());
  const schema = editorSchemaOf(loaded, found.chart) ?? {};
  return { ...found, ...carried(found.peer, contentsOf(file), (values) => validateValues(schema, values)) };
}

/** The translation as a values file: what needs a look and what was not carried stand above it as comments. */
export function translationText({ chart, peer, values, left, notes }: Translation): string {
  const lines = (title: string, remarks: readonly Remark[]) =>
    remarks.length === 0 ? [] : [`# ${title}`, ...remarks.map(({ from, why }) => `#   ${from}: ${why}`)];
  return [
    `# Values of ${chart}, from values of ${peer.name} (as of its version ${peer.version}).`,
    ...lines('Carried, and worth a look:', notes),
    ...lines('Not carried:', left),
    stringify(values, { lineWidth: 0 }).trimEnd(),
  ].join('\n');
}

/** What of their values has a place in ours; a value that our schema refuses has none. */
function carried(peer: Peer, theirs: Values, misfitsOf: (values: Values) => readonly string[]) {
  const known = new Map(peer.values.map((value) => [value.from, value]));
  const left: Remark[] = [];
  const notes: Remark[] = [];
  let values: Values = {};
  for (const { from, given } of chosenIn(theirs, [...known.keys()])) {
    const value = known.get(from);
    const why =
      value === undefined ? 'no value of ours is known for it' : obstacleTo(value, given, misfitsOf);
    if (value === undefined || why !== '') left.push({ from, why });
    else {
      values = merged(values, oursOf(value, given));
      if (value.note !== '') notes.push({ from, why: value.note });
    }
  }
  return { values, left, notes };
}

/** Why a value is not carried; empty where it is. */
function obstacleTo(
  value: PeerValue,
  given: unknown,
  misfitsOf: (values: Values) => readonly string[],
): string {
  if (value.to === '') return value.note;
  if (value.values !== null && !(String(given) in value.values))
    return `${value.to} has no word for ${JSON.stringify(given)}`;
  const [misfit] = misfitsOf(oursOf(value, given));
  return misfit === undefined ? '' : `${value.to} takes something else: ${misfit}`;
}

/** One value of theirs at its place in ours. */
function oursOf({ to, values }: PeerValue, given: unknown): Values {
  const value = values === null ? given : values[String(given)];
  return pathOf(to).reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Values;
}

/** The values that the table knows, and every other one that is not empty, by path. */
function chosenIn(
  given: unknown,
  known: readonly string[],
  path = '',
): readonly { readonly from: string; readonly given: unknown }[] {
  if (known.includes(path)) return [{ from: path, given }];
  if (Array.isArray(given) && known.some((one) => one.startsWith(`${path}[`)))
    return given.flatMap((entry, index) => chosenIn(entry, known, `${path}[${index}]`));
  if (isValues(given))
    return Object.entries(given).flatMap(([key, value]) =>
      chosenIn(value, known, `${path === '' ? '' : `${path}.`}${key.replace(/[.\\[]/g, '\\$&')}`),
    );
  const saysNothing = given === null || given === '' || (Array.isArray(given) && given.length === 0);
  return saysNothing ? [] : [{ from: path, given }];
}

function merged(below: Values, above: Values): Values {
  const entries = Object.entries(above).map(([key, value]) => {
    const other = below[key];
    return [key, isValues(value) && isValues(other) ? merged(other, value) : value];
  });
  return { ...below, ...Object.fromEntries(entries) };
}

function contentsOf(file: string): Values {
  let read: unknown;
  try {
    read = parse(readFileSync(file, 'utf8')) ?? {};
  } catch (cause) {
    throw unreadable(file, cause instanceof Error ? cause.message : String(cause));
  }
  if (!isValues(read)) throw unreadable(file, 'it is no map of values');
  return read;
}

function unreadable(file: string, what: string): ChartwrightError {
  return new ChartwrightError(
    'translate/unreadable',
    what.trim().replace(/[.:]$/, ''),
    file,
    'Give a values file of that chart.',
  );
}

function unknownPeer(from: string, known: readonly string[]): ChartwrightError {
  const meant = nearestName(from, known);
  return new ChartwrightError(
    'translate/unknown-chart',
    `the values of ${from} are not known`,
    'translate --from',
    `${meant === undefined ? '' : `Did you mean ${meant}? `}Known are ${known.join(', ')}.`,
  );
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
