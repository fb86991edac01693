import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { narrowed } from './narrowed.ts';

/** A schema of values from a line of properties. */
const values = (properties: string) =>
  parse(`{ type: object, additionalProperties: false, properties: { ${properties} } }`);

describe('values that are refused now', () => {
  const cases: readonly (readonly [string, string, string, readonly unknown[]])[] = [
    ['a key is gone', 'size: {}, more: { type: object }', 'size: {}', ['more: is gone']],
    [
      'a key of a block is gone',
      'tls: { type: object, additionalProperties: false, properties: { old: {}, kept: {} } }',
      'tls: { type: object, additionalProperties: false, properties: { kept: {} } }',
      ['tls.old: is gone'],
    ],
    [
      'a choice is gone',
      'engine: { enum: [redis, valkey] }',
      'engine: { enum: [redis] }',
      ['engine: no longer takes "valkey"'],
    ],
    [
      'text becomes a choice',
      'engine: { type: string }',
      'engine: { enum: [redis] }',
      ['engine: takes only "redis" now'],
    ],
    [
      'a type is gone',
      'port: { type: [integer, string] }',
      'port: { type: integer }',
      ['port: no longer takes string'],
    ],
    [
      'a number becomes whole',
      'rate: { type: number }',
      'rate: { type: integer }',
      ['rate: no longer takes number'],
    ],
    ['any value becomes text', 'note: {}', 'note: { type: string }', ['note: takes only string now']],
    [
      'the least grows',
      'replicas: { type: integer, minimum: 0 }',
      'replicas: { type: integer, minimum: 1 }',
      ['replicas: its minimum is 1 now'],
    ],
    [
      'a most appears',
      'name: { type: string }',
      'name: { type: string, maxLength: 3 }',
      ['name: its maxLength is 3 now'],
    ],
    [
      'items are checked',
      'hosts: { type: array, items: { type: [string, object] } }',
      'hosts: { type: array, items: { type: object } }',
      ['hosts[]: no longer takes string'],
    ],
    [
      'entries are checked',
      'labels: { type: object, additionalProperties: { type: [string, integer] } }',
      'labels: { type: object, additionalProperties: { type: string } }',
      ['labels.*: no longer takes integer'],
    ],
    [
      'a block is closed',
      'more: { type: object, properties: { a: {} } }',
      'more: { type: object, properties: { a: {} }, additionalProperties: false }',
      ['more.*: is no longer accepted'],
    ],
    [
      'a form is gone',
      'host: { oneOf: [{ type: string }, { type: object }] }',
      'host: { oneOf: [{ type: object }] }',
      ['host: 1 of its forms is no longer accepted'],
    ],
    [
      'an item must have a new key',
      'users: { type: array, items: { type: object, properties: { name: {} } } }',
      'users: { type: array, items: { type: object, properties: { name: {}, role: {} }, required: [role] } }',
      ['users[].role: must be given now'],
    ],
    [
      'an entry must have a new key',
      'users: { type: object, additionalProperties: { properties: { name: {} } } }',
      'users: { type: object, additionalProperties: { properties: { name: {}, role: {} }, required: [role] } }',
      ['users.*.role: must be given now'],
    ],
    [
      'a key of a map gets a schema',
      'labels: { type: object, additionalProperties: { type: string } }',
      'labels: { type: object, additionalProperties: { type: string }, properties: { app: { enum: [x] } } }',
      ['labels.app: takes only "x" now'],
    ],
    [
      'a key of an open map gets a schema',
      'labels: { type: object }',
      'labels: { type: object, properties: { app: { type: string } } }',
      ['labels.app: takes only string now'],
    ],
    [
      'names of a map are checked',
      'labels: { type: object }',
      "labels: { type: object, propertyNames: { pattern: '^a$' } }",
      [expect.stringMatching(/^labels.\(names\): no longer takes /)],
    ],
    [
      'a multiple is asked for',
      'port: { type: integer, multipleOf: 2 }',
      'port: { type: integer, multipleOf: 4 }',
      ['port: its multipleOf is 4 now'],
    ],
    [
      'items must differ',
      'hosts: { type: array }',
      'hosts: { type: array, uniqueItems: true }',
      ['hosts: its items must differ now'],
    ],
    [
      'a further condition',
      'port: { type: integer, allOf: [{ minimum: 1 }] }',
      'port: { type: integer, allOf: [{ minimum: 1 }, { maximum: 9 }] }',
      ['port: its maximum is 9 now'],
    ],
    ...[
      ['not', '{ enum: [a] }'],
      ['if', '{ required: [a] }'],
      ['then', '{ required: [b] }'],
      ['dependentRequired', '{ a: [b] }'],
      ['dependencies', '{ a: [b] }'],
      ['patternProperties', '{ "^a": { type: string } }'],
      ['contains', '{ type: string }'],
      ['format', 'date'],
      ['items', '[{ type: string }]'],
    ].map(
      ([word, schema]) =>
        [
          `${word} is there, which is not understood`,
          'more: { type: object }',
          `more: { type: object, ${word}: ${schema} }`,
          [`more: its ${word} differs, in a way that is not understood`],
        ] as const,
    ),
  ];
  test.each(cases)('%s', (_, before, after, found) => {
    expect(narrowed(values(before), values(after))).toEqual(found);
    expect(narrowed(values(before), values(before))).toEqual([]);
  });

  test('a pattern admits less', () => {
    const [line = ''] = narrowed(
      values("name: { type: string, pattern: '^[a-z]{1,3}$' }"),
      values("name: { type: string, pattern: '^[a-c]{1,3}$' }"),
    );
    expect(line).toMatch(/^name: no longer takes "[a-z]{1,3}"$/);
  });

  test('a definition that is referred to', () => {
    const schema = (kinds: string) =>
      parse(
        `{ properties: { kind: { $ref: '#/definitions/kind' } }, definitions: { kind: { enum: [${kinds}] } } }`,
      );
    expect(narrowed(schema('a, b'), schema('a'))).toEqual(['kind: no longer takes "b"']);
    expect(narrowed(schema('a'), schema('a, b'))).toEqual([]);
  });

  test('a definition differs that something not understood refers to', () => {
    const schema = (kinds: string) =>
      parse(
        `{ not: { $ref: '#/definitions/kind' }, definitions: { kind: { enum: [${kinds}], items: { $ref: '#/definitions/kind' } } } }`,
      );
    expect(narrowed(schema('a'), schema('b'))).toEqual([
      '(values): its not differs, in a way that is not understood',
    ]);
    expect(narrowed(schema('a'), schema('a'))).toEqual([]);
  });

  test('a key must be given that could be left out', () => {
    const schema = (required: string) =>
      parse(`{ type: object, properties: { key: { type: string } }, required: [${required}] }`);
    expect(narrowed(schema(''), schema('key'))).toEqual(['key: must be given now']);
  });
});

describe('values that fit as before', () => {
  test.each([
    ['a further key', 'size: {}', 'size: {}, more: { type: string }'],
    [
      'a key of a block that is open',
      'more: { properties: { a: {} } }',
      'more: { properties: { a: {}, b: { type: string } } }',
    ],
    ['a condition goes', 'size: { not: { enum: [a] }, format: date }', 'size: {}'],
    ['a further choice', 'engine: { enum: [redis] }', 'engine: { enum: [redis, valkey] }'],
    ['a choice becomes text', 'engine: { enum: [redis] }', 'engine: { type: string }'],
    [
      'a choice becomes a pattern that has it',
      'engine: { enum: [redis] }',
      "engine: { type: string, pattern: '^[a-z]+$' }",
    ],
    ['a whole number becomes any', 'rate: { type: integer }', 'rate: { type: number }'],
    ['a bound goes', 'replicas: { type: integer, maximum: 3 }', 'replicas: { type: integer }'],
    [
      'a pattern admits more',
      "name: { type: string, pattern: '^[a-c]+$' }",
      "name: { type: string, pattern: '^[a-z]+$' }",
    ],
    [
      'text takes a second form',
      'host: { type: string }',
      'host: { oneOf: [{ type: string }, { type: object }] }',
    ],
  ])('%s', (_, before, after) => {
    expect(narrowed(values(before), values(after))).toEqual([]);
  });
});
