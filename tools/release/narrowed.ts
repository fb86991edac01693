import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { isRecord } from '../kubernetes/objects.ts';

/** A schema as charts ship it: draft-07, with references to its own definitions. */
export type ShippedSchema = Readonly<Record<string, unknown>>;

/** The least and the most that a schema sets a bound to. */
const LEAST = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
const MOST = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];
const CHOICES = ['oneOf', 'anyOf'];
/** Words of a schema that refuse nothing, and those that are compared below; all others must stay as they are. */
const HARMLESS = ['title', 'description', 'default', 'examples', 'definitions', 'deprecated', 'readOnly'];
const RULES = ['type', 'enum', 'const', 'uniqueItems', 'multipleOf', 'pattern', 'allOf', 'required', 'items'];
const KEYS = ['properties', 'patternProperties', 'additionalProperties', 'propertyNames'];
const COMPARED = [...RULES, ...KEYS, ...LEAST, ...MOST, ...CHOICES];
/** Texts that fit the pattern of before and are tried on that of now. */
const TEXTS = { numRuns: 300, seed: 20261 };

/**
 * What values that fitted a schema and fit another one no more would meet: keys that are gone, types, choices and bounds that
 * admit less. Patterns are compared by texts made of the earlier one; of alternatives each must fit within one of now. What
 * the comparison does not know, such as `if`, is told wherever it differs.
 *
 * @returns a line for each place, for example `persistence.size: is gone`; empty where nothing is refused
 */
export function narrowed(before: ShippedSchema, after: ShippedSchema): readonly string[] {
  /** What is being compared: definitions may refer to themselves. */
  const open = new Set<string>();

  /** @param isEntry whether it stands in an item of a list or an entry of a map, which get no defaults */
  function compare(earlier: unknown, current: unknown, where: string, isEntry: boolean): readonly string[] {
    const now = resolved(current, after);
    if (now === false) return [`${place(where)}: is no longer accepted`];
    if (!isRecord(now)) return [];
    // Without a schema, anything was accepted.
    const old = recordOf(resolved(earlier, before));
    const key = `${where}|${isEntry}|${JSON.stringify(earlier)}|${JSON.stringify(current)}`;
    if (open.has(key)) return [];
    open.add(key);
    const found = [
      ...[types, bounds, pattern].flatMap((rule) => rule(old, now).map((text) => `${place(where)}: ${text}`)),
      ...alternatives(old, now, where, isEntry),
      ...conditions(old, now, where, isEntry),
      ...keys(old, now, where, isEntry),
      ...required(old, now, isEntry).map((name) => `${below(where, name)}: must be given now`),
      ...(Array.isArray(now.items) ? [] : compare(old.items, now.items, `${where}[]`, true)),
      ...others(old, now, where),
      ...compare(old.propertyNames ?? { type: 'string' }, now.propertyNames, below(where, '(names)'), true),
      ...unknown(old, now).map(
        (word) => `${place(where)}: its ${word} differs, in a way that is not understood`,
      ),
    ];
    open.delete(key);
    return found;
  }

  function keys(a: ShippedSchema, b: ShippedSchema, where: string, isEntry: boolean): readonly string[] {
    const [old, now] = [recordAt(a, 'properties'), recordAt(b, 'properties')];
    const known = Object.entries(old).flatMap(([name, schema]) => {
      if (name in now) return compare(schema, now[name], below(where, name), isEntry);
      if (Object.keys(recordAt(b, 'patternProperties')).some((one) => new RegExp(one, 'u').test(name)))
        return [];
      if (isRecord(b.additionalProperties))
        return compare(schema, b.additionalProperties, below(where, name), isEntry);
      return b.additionalProperties === false ? [`${below(where, name)}: is gone`] : [];
    });
    // A new key beside named ones was read by nothing; in a map it may have been given.
    const isMap = isRecord(a.additionalProperties) || !isRecord(a.properties);
    if (a.additionalProperties === false || !isMap) return known;
    const added = Object.entries(now).filter(([name]) => !(name in old));
    return [
      ...known,
      ...added.flatMap(([name, schema]) =>
        compare(a.additionalProperties, schema, below(where, name), isEntry),
      ),
    ];
  }

  /** Keys that no property names. */
  function others(a: ShippedSchema, b: ShippedSchema, where: string): readonly string[] {
    if (a.additionalProperties === false) return [];
    return compare(a.additionalProperties, b.additionalProperties, below(where, '*'), true);
  }

  function alternatives(
    a: ShippedSchema,
    b: ShippedSchema,
    where: string,
    isEntry: boolean,
  ): readonly string[] {
    return CHOICES.flatMap((word) => {
      const now = b[word];
      if (!Array.isArray(now)) return [];
      const old: readonly unknown[] = Array.isArray(a[word]) ? a[word] : [without(a, word)];
      const lost = old.filter((one) => now.every((other) => compare(one, other, where, isEntry).length > 0));
      return lost.length > 0 ? [`${place(where)}: ${lost.length} of its forms is no longer accepted`] : [];
    });
  }

  /** Of `allOf` each must have been said before, by one of them or beside them. */
  function conditions(
    a: ShippedSchema,
    b: ShippedSchema,
    where: string,
    isEntry: boolean,
  ): readonly string[] {
    const now: readonly unknown[] = Array.isArray(b.allOf) ? b.allOf : [];
    const old: readonly unknown[] = [...(Array.isArray(a.allOf) ? a.allOf : []), without(a, 'allOf')];
    return now
      .map((other) => old.map((one) => compare(one, other, where, isEntry)))
      .flatMap((found) => (found.some((lines) => lines.length === 0) ? [] : (found.at(-1) ?? [])));
  }

  /** Words of a schema that are not compared and differ. */
  function unknown(a: ShippedSchema, b: ShippedSchema): readonly string[] {
    const isOther = (word: string) =>
      !COMPARED.includes(word) && !HARMLESS.includes(word) && !/^(?:\$|x-)/.test(word);
    const differs = (word: string) => !isSame(a[word], b[word]);
    return [
      ...Object.keys(b).filter((word) => isOther(word) && differs(word)),
      ...(Array.isArray(b.items) && differs('items') ? ['items'] : []),
      ...('patternProperties' in a || 'patternProperties' in b ? ['patternProperties'] : []).filter(differs),
    ];
  }

  /** Whether two schemas say the same, also by the definitions that they refer to. */
  function isSame(a: unknown, b: unknown): boolean {
    const [left, right] = [spelled(a, before), spelled(b, after)];
    return isDeepStrictEqual(left, right);
  }

  return [...new Set(compare(before, after, '', false))];
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
    ...tighter('multipleOf', (old, now) => old % now !== 0),
    ...(b.uniqueItems === true && a.uniqueItems !== true ? ['its items must differ now'] : []),
  ];
}

function fits(value: unknown, word: string, bound: number): boolean {
  const size = typeof value === 'string' ? value.length : typeof value === 'number' ? value : undefined;
  if (size === undefined) return true;
  if (word === 'multipleOf') return size % bound === 0;
  return LEAST.includes(word) ? size >= bound : size <= bound;
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

function required(a: ShippedSchema, b: ShippedSchema, isEntry: boolean): readonly string[] {
  const old: readonly unknown[] = Array.isArray(a.required) ? a.required : [];
  const known = recordAt(a, 'properties');
  const now: readonly unknown[] = Array.isArray(b.required) ? b.required : [];
  // A new key with a default is there when Helm validates, except in lists and maps.
  return now.map(String).filter((name) => (isEntry || name in known) && !old.includes(name));
}

/** A schema with the definitions in place of what refers to them, those within themselves by name. */
function spelled(schema: unknown, root: ShippedSchema, within: readonly string[] = []): unknown {
  if (Array.isArray(schema)) return schema.map((one) => spelled(one, root, within));
  if (!isRecord(schema)) return schema;
  const { $ref } = schema;
  if (typeof $ref === 'string')
    return within.includes($ref) ? $ref : spelled(resolved(schema, root), root, [...within, $ref]);
  return Object.fromEntries(Object.entries(schema).map(([key, one]) => [key, spelled(one, root, within)]));
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
