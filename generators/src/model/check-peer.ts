import { ChartwrightError } from '../errors.ts';
import type { SchemaNode } from '../schema/index.ts';
import type { Peer, PeerValue } from './peer.ts';
import { checkPath, hasPath, pathOf } from './value-path.ts';

/**
 * Checks what is said of a public chart against the values of ours: what it names exists, what it says is not there is
 * not, and no value is said twice.
 *
 * @param schema of our values
 */
export function checkPeer({ values }: Peer, schema: SchemaNode, file: string): readonly ChartwrightError[] {
  return values.flatMap((value) => {
    const where = `${file}: values.${value.from}`;
    const known = (path: string) =>
      checkPath(path, schema, {
        code: 'peer/unknown-value',
        where,
        otherwise: 'Name a path of values.yaml.',
      });
    return [
      ...(value.to === '' ? sameName(value, schema, where) : known(value.to)),
      ...wordsOf(value)
        .filter((word) => word.includes('.') && hasPath(schema, word.slice(0, word.indexOf('.'))))
        .flatMap(known),
      ...overlaps(value, values, where),
    ];
  });
}

/** A value of the same name, at the top or below `config`, makes a reader doubt that theirs has no place here. */
function sameName(value: PeerValue, schema: SchemaNode, where: string): readonly ChartwrightError[] {
  const name = pathOf(value.from).at(-1) ?? '';
  const { [name]: atTop, config } = schema.properties ?? {};
  const same = [...(atTop ? [name] : []), ...(config?.properties?.[name] ? [`config.${name}`] : [])];
  const isNamed = wordsOf(value).some((word) => word.split('.').includes(name));
  if (same.length === 0 || isNamed) return [];
  const what = `there is a value ${same.join(' and ')} here, which the reason does not name`;
  return [
    new ChartwrightError('peer/same-name', what, where, 'Carry it over with `to`, or say what differs.'),
  ];
}

/** Words of a note that may be paths of values. */
function wordsOf({ note }: PeerValue): readonly string[] {
  return [...note.matchAll(/`([A-Za-z]\w*(\.\w+)*)`/g)].map(([, word = '']) => word);
}

/** A value inside another one that is carried whole would be carried twice. */
function overlaps(
  { from }: PeerValue,
  values: readonly PeerValue[],
  where: string,
): readonly ChartwrightError[] {
  const outer = values.find(
    (other) => from.startsWith(`${other.from}.`) || from.startsWith(`${other.from}[`),
  );
  if (outer === undefined) return [];
  const what = `it is inside ${outer.from}, which is said too`;
  return [new ChartwrightError('peer/overlap', what, where, 'Say one of them.')];
}
