import fc, { type Arbitrary } from 'fast-check';
import { isRecord } from '../kubernetes/objects.ts';

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
  readonly maxProperties?: number;
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
  '$ref type enum const oneOf anyOf properties required additionalProperties propertyNames minProperties maxProperties items minItems maxItems uniqueItems pattern minLength maxLength minimum maximum definitions $schema title'.split(
    ' ',
  ),
);
const LARGEST = 1e12;

/** By schema: every document chooses its properties anew, and what makes their values stays the same. */
const made = new WeakMap<Schema, Arbitrary<unknown>>();

/** Values that fit a schema. Throws on a keyword it does not know. */
export function fitting(schema: Schema, root: Schema): Arbitrary<unknown> {
  const known = made.get(schema) ?? arbitrary(schema, root);
  made.set(schema, known);
  return known;
}

function arbitrary(schema: Schema, root: Schema): Arbitrary<unknown> {
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
      return (schema.uniqueItems ? fc.uniqueArray : fc.array)(fitting(items, root), {
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
  const { minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } = schema;
  const names = Object.keys(properties);
  // What a schema leaves open has a shape that only others know.
  if (names.length === 0 && additionalProperties === true) return fc.constant({});
  const optional = names.filter((name) => !required.includes(name));
  const ofNames = (chosen: readonly string[]) =>
    fc.record(
      Object.fromEntries(
        [...required, ...chosen].map((name) => [name, fitting(properties[name] ?? {}, root)]),
      ),
    );
  const known = fc
    .subarray(optional, {
      minLength: Math.min(optional.length, Math.max(0, minProperties - required.length)),
      maxLength: Math.min(optional.length, maxProperties - required.length),
    })
    .chain(ofNames);
  if (additionalProperties === false) return known;
  const more = isRecord(additionalProperties) ? fitting(additionalProperties, root) : anything;
  const { $ref } = propertyNames;
  const named = $ref === undefined ? propertyNames : target($ref, root);
  const allowed = named.enum?.map(String);
  const others = (
    allowed ? fc.constantFrom(...allowed) : text({ pattern: '^[a-z][a-zA-Z]{0,9}$', ...named })
  ).filter((name) => !(name in properties));
  return fc
    .tuple(known, fc.dictionary(others, more, { maxKeys: 2 }))
    .map(([own, further]) => ({ ...further, ...own }));
}

const anything: Arbitrary<unknown> = fc.oneof(
  fc.boolean(),
  fc.integer({ min: 0, max: 9 }),
  fc.constantFrom('', 'text', '7'),
  fc.constant({ key: ['value'] }),
);

/** The definition that a reference names. */
export function target(reference: string, root: Schema): Schema {
  const found = reference.startsWith('#/definitions/')
    ? root.definitions?.[reference.slice('#/definitions/'.length)]
    : undefined;
  if (found === undefined) throw new Error(`${reference} leads nowhere`);
  return found;
}
