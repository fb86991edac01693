import { parse } from 'yaml';
import { ChartwrightError, throwAll } from '../errors.ts';
import { nearestName } from '../nearest-name.ts';
import type { JsonValue, SchemaNode } from '../schema/index.ts';
import type { Files } from './files.ts';
import { filesBelow } from './sources.ts';

/** What one value of another chart is here. */
export interface PeerValue {
  /** Its path there as Helm writes it: dots between keys, `\.` for a dot in a key, `[0]` for an entry of a list, `*` for any one key. */
  readonly from: string;
  /** Its path here; empty where it is deliberately not there. */
  readonly to: string;
  /** Their value → ours where the words differ, keyed by theirs as text; the same value by default. */
  readonly values: Readonly<Record<string, JsonValue>> | null;
  /** What to look at when it is carried over, or why it is not there. */
  readonly note: string;
}

/** A public chart for the same application, and what its users find here. */
export interface Peer {
  /** Who publishes it and its name, for example `bitnami/postgresql`. */
  readonly name: string;
  /** Version of it whose values were read. */
  readonly version: string;
  /** All of its values that are known: those named alike, then the others. */
  readonly values: readonly PeerValue[];
  /** Values that have the same name here, below a block there and a block here; empty for the top. */
  readonly alike: readonly {
    readonly there: string;
    readonly here: string;
    readonly values: readonly string[];
  }[];
}

const FOLDER = 'peers';

/** Folder, among the files of every chart, of what several of them say alike: a file `like: NAME` takes `NAME.yaml` there. */
export const SHARED_PEERS = 'shared-peers';
const KEYS = ['to', 'values', 'note', 'why'];

/**
 * The public charts that the files below `src/peers` compare this chart with, sorted by name.
 *
 * Errors: `peer/shape`, `peer/unknown-value` with the nearest path, `peer/overlap`; all of them at once.
 *
 * @param chart its name
 * @param schema of its values
 */
export function peersOf(chart: string, files: Files, schema: SchemaNode): readonly Peer[] {
  const errors: ChartwrightError[] = [];
  const peers = [...filesBelow(FOLDER, files)].map(([name, text]) => {
    const file = `charts/${chart}/src/${FOLDER}/${name}`;
    const peer = peerIn(text, files, file);
    errors.push(
      ...peer.values.flatMap((value) => unknownValue(value, schema, file)),
      ...overlaps(peer, file),
    );
    return peer;
  });
  throwAll(errors);
  return peers.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function peerIn(text: string, files: Files, file: string): Peer {
  const read: unknown = parse(text);
  if (isRecord(read) && typeof read.like === 'string') {
    const shared = files.get(`${SHARED_PEERS}/${read.like}.yaml`);
    if (shared === undefined) throw malformed(file, `there is no shared comparison ${read.like}`);
    return peerIn(shared, files, file);
  }
  if (
    !isRecord(read) ||
    !isRecord(read.values) ||
    typeof read.chart !== 'string' ||
    read.chart.split('/').length !== 2
  )
    throw malformed(file, 'it needs `chart: PUBLISHER/NAME`, `version` and `values`');
  const alike = groupsIn(read.alike ?? [], file);
  return {
    name: read.chart,
    version: String(read.version ?? ''),
    alike,
    values: [
      ...alike.flatMap(({ there, here, values }) =>
        values.map((name) => ({ from: below(there, name), to: below(here, name), values: null, note: '' })),
      ),
      ...Object.entries(read.values).map(([from, said]) => peerValue(from, said, file)),
    ],
  };
}

function groupsIn(said: unknown, file: string): Peer['alike'] {
  const where = `${file}: alike`;
  if (!Array.isArray(said)) throw malformed(where, 'it must be a list');
  return said.map((group: unknown) => {
    const { there = '', here = '', values } = isRecord(group) ? group : {};
    if (typeof there !== 'string' || typeof here !== 'string' || !Array.isArray(values))
      throw malformed(
        where,
        'each entry has `values`, a list of names, and may have `there` and `here`, the blocks they are below',
      );
    return { there, here, values: values.map(String) };
  });
}

function below(block: string, name: string): string {
  return block === '' ? name : `${block}.${name}`;
}

function peerValue(from: string, said: unknown, file: string): PeerValue {
  if (typeof said === 'string') return { from, to: said, values: null, note: '' };
  const where = `${file}: values.${from}`;
  if (!isRecord(said)) throw malformed(where, 'it must be a path of ours, or an object with `to` or `why`');
  const strange = Object.keys(said).find((key) => !KEYS.includes(key));
  if (strange !== undefined)
    throw malformed(where, `there is no key ${strange}; known are ${KEYS.join(', ')}`);
  const { to, why, note, values } = said;
  if (typeof why === 'string' && to === undefined) return { from, to: '', values: null, note: why };
  if (typeof to !== 'string')
    throw malformed(where, 'it needs either `to`, a path of ours, or `why` it is not there');
  if (values !== undefined && !isRecord(values))
    throw malformed(where, '`values` must be a map from their values to ours');
  return {
    from,
    to,
    values: (values as PeerValue['values'] | undefined) ?? null,
    note: typeof note === 'string' ? note : '',
  };
}

function malformed(where: string, what: string): ChartwrightError {
  return new ChartwrightError('peer/shape', what, where, 'Write it as the files of the other charts do.');
}

function unknownValue(
  { from, to }: PeerValue,
  schema: SchemaNode,
  file: string,
): readonly ChartwrightError[] {
  if (to === '' || nodeAt(schema, pathOf(to)) !== undefined) return [];
  const meant = nearestName(to, pathsIn(schema));
  return [
    new ChartwrightError(
      'peer/unknown-value',
      `there is no value ${to}`,
      `${file}: values.${from}`,
      meant === undefined ? 'Name a path of values.yaml.' : `Did you mean ${meant}?`,
    ),
  ];
}

/** A value inside another one that is carried whole would be carried twice. */
function overlaps({ values }: Peer, file: string): readonly ChartwrightError[] {
  return values.flatMap(({ from }) => {
    const outer = values.find(
      (other) => from.startsWith(`${other.from}.`) || from.startsWith(`${other.from}[`),
    );
    if (outer === undefined) return [];
    return [
      new ChartwrightError(
        'peer/overlap',
        `it is inside ${outer.from}, which is said too`,
        `${file}: values.${from}`,
        'Say one of them.',
      ),
    ];
  });
}

/** The keys of a path as Helm writes it: `a\.b.c[0]` are `a.b`, `c` and `0`. */
export function pathOf(text: string): readonly string[] {
  const parts = text.match(/(?:\\.|[^.[\]\\])+/g) ?? [];
  return parts.map((part) => part.replace(/\\(.)/g, '$1'));
}

/** The schema of the value at a path; undefined where there cannot be one. */
export function nodeAt(schema: SchemaNode, [first, ...rest]: readonly string[]): SchemaNode | undefined {
  if (first === undefined) return schema;
  const inner = schema.properties?.[first] ?? anyOther(schema);
  return inner && nodeAt(inner, rest);
}

function anyOther({ properties, type, additionalProperties }: SchemaNode): SchemaNode | undefined {
  if (typeof additionalProperties === 'object') return additionalProperties;
  const open = additionalProperties !== false && type === 'object' && properties === undefined;
  return open ? {} : undefined;
}

function pathsIn(schema: SchemaNode, below = ''): readonly string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, child]) => [
    `${below}${name}`,
    ...pathsIn(child, `${below}${name}.`),
  ]);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
