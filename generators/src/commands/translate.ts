import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { ChartwrightError } from '../errors.ts';
import { editorSchemaOf, type Loaded } from '../generate.ts';
import type { Peer, PeerValue } from '../model/peer.ts';
import { pathOf } from '../model/value-path.ts';
import { at, mergeValues } from '../model/values.ts';
import { nearestName } from '../nearest-name.ts';
import { isObject, type JsonObject, type JsonValue, validateValues } from '../schema/index.ts';

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
  const taken = new Map<string, string>();
  for (const { from, given, value } of chosenIn(theirs, peer.values)) {
    const other = value && taken.get(value.to);
    const why = other ? `${other} is ${value.to} already` : obstacleTo(value, given, misfitsOf);
    if (value === undefined || why !== '') left.push({ from, why });
    else {
      values = mergeValues(values, oursOf(value, given));
      taken.set(value.to, from);
      if (value.note !== '') notes.push({ from, why: value.note });
    }
  }
  return { values, left, notes };
}

/** Why a value is not carried; empty where it is. */
function obstacleTo(
  value: PeerValue | undefined,
  given: JsonValue,
  misfitsOf: (values: JsonObject) => readonly string[],
): string {
  if (value === undefined) return 'no value of ours is known for it';
  if (value.to === '') return value.note;
  if (value.values !== null && !(String(given) in value.values))
    return `${value.to} has no word for ${JSON.stringify(given)}`;
  const [misfit] = misfitsOf(oursOf(value, given));
  return misfit === undefined ? '' : `${value.to} takes something else: ${misfit}`;
}

/** One value of theirs at its place in ours. */
function oursOf({ to, values }: PeerValue, given: JsonValue): JsonObject {
  const value = values === null ? given : (values[String(given)] ?? null);
  const keys = pathOf(to);
  return at(keys.slice(0, -1), { [keys.at(-1) ?? '']: value });
}

interface Chosen {
  readonly from: string;
  readonly given: JsonValue;
  /** What the table says of it; undefined where it does not know it. */
  readonly value: PeerValue | undefined;
}

/** The values that the table knows, and every other one that is not empty, by path. */
function chosenIn(
  given: JsonValue,
  table: readonly PeerValue[],
  path: readonly string[] = [],
): readonly Chosen[] {
  const value = table.find(({ from }) => isAt(pathOf(from), path) && pathOf(from).length === path.length);
  const from = pathText(path);
  if (value !== undefined) return [{ from, given, value }];
  const isKnownInside = table.some(
    (one) => pathOf(one.from).length > path.length && isAt(pathOf(one.from), path),
  );
  if (isObject(given) || (Array.isArray(given) && isKnownInside))
    return Object.entries(given).flatMap(([key, inner]) => chosenIn(inner, table, [...path, key]));
  const saysNothing = given === null || given === '' || (Array.isArray(given) && given.length === 0);
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
