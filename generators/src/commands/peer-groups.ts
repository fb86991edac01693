import type { PeerValue } from '../model/peer.ts';
import { pathOf } from '../model/value-path.ts';
import { isObject, type JsonObject, type JsonValue } from '../schema/index.ts';

/** A table in which each named group of given values has rows of its own: what it says of the block around their list. */
export function withGroups(table: readonly PeerValue[], given: JsonObject): readonly PeerValue[] {
  return table.flatMap((row) => {
    const names = row.as === 'groups' ? namesIn(inside(given, pathOf(row.from))) : [];
    return names.length === 0 ? [row] : names.flatMap((name, index) => rowsOf(row, table, index, name));
  });
}

/** The names of the groups of a list; none where one of them has no name. */
function namesIn(list: JsonValue | undefined): readonly string[] {
  const names = Array.isArray(list) ? list.map((entry) => (isObject(entry) ? entry.name : undefined)) : [];
  const known = names.filter((name) => typeof name === 'string');
  return known.length === names.length ? known : [];
}

function rowsOf(
  { from, to, beside }: PeerValue,
  table: readonly PeerValue[],
  index: number,
  name: string,
): readonly PeerValue[] {
  const [theirs, ours] = [blockOf(from), blockOf(to)];
  const [there, here] = [`${from}[${index}]`, `${to}.${name.replace(/[.\\[]/g, '\\$&')}`];
  const around = table.filter(
    (row) => row.from.startsWith(theirs) && row.from !== from && (row.to === '' || row.to.startsWith(ours)),
  );
  return [
    { from: `${there}.name`, to: here, values: { [name]: {} }, as: null, beside, note: '' },
    ...around.map((row) => ({
      ...row,
      from: `${there}.${row.from.slice(theirs.length)}`,
      to: row.to === '' ? '' : `${here}.${row.to.slice(ours.length)}`,
    })),
  ];
}

/** Path of the block that a value stands in, with the dot behind it. */
function blockOf(path: string): string {
  return path.slice(0, path.lastIndexOf('.') + 1);
}

function inside(values: JsonValue, keys: readonly string[]): JsonValue | undefined {
  return keys.reduce<JsonValue | undefined>(
    (inner, key) => (isObject(inner) ? inner[key] : undefined),
    values,
  );
}
