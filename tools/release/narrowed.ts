import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { isRecord } from '../kubernetes/objects.ts';

/** A schema as charts ship it: draft-07, with references to its own definitions. */
export type ShippedSchema = Readonly<Record<string, unknown>>;

/** The least and the most that a schema sets a bound to. */
const LEAST = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
const MOST = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];
const CHOICES = ['oneOf', 'anyOf'];
/** Texts that fit the pattern of before and are tried on that of now. */
const TEXTS = { numRuns: 300, seed: 20261 };

/**
 * What values that fitted a schema and fit another one no more would meet: keys that are gone, types, choices and bounds that
 * admit less. Patterns are compared by texts made of the earlier one; of alternatives each must fit within one of now.
 *
 * @returns a line for each place, for example `persistence.size: is gone`; empty where nothing is refused
 */
export function narrowed(before: ShippedSchema, after: ShippedSchema): readonly string[] {
  /** What is being compared: definitions may refer to themselves. */
  const open = new Set<string>();

  function compare(earlier: unknown, current: unknown, where: string): readonly string[] {
    const now = resolved(current, after);
    if (now === false) return [`${place(where)}: is no longer accepted`];
    if (!isRecord(now)) return [];
    // Without a schema, anything was accepted.
    const old = recordOf(resolved(earlier, before));
    const key = `${where}|${JSON.stringify(earlier)}|${JSON.stringify(current)}`;
    if (open.has(key)) return [];
    open.add(key);
    const found = [
      ...[types, bounds, pattern].flatMap((rule) => rule(old, now).map((text) => `${place(where)}: ${text}`)),
      ...alternatives(old, now, where),
      ...keys(old, now, where),
      ...required(old, now).map((name) => `${below(where, name)}: must be given now`),
      ...compare(old.items, now.items, `${where}[]`),
      ...others(old, now, where),
      ...compare(old.propertyNames ?? { type: 'string' }, now.propertyNames, below(where, '(names)')),
    ];
    open.delete(key);
    return found;
  }

  function keys(a: ShippedSchema, b: ShippedSchema, where: string): readonly string[] {
    const [old, now] = [recordAt(a, 'properties'), recordAt(b, 'properties')];
    return Object.entries(old).flatMap(([name, schema]) => {
      if (name in now) return compare(schema, now[name], below(where, name));
      if (isRecord(b.additionalProperties))
        return compare(schema, b.additionalProperties, below(where, name));
      return b.additionalProperties === false ? [`${below(where, name)}: is gone`] : [];
    });
  }

  /** Keys that no property names. */
  function others(a: ShippedSchema, b: ShippedSchema, where: string): readonly string[] {
    if (a.additionalProperties === false) return [];
    return compare(a.additionalProperties, b.additionalProperties, below(where, '*'));
  }

  function alternatives(a: ShippedSchema, b: ShippedSchema, where: string): readonly string[] {
    return CHOICES.flatMap((word) => {
      const now = b[word];
      if (!Array.isArray(now)) return [];
      const old: readonly unknown[] = Array.isArray(a[word]) ? a[word] : [without(a, word)];
      const lost = old.filter((one) => now.every((other) => compare(one, other, where).length > 0));
      return lost.length > 0 ? [`${place(where)}: ${lost.length} of its forms is no longer accepted`] : [];
    });
  }

  return [...new Set(compare(before, after, ''))];
}

function types(a: ShippedSchema, b: ShippedSchema): readonly string[] {
  const [old, now] = [valuesOf(a), valuesOf(b)];
  if (now !== undefined) {
    const lost = old?.filter((value) => !now.some((other) => isDeepStrictEqual(other, value)));
    if (lost === undefined) return [`takes only ${list(now)} now`];
    return lost.length > 0 ? [`no longer takes ${list(lost)}`] : [];
  }
  const allowed = typesOf(b);
  if (allowed.length === 0) return [];
  const given = old?.map(typeOf) ?? typesOf(a);
  const refused = given.filter((type) => !allowed.some((other) => other === type || isWider(other, type)));
  if (given.length === 0) return [`takes only ${allowed.join(' or ')} now`];
  return refused.length > 0 ? [`no longer takes ${[...new Set(refused)].join(' or ')}`] : [];
}

function bounds(a: ShippedSchema, b: ShippedSchema): readonly string[] {
  const tighter = (word: string, isTighter: (old: number, now: number) => boolean) => {
    const [old, now] = [a[word], b[word]];
    if (typeof now !== 'number') return [];
    if (valuesOf(a)?.every((value) => fits(value, word, now)) === true) return [];
    return typeof old !== 'number' || isTighter(old, now) ? [`its ${word} is ${now} now`] : [];
  };
  return [
    ...LEAST.flatMap((word) => tighter(word, (old, now) => now > old)),
    ...MOST.flatMap((word) => tighter(word, (old, now) => now < old)),
    ...(b.uniqueItems === true && a.uniqueItems !== true ? ['its items must differ now'] : []),
  ];
}

function fits(value: unknown, word: string, bound: number): boolean {
  const size = typeof value === 'string' ? value.length : typeof value === 'number' ? value : undefined;
  return size === undefined || (LEAST.includes(word) ? size >= bound : size <= bound);
}

function pattern(a: ShippedSchema, b: ShippedSchema): readonly string[] {
  if (typeof b.pattern !== 'string' || a.pattern === b.pattern) return [];
  const now = new RegExp(b.pattern, 'u');
  const texts = textsOf(a);
  const refused = texts.find((text) => !now.test(text));
  return refused === undefined ? [] : [`no longer takes ${JSON.stringify(refused)}`];
}

/** Texts that fit a schema: its values, or some of its pattern, within its lengths. */
function textsOf(schema: ShippedSchema): readonly string[] {
  const values = valuesOf(schema)?.filter((value) => typeof value === 'string');
  if (values !== undefined) return values;
  const { minLength = 0, maxLength = 64 } = schema;
  const made =
    typeof schema.pattern === 'string'
      ? fc.stringMatching(new RegExp(schema.pattern, 'u'))
      : fc.string({ minLength: Number(minLength), maxLength: Number(maxLength) });
  return fc
    .sample(made, TEXTS)
    .filter((text) => text.length >= Number(minLength) && text.length <= Number(maxLength));
}

function required(a: ShippedSchema, b: ShippedSchema): readonly string[] {
  const old: readonly unknown[] = Array.isArray(a.required) ? a.required : [];
  const known = recordAt(a, 'properties');
  const now: readonly unknown[] = Array.isArray(b.required) ? b.required : [];
  // A new key with a default is there when Helm validates.
  return now.map(String).filter((name) => name in known && !old.includes(name));
}

function resolved(schema: unknown, root: ShippedSchema): unknown {
  if (!isRecord(schema) || typeof schema.$ref !== 'string') return schema;
  return resolved(recordAt(root, 'definitions')[schema.$ref.replace('#/definitions/', '')], root);
}

function recordAt(schema: ShippedSchema, key: string): ShippedSchema {
  return recordOf(schema[key]);
}

function recordOf(value: unknown): ShippedSchema {
  return isRecord(value) ? value : {};
}

function valuesOf(schema: ShippedSchema): readonly unknown[] | undefined {
  if ('const' in schema) return [schema.const];
  return Array.isArray(schema.enum) ? schema.enum : undefined;
}

function typesOf({ type }: ShippedSchema): readonly string[] {
  return (Array.isArray(type) ? type : [type]).filter((one) => typeof one === 'string');
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value;
}

const isWider = (type: string, other: string) => type === 'number' && other === 'integer';

function without(schema: ShippedSchema, word: string): ShippedSchema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== word));
}

const list = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join(', ');
const below = (where: string, name: string) => (where === '' ? name : `${where}.${name}`);
const place = (where: string) => where || '(values)';
