import fc, { type Arbitrary } from 'fast-check';
import { isRecord } from '../../tools/kubernetes/objects.ts';

/** The part of JSON Schema that shipped schemas use. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly minProperties?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const KNOWN = new Set(
  '$ref type enum const oneOf anyOf properties required additionalProperties propertyNames minProperties items minItems maxItems uniqueItems pattern minLength maxLength minimum maximum definitions $schema title'.split(
    ' ',
  ),
);
const LARGEST = 100_000;

/** Values that fit a schema. Throws on a keyword it does not know. */
export function fitting(schema: Schema, root: Schema): Arbitrary<unknown> {
  const unknown = Object.keys(schema).filter((key) => !KNOWN.has(key));
  if (unknown.length > 0) throw new Error(`no documents can be made for the keyword ${unknown.join(', ')}`);
  if (schema.$ref !== undefined) return fitting(target(schema.$ref, root), root);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices !== undefined)
    return fc.oneof(...choices.map((choice) => fitting({ ...without(schema), ...choice }, root)));
  const types = [schema.type ?? 'object'].flat();
  return fc.oneof(...types.map((type) => ofType(type, schema, root)));
}

function without({ oneOf: _one, anyOf: _any, ...rest }: Schema): Schema {
  return rest;
}

function ofType(type: string, schema: Schema, root: Schema): Arbitrary<unknown> {
  const {
    minimum = -LARGEST,
    maximum = LARGEST,
    items = {},
    minItems = 0,
    maxItems = Math.max(minItems, 2),
  } = schema;
  switch (type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: minimum, max: Math.max(minimum, maximum) });
    case 'number':
      return fc.double({ min: minimum, max: maximum, noNaN: true });
    case 'string':
      return text(schema);
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(fitting(items, root), {
        minLength: minItems,
        maxLength: Math.min(maxItems, Math.max(minItems, 2)),
      });
    default:
      return object(schema, root);
  }
}

const texts = new Map<string, Arbitrary<string>>();

function text({ pattern = '^[ -~]*$', minLength = 0, maxLength = 200 }: Schema): Arbitrary<string> {
  const key = `${minLength} ${maxLength} ${pattern}`;
  const made =
    texts.get(key) ??
    fc
      .stringMatching(new RegExp(pattern, 'u'), { size: 'small' })
      .filter(
        (value) => value.isWellFormed() && [...value].length >= minLength && [...value].length <= maxLength,
      );
  texts.set(key, made);
  return made;
}

function object(schema: Schema, root: Schema): Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties = true, propertyNames = {} } = schema;
  const fields = Object.entries(properties).map(([key, child]) => [key, fitting(child, root)] as const);
  const known = fc.record(Object.fromEntries(fields), {
    requiredKeys: required.filter((key) => key in properties),
  });
  if (additionalProperties === false) return known;
  const more = isRecord(additionalProperties) ? fitting(additionalProperties, root) : anything;
  const names = text({ pattern: '^[a-z][a-zA-Z]{0,9}$', ...propertyNames }).filter(
    (name) => !(name in properties),
  );
  return fc
    .tuple(known, fc.dictionary(names, more, { maxKeys: 2 }))
    .map(([own, others]) => ({ ...others, ...own }));
}

const anything: Arbitrary<unknown> = fc.oneof(
  fc.boolean(),
  fc.integer({ min: 0, max: 9 }),
  fc.constantFrom('', 'text', '7'),
  fc.constant({ key: ['value'] }),
);

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

function target(reference: string, root: Schema): Schema {
  const found = reference.startsWith('#/definitions/')
    ? root.definitions?.[reference.slice('#/definitions/'.length)]
    : undefined;
  if (found === undefined) throw new Error(`${reference} leads nowhere`);
  return found;
}
