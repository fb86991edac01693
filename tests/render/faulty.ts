import fc, { type Arbitrary } from 'fast-check';
import { type Schema, target } from '../../tools/documents/fitting.ts';
import { isRecord } from '../../tools/kubernetes/objects.ts';

/** One place of a document, with the schema that holds there. */
interface Place {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  readonly schema: Schema;
}

/** Documents with one fault: a wrong type, an unknown key, a null, a missing key, or a value out of its range or pattern. */
export function faulty(document: unknown, schema: Schema): Arbitrary<unknown> {
  const places = placesOf(document, schema, schema, []).filter(({ path }) => path.length > 0);
  return fc
    .constantFrom(...places)
    .chain((place) => fault(place).map((value) => replaced(document, place.path, value)));
}

/** Stands for a key that is taken away. */
const GONE = Symbol('gone');

function fault({ value, schema }: Place): Arbitrary<unknown> {
  const wrong = fc.constantFrom<unknown>(
    null,
    'wrong',
    '',
    -1,
    0.5,
    70_000_000,
    true,
    [],
    {},
    ['x'],
    { wrong: 1 },
    GONE,
  );
  if (isRecord(value))
    return fc.oneof(
      wrong,
      fc.constant({ ...value, unknownKey: 1 }),
      fc.constant({ ...value, unknownKey: {} }),
    );
  if (Array.isArray(value))
    return fc.oneof(wrong, fc.constant([...value, null]), fc.constant([...value, { unknownKey: 1 }]));
  if (typeof value === 'number')
    return fc.oneof(
      wrong,
      fc.constantFrom((schema.minimum ?? 0) - 1, (schema.maximum ?? 0) + 1, String(value)),
    );
  if (typeof value === 'string')
    return fc.oneof(
      wrong,
      fc.constantFrom(
        `${value}\u0007`,
        `${value}\n`,
        `${value} `,
        `-${value}`,
        'é'.repeat(260),
        `${value}/../`,
      ),
    );
  return wrong;
}

function placesOf(value: unknown, schema: Schema, root: Schema, path: Place['path']): readonly Place[] {
  const here = schema.$ref === undefined ? schema : target(schema.$ref, root);
  const below = (key: string | number, child: unknown, childSchema: Schema) =>
    placesOf(child, childSchema, root, [...path, key]);
  const additional = isRecord(here.additionalProperties) ? (here.additionalProperties as Schema) : {};
  const children = isRecord(value)
    ? Object.entries(value).flatMap(([key, child]) => below(key, child, here.properties?.[key] ?? additional))
    : Array.isArray(value)
      ? value.flatMap((child, index) => below(index, child, here.items ?? {}))
      : [];
  return [{ path, value, schema: here }, ...children];
}

/** A document with one place replaced. */
export function replaced(document: unknown, path: Place['path'], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(document)) {
    if (rest.length === 0 && value === GONE) return document.filter((_, index) => index !== key);
    return document.map((child, index) => (index === key ? replaced(child, rest, value) : child));
  }
  if (!isRecord(document)) return document;
  if (rest.length === 0 && value === GONE)
    return Object.fromEntries(Object.entries(document).filter(([name]) => name !== key));
  return { ...document, [key]: replaced(document[key], rest, value) };
}
