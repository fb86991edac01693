import { parse } from 'yaml';
import { ChartwrightError, throwAll } from '../errors.ts';
import { isObject, type JsonValue, type SchemaNode } from '../schema/index.ts';
import { checkPeer } from './check-peer.ts';
import type { Files } from './files.ts';
import { PEER_FORMS, type Peer, type PeerValue, SHARED_PEERS } from './peer.ts';
import { filesBelow } from './sources.ts';

const FOLDER = 'peers';
const KEYS = ['to', 'values', 'as', 'beside', 'note', 'why'];
const PLAIN = { values: null, as: null, beside: '', note: '' } as const;

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
  const values = [
    ...alike.flatMap(({ there, here, values, beside }) =>
      values.map((name) => ({ ...PLAIN, from: below(there, name), to: below(here, name), beside })),
    ),
    ...Object.entries(read.values).map(([from, said]) => peerValue(from, said, file)),
  ];
  const { chart, version = '', defaults = {} } = read;
  const known = new Set(values.map(({ from }) => from));
  if (!isObject(defaults) || !Object.keys(defaults).every((path) => known.has(path)))
    throw malformed(`${file}: defaults`, 'it must be a map of paths that `alike` or `values` has');
  return {
    name: chart,
    version: String(version),
    defaults,
    alike: alike.map(({ beside: _, ...group }) => group),
    values,
  };
}

function groupsIn(said: JsonValue, file: string): readonly (Peer['alike'][number] & { beside: string })[] {
  const where = `${file}: alike`;
  if (!Array.isArray(said)) throw malformed(where, 'it must be a list');
  return said.map((group) => {
    const { there = '', here = '', beside = '', values } = isObject(group) ? group : {};
    if (![there, here, beside].every(isText) || !Array.isArray(values))
      throw malformed(
        where,
        'each entry has `values`, a list of names, may have `there` and `here`, the blocks they are below, and `beside`',
      );
    return { there: String(there), here: String(here), beside: String(beside), values: values.map(String) };
  });
}

function isText(value: JsonValue): value is string {
  return typeof value === 'string';
}

function below(block: string, name: string): string {
  return block === '' ? name : `${block}.${name}`;
}

function peerValue(from: string, said: JsonValue, file: string): PeerValue {
  if (typeof said === 'string') return { ...PLAIN, from, to: said };
  const where = `${file}: values.${from}`;
  if (!isObject(said)) throw malformed(where, 'it must be a path of ours, or an object with `to` or `why`');
  const strange = Object.keys(said).find((key) => !KEYS.includes(key));
  if (strange !== undefined)
    throw malformed(where, `there is no key ${strange}; known are ${KEYS.join(', ')}`);
  const { to, why, note, values, as, beside = '' } = said;
  if (typeof why === 'string' && to === undefined) return { ...PLAIN, from, to: '', note: why };
  if (typeof to !== 'string')
    throw malformed(where, 'it needs either `to`, a path of ours, or `why` it is not there');
  if (values !== undefined && !isObject(values))
    throw malformed(where, '`values` must be a map from their values to ours');
  const form = PEER_FORMS.find((one) => one === as) ?? null;
  if ((as !== undefined && form === null) || !isText(beside))
    throw malformed(where, `\`as\` is one of ${PEER_FORMS.join(', ')}, and \`beside\` a path of ours`);
  return {
    from,
    to,
    values: values ?? null,
    as: form,
    beside,
    note: typeof note === 'string' ? note : '',
  };
}

function malformed(where: string, what: string): ChartwrightError {
  return new ChartwrightError('peer/shape', what, where, 'Write it as the files of the other charts do.');
}
