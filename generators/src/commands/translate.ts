import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { ChartwrightError } from '../errors.ts';
import { editorSchemaOf, type Loaded } from '../generate.ts';
import type { Peer, PeerValue } from '../model/peer.ts';
import { pathOf } from '../model/value-path.ts';
import { at, mergeValues } from '../model/values.ts';
import { nearestName } from '../nearest-name.ts';
import { isObject, type JsonObject, type JsonValue, validateValues } from '../schema/index.ts';
import { formed } from './peer-form.ts';
import { withGroups } from './peer-groups.ts';

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
  readonly values: JsonObject;
  /** What could not be carried, and why. */
  readonly left: readonly Remark[];
  /** What was carried and needs a look. */
  readonly notes: readonly Remark[];
}

/**
 * Turns a values file of a public chart into values of ours.
 *
 * Errors: `translate/unknown-chart` with the nearest name, `translate/several-charts`, `translate/unreadable`.
 *
 * @param from who publishes the chart and its name, for example `bitnami/postgresql`
 * @param file the values, in YAML or JSON
 * @param to which of our charts, where several are for what the other one is for
 */
export function translate(loaded: Loaded, from: string, file: string, to?: string): Translation {
  const pairs = loaded.charts.flatMap((chart) => chart.peers.map((peer) => ({ chart: chart.name, peer })));
  const fitting = pairs.filter(({ peer }) => peer.name === from);
  const found =
    to === undefined && fitting.length === 1 ? fitting[0] : fitting.find(({ chart }) => chart === to);
  if (found === undefined && fitting.length > 0)
    throw ambiguous(
      from,
      fitting.map(({ chart }) => chart),
    );
  if (found === undefined) throw unknownPeer(from, pairs.map(({ peer }) => peer.name).sort());
  const schema = editorSchemaOf(loaded, found.chart) ?? {};
  return { ...found, ...carried(found.peer, contentsOf(file), (values) => validateValues(schema, values)) };
}

/** The translation as a values file for Helm, which reads YAML 1.1: what needs a look and what was not carried stand above as comments. */
export function translationText({ chart, peer, values, left, notes }: Translation): string {
  const lines = (title: string, remarks: readonly Remark[]) =>
    remarks.length === 0 ? [] : [`# ${title}`, ...remarks.map(({ from, why }) => `#   ${from}: ${why}`)];
  return [
    `# Values of ${chart}, from values of ${peer.name} (as of its version ${peer.version}).`,
    ...lines('Carried, and worth a look:', notes),
    ...lines('Not carried:', left),
    stringify(values, { compat: 'yaml-1.1', lineWidth: 0 }).trimEnd(),
  ].join('\n');
}

/** What of their values has a place in ours; a value that our schema refuses has none. */
function carried(peer: Peer, theirs: JsonObject, misfitsOf: (values: JsonObject) => readonly string[]) {
  const left: Remark[] = [];
  const notes: Remark[] = [];
  let values: JsonObject = {};
  const table = withGroups(peer.values, theirs);
  const chosen = chosenIn(theirs, table);
  const taken = winnersOf(chosen, table);
  // What needs others beside it comes after all of them.
  for (const { from, given, value } of chosen.toSorted((a, b) => needs(a) - needs(b))) {
    const winner = value && taken.get(value.to);
    const why =
      winner !== undefined && winner !== from
        ? `${winner} is ${value?.to} already`
        : obstacleTo(value, given, values, misfitsOf);
    if (value === undefined || why !== '') left.push({ from, why });
    else {
      values = mergeValues(values, oursOf(value, given));
      if (value.note !== '') notes.push({ from, why: value.note });
    }
  }
  const order = new Map(chosen.map(({ from }, index) => [from, index]));
  left.sort((a, b) => (order.get(a.from) ?? 0) - (order.get(b.from) ?? 0));
  return { values, left, notes };
}

/** Our paths → theirs that is carried there: of several the one that the table names first. */
function winnersOf(chosen: readonly Chosen[], table: readonly PeerValue[]): ReadonlyMap<string, string> {
  const rank = ({ value }: Chosen) => (value === undefined ? -1 : table.indexOf(value));
  const winners = new Map<string, string>();
  for (const { from, value } of chosen.toSorted((a, b) => rank(a) - rank(b)))
    if (value !== undefined && value.to !== '' && !winners.has(value.to)) winners.set(value.to, from);
  return winners;
}

function needs({ value }: Chosen): number {
  return value === undefined || value.beside === '' ? 0 : 1;
}

/** Why a value is not carried; empty where it is. */
function obstacleTo(
  value: PeerValue | undefined,
  given: JsonValue,
  beside: JsonObject,
  misfitsOf: (values: JsonObject) => readonly string[],
): string {
  if (value === undefined) return 'no value of ours is known for it';
  if (value.to === '') return value.note;
  if (!isThere(value.beside, beside)) return `${value.to} has no effect without ${value.beside}`;
  if (value.values !== null && !(String(given) in value.values))
    return `${value.to} has no word for ${JSON.stringify(given)}`;
  if (value.as !== null && formed(value.as, given) === undefined)
    return `${value.to} is written otherwise: ${value.note}`;
  const [misfit] = misfitsOf(oursOf(value, given));
  return misfit === undefined ? '' : `${value.to} takes something else: ${misfit}`;
}

/** Whether what a value needs stands among ours; an empty word stands for a value that is not given. */
function isThere(beside: string, values: JsonObject): boolean {
  if (beside === '') return true;
  const [path = '', words] = beside.split('=');
  const found = pathOf(path).reduce<JsonValue>(
    (inner, key) => (isObject(inner) ? (inner[key] ?? '') : ''),
    values,
  );
  return words === undefined ? Boolean(found) : words.split('|').includes(String(found));
}

/** One value of theirs at its place in ours; of an image, the registry and the digest have places of their own. */
function oursOf({ to, values, as }: PeerValue, given: JsonValue): JsonObject {
  const word = values === null ? given : (values[String(given)] ?? null);
  const value = as === null ? word : (formed(as, word) ?? null);
  const keys = pathOf(to);
  const last = keys.at(-1) ?? '';
  const ofImage = keys.at(-2) === 'image' && typeof value === 'string' ? imageParts(last, value) : undefined;
  return at(keys.slice(0, -1), ofImage ?? { [last]: value });
}

/** Parts of an image that others write as one: a digest behind the tag, a registry before the repository. */
function imageParts(key: string, text: string): JsonObject | undefined {
  if (key === 'tag') {
    const [tag = '', digest] = text.split('@');
    return digest === undefined ? { tag } : { tag, digest };
  }
  const [registry = '', ...rest] = text.split('/');
  const isApart = key === 'repository' && rest.length > 0 && /[.:]|^localhost$/.test(registry);
  return isApart ? { registry, repository: rest.join('/') } : undefined;
}

interface Chosen {
  readonly from: string;
  readonly given: JsonValue;
  /** What the table says of it; undefined where it does not know it. */
  readonly value: PeerValue | undefined;
}

/** The values that are not empty, by path, with what the table says of them. */
function chosenIn(
  given: JsonValue,
  table: readonly PeerValue[],
  path: readonly string[] = [],
): readonly Chosen[] {
  const value = table.find(({ from }) => isAt(pathOf(from), path) && pathOf(from).length === path.length);
  const from = pathText(path);
  const saysNothing =
    given === null || given === '' || (typeof given === 'object' && Object.keys(given).length === 0);
  if (value !== undefined) return saysNothing ? [] : [{ from, given, value }];
  // A block that is taken away, such as a probe, is one that is off.
  const off = given === null && table.find((one) => one.from === `${from}.enabled`);
  if (off) return [{ from, given: false, value: off }];
  const isKnownInside = table.some(
    (one) => pathOf(one.from).length > path.length && isAt(pathOf(one.from), path),
  );
  if (isObject(given) || (Array.isArray(given) && isKnownInside))
    return Object.entries(given).flatMap(([key, inner]) => chosenIn(inner, table, [...path, key]));
  return saysNothing ? [] : [{ from, given, value }];
}

/** Whether the keys begin what a path of the table may be; `*` there is any one key. */
function isAt(known: readonly string[], keys: readonly string[]): boolean {
  return keys.every((key, index) => known[index] === '*' || known[index] === key);
}

function pathText(keys: readonly string[]): string {
  return keys
    .map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key.replace(/[.\\[]/g, '\\$&')}`))
    .join('')
    .replace(/^\./, '');
}

function contentsOf(file: string): JsonObject {
  let read: JsonValue;
  try {
    read = parse(readFileSync(file, 'utf8')) ?? {};
  } catch (cause) {
    throw unreadable(file, cause instanceof Error ? cause.message : String(cause));
  }
  if (!isObject(read)) throw unreadable(file, 'it is no map of values');
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

function ambiguous(from: string, charts: readonly string[]): ChartwrightError {
  return new ChartwrightError(
    'translate/several-charts',
    `several charts take the values of ${from}`,
    'translate --to',
    `Name one: ${charts.join(', ')}.`,
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
