import { parse } from 'yaml';
import { ChartwrightError, throwAll } from '../errors.ts';
import { isObject, type JsonValue, type SchemaNode } from '../schema/index.ts';
import { checkPeer } from './check-peer.ts';
import type { Files } from './files.ts';
import { type Peer, type PeerValue, SHARED_PEERS } from './peer.ts';
import { filesBelow } from './sources.ts';

const FOLDER = 'peers';
const KEYS = ['to', 'values', 'note', 'why'];

/**
 * The public charts that the files below `src/peers` compare this chart with, sorted by name.
 *
 * Errors: `peer/shape`, or all of `peer/unknown-value`, `peer/same-name` and `peer/overlap` at once.
 *
 * @param chart its name
 * @param schema of its values
 */
export function peersOf(chart: string, files: Files, schema: SchemaNode): readonly Peer[] {
  const errors: ChartwrightError[] = [];
  const peers = [...filesBelow(FOLDER, files)].map(([name, text]) => {
    const file = `charts/${chart}/src/${FOLDER}/${name}`;
    const peer = peerIn(text, files, file);
    errors.push(...checkPeer(peer, schema, file));
    return peer;
  });
  throwAll(errors);
  return peers.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function peerIn(text: string, files: Files, file: string): Peer {
  const read: JsonValue = parse(text);
  if (isObject(read) && typeof read.like === 'string') {
    const shared = files.get(`${SHARED_PEERS}/${read.like}.yaml`);
    if (shared === undefined) throw malformed(file, `there is no shared comparison ${read.like}`);
    return peerIn(shared, files, file);
  }
  if (
    !isObject(read) ||
    !isObject(read.values) ||
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

function groupsIn(said: JsonValue, file: string): Peer['alike'] {
  const where = `${file}: alike`;
  if (!Array.isArray(said)) throw malformed(where, 'it must be a list');
  return said.map((group) => {
    const { there = '', here = '', values } = isObject(group) ? group : {};
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

function peerValue(from: string, said: JsonValue, file: string): PeerValue {
  if (typeof said === 'string') return { from, to: said, values: null, note: '' };
  const where = `${file}: values.${from}`;
  if (!isObject(said)) throw malformed(where, 'it must be a path of ours, or an object with `to` or `why`');
  const strange = Object.keys(said).find((key) => !KEYS.includes(key));
  if (strange !== undefined)
    throw malformed(where, `there is no key ${strange}; known are ${KEYS.join(', ')}`);
  const { to, why, note, values } = said;
  if (typeof why === 'string' && to === undefined) return { from, to: '', values: null, note: why };
  if (typeof to !== 'string')
    throw malformed(where, 'it needs either `to`, a path of ours, or `why` it is not there');
  if (values !== undefined && !isObject(values))
    throw malformed(where, '`values` must be a map from their values to ours');
  return {
    from,
    to,
    values: values ?? null,
    note: typeof note === 'string' ? note : '',
  };
}

function malformed(where: string, what: string): ChartwrightError {
  return new ChartwrightError('peer/shape', what, where, 'Write it as the files of the other charts do.');
}
