import { stringify } from 'yaml';
import { ChartwrightError } from '../errors.ts';
import { editorSchemaOf, type Loaded } from '../generate.ts';
import type { Peer, PeerValue } from '../model/peer.ts';
import { pathOf } from '../model/value-path.ts';
import { at, mergeValues } from '../model/values.ts';
import { nearestName } from '../nearest-name.ts';
import { isObject, type JsonObject, type JsonValue, validateValues } from '../schema/index.ts';
import { TEMPLATED, withoutTemplates } from './helm-templates.ts';
import { contentsOf, withDefaults } from './peer-file.ts';
import { formed } from './peer-form.ts';
import { withGroups } from './peer-groups.ts';
import { joined, type Ours } from './peer-lists.ts';
import { pathText } from './peer-path.ts';

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
  if (found === undefined) throw unknownPeer(from, [...new Set(pairs.map(({ peer }) => peer.name))].sort());
  const schema = editorSchemaOf(loaded, found.chart) ?? {};
  const ours: Ours = {
    misfitsOf: (values) => validateValues(schema, values),
    workloads: loaded.charts.find(({ name }) => name === found.chart)?.workloads ?? [],
  };
  const theirs = withDefaults(contentsOf(file), found.peer.defaults);
  return { ...found, ...carried(found.peer, theirs, ours) };
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
function carried(peer: Peer, theirs: JsonObject, ours: Ours) {
  const left: Remark[] = [];
  const notes: Remark[] = [];
  let values: JsonObject = {};
  const table = withGroups(peer.values, theirs);
  const all = chosenIn(theirs, table);
  const chosen = all.flatMap((one) => {
    const { text, templated } = withoutTemplates(one.given, one.from);
    if (one.value === undefined || one.value.to === '') return [one];
    left.push(...templated.map((from) => ({ from, why: TEMPLATED })));
    return text === undefined ? [] : [{ ...one, given: text }];
  });
  const taken = winnersOf(chosen, table);
  // What needs others beside it comes after all of them.
  for (const { from, given, value } of chosen.toSorted((a, b) => needs(a) - needs(b))) {
    const winner = value && taken.get(value.to);
    const added = value && listOf(value, given);
    const why =
      winner !== undefined && winner !== from && added === undefined
        ? `${winner} is ${value?.to} already`
        : obstacleTo(value, given, values, ours.misfitsOf);
    if (value === undefined || (why !== '' && !why.includes(MISFIT))) left.push({ from, why });
    else if (added !== undefined && why === '') {
      const { list, settings, beside } = joined(value.to, added, values, ours);
      values = mergeValues(mergeValues(values, settings), list);
      left.push(...beside.map(({ name, reason }) => ({ from: `${from}.${name}`, why: reason })));
      if (value.note !== '') notes.push({ from, why: value.note });
    } else {
      const { kept, misfits } =
        why === ''
          ? { kept: oursOf(value, given), misfits: [] }
          : piecesOf({ from, given, value }, why, ours);
      values = mergeValues(values, kept);
      left.push(...misfits);
      if (value.note !== '' && Object.keys(kept).length > 0) notes.push({ from, why: value.note });
    }
  }
  const order = all.map(({ from }) => from);
  const place = ({ from }: Remark) => order.findIndex((one) => from.startsWith(one));
  left.sort((a, b) => place(a) - place(b));
  return { values, left, notes };
}

/** Between the path of a value and what the schema has against it. */
const MISFIT = ' takes something else: ';
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

/** What of a block fits that does not fit as a whole; nothing where no entry does. */
function piecesOf(
  { from, given, value }: Chosen & { readonly value: PeerValue },
  why: string,
  ours: Ours,
): { readonly kept: JsonObject; readonly misfits: readonly Remark[] } {
  const whole = { kept: {}, misfits: [{ from, why }] };
  if (!isObject(given) || value.as !== null || value.values !== null) return whole;
  const pieces = Object.entries(given).map(([key, inner]) => {
    const piece = {
      from: from + pathText([key], '.'),
      given: inner,
      value: { ...value, to: value.to + pathText([key], '.') },
    };
    const obstacle = obstacleTo(piece.value, inner, {}, ours.misfitsOf);
    return obstacle === ''
      ? { kept: oursOf(piece.value, inner), misfits: [] }
      : piecesOf(piece, obstacle, ours);
  });
  const kept = pieces.map((piece) => piece.kept).reduce<JsonObject>((a, b) => mergeValues(a, b), {});
  return Object.keys(kept).length === 0 ? whole : { kept, misfits: pieces.flatMap(({ misfits }) => misfits) };
}

/** The list that a value is here; undefined for anything else. */
function listOf(value: PeerValue, given: JsonValue): readonly JsonValue[] | undefined {
  const formedValue = value.as === null ? given : formed(value.as, given);
  return Array.isArray(formedValue) ? formedValue : undefined;
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
  return misfit === undefined ? '' : `${value.to}${MISFIT}${misfit}`;
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
