import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { ChartwrightError, ChartwrightErrors } from '../errors.ts';
import { checkSchema, loadSchemas, readSchema } from './load.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function folderOf(files: Readonly<Record<string, unknown>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'schemas-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

const schema = (properties: object, more: object = {}) => ({
  $schema: 'meta.schema.json',
  title: 'Fixture',
  description: 'A fixture.',
  properties,
  ...more,
});
const flag = { type: 'boolean', description: 'Whether it is on.', default: true };

/** What loading a folder complains about, one `path: problem. Remedy` each, without the folder's name. */
function complaints(files: Readonly<Record<string, unknown>>): readonly string[] {
  const folder = folderOf(files);
  try {
    loadSchemas(folder);
    return [];
  } catch (error) {
    const errors = error instanceof ChartwrightErrors ? error.errors : [error];
    return errors.map((one) =>
      one instanceof ChartwrightError ? one.message.replaceAll(`${basename(folder)}/`, '') : String(one),
    );
  }
}

test('the schemas of this repository are right', () => {
  const library = loadSchemas(join(import.meta.dirname, '../../../schemas'));
  expect(library.sources.has('definitions')).toBe(true);
  expect(library.sources.has('meta')).toBe(false);
  expect(library.sources.has('chart')).toBe(false);
});

test("a chart's own schema is checked against the library", () => {
  const folder = folderOf({
    'definitions.schema.json': schema({}, { definitions: { port: { type: 'integer', maximum: 65535 } } }),
    'values.json': schema({
      port: { $ref: 'definitions.schema.json#/definitions/port', description: 'Port.', default: 70000 },
    }),
  });
  const source = readSchema(join(folder, 'values.json'), 'charts/web/src/values.schema.json');
  expect(() => checkSchema(source, loadSchemas(folder))).toThrow(
    'charts/web/src/values.schema.json: /properties/port: the default does not fit its own schema: must be <= 65535. Change one of the two.',
  );
});

test('a file that is no JSON is named', () => {
  const [complaint] = complaints({ 'a.schema.json': '{' });
  expect(complaint).toMatch(/^a\.schema\.json: cannot be read as JSON: .* Repair the file\.$/);
});

test('all violations of all files are reported at once', () => {
  expect(
    complaints({
      'a.schema.json': schema({
        first: { type: 'string', descripton: 'A typing error.' },
        'not-a-name': flag,
        nullable: { type: ['string', 'null'], description: 'Nullable.', default: '' },
        later: { type: 'string', description: 'TODO: say what it is.', default: '' },
        untyped: { description: 'Anything.', default: 1 },
        format: { type: 'string', format: 'uri', description: 'A link.', default: '' },
        env: { ...flag, 'x-env': 'with space' },
      }),
      'b.schema.json': { ...schema({ on: flag }), description: 'No period' },
      'c.schema.json': schema({ on: flag }),
    }),
  ).toMatchInlineSnapshot(`
    [
      "a.schema.json: /properties: "not-a-name" is no name. Write letters and digits only, a letter first, as in maxBodySize.",
      "a.schema.json: /properties/first: must NOT have additional properties ("descripton"). Did you mean description?",
      "a.schema.json: /properties/first: must have required property 'description'. Add "description".",
      "a.schema.json: /properties/nullable/type/1: must be equal to one of the allowed values (["string","number","integer","boolean","object","array"]). For "not set" use an empty string, list or map instead of null.",
      "a.schema.json: /properties/later/description: the text is unfinished. Write what the reader must know.",
      "a.schema.json: /properties/untyped: must have required property 'type'. Add "type".",
      "a.schema.json: /properties/format: must NOT have additional properties ("format"). Remove it; schemas/meta.schema.json lists what a schema may say.",
      "a.schema.json: /properties/env/x-env: must match pattern "^[A-Za-z_][A-Za-z0-9_.-]*$". See schemas/meta.schema.json.",
      "b.schema.json: /description: must match pattern "^[^\\n]*\\.$". Write one line of at most 200 characters that ends with a period.",
      "c.schema.json: /properties/on: YAML reads the key on as a boolean. Choose a longer name.",
    ]
  `);
});

describe('what JSON Schema cannot say', () => {
  const text = { type: 'string', description: 'A text.', default: '' };
  const definitions = { flag: { type: 'boolean' } };
  const cases: readonly (readonly [name: string, a: object, complaint: string])[] = [
    [
      'a leaf without a default that nobody requires',
      { type: 'string', description: 'A text.' },
      'the leaf has neither a default nor its name in "required". Give it a default.',
    ],
    [
      'a default that does not fit',
      { ...flag, default: 'yes' },
      'the default does not fit its own schema: must be boolean. Change one of the two.',
    ],
    [
      'a default below the least',
      { type: 'integer', minimum: 1, description: 'A number.', default: 0 },
      'the default does not fit its own schema: must be >= 1. Change one of the two.',
    ],
    [
      'a default that is no whole number',
      { type: 'integer', description: 'A number.', default: 1.5 },
      'the default does not fit its own schema: must be integer. Change one of the two.',
    ],
    [
      'a default that is a number where text is',
      { ...text, default: 1 },
      'the default does not fit its own schema: must be string. Change one of the two.',
    ],
    [
      'a default that its pattern refuses',
      { ...text, pattern: '^[a-z]*$', default: 'A' },
      'the default does not fit its own schema: must match pattern "^[a-z]*$". Change one of the two.',
    ],
    [
      'a default that is too long',
      { ...text, maxLength: 2, default: 'abc' },
      'the default does not fit its own schema: must NOT have more than 2 characters. Change one of the two.',
    ],
    [
      'a default that is none of the words',
      { enum: ['a', 'b'], description: 'A word.', default: 'c' },
      'the default does not fit its own schema: must be equal to one of the allowed values (["a","b"]). Change one of the two.',
    ],
    [
      'a default of null',
      { ...flag, default: null },
      'the default is null. Use an empty string, list or map.',
    ],
    [
      'a default with a key too many',
      { type: 'object', description: 'An object.', properties: { b: flag }, default: { c: 1 } },
      'the default does not fit its own schema: must NOT have additional properties ("c"). Change one of the two.',
    ],
    [
      'a required name that is no property',
      { type: 'object', description: 'A group.', properties: { enabled: flag }, required: ['enable'] },
      '"enable" is required but not a property. Did you mean enabled?',
    ],
    [
      'a pattern with look-around',
      { ...text, pattern: '^(?!x).*$' },
      'the pattern ^(?!x).*$ uses look-around. Use only what RE2 and ECMAScript share.',
    ],
    [
      'a pattern that is none',
      { ...text, pattern: '(' },
      'the pattern does not compile: Invalid regular expression: /(/u: Unterminated group. Correct it.',
    ],
    [
      'a reference without any description',
      { $ref: '#/definitions/flag', default: true },
      'neither the reference nor its target has a description. Add "description".',
    ],
    [
      'a moved key with a default',
      { ...flag, 'x-moved-to': 'b.c' },
      'a moved key has a default. Remove it; b.c has one.',
    ],
    [
      'a setting of two types',
      { ...text, type: ['string', 'integer'], 'x-env': 'A' },
      'a setting has several types. Give it one: its type decides how it is printed.',
    ],
    [
      'a number that is secret',
      { type: 'integer', description: 'A pin.', 'x-secret': 'pin', 'x-moved-to': 'b' },
      'a secret is no string. Give it the type string.',
    ],
    [
      'a secret that is none',
      { ...text, default: 'changeme', 'x-secret': 'password' },
      'a secret has a default that everyone can read. Make the default ""; x-generate fills it.',
    ],
  ];
  test.each(cases)('%s', (_name, a, complaint) => {
    expect(complaints({ 'a.schema.json': schema({ a }, { definitions }) })).toEqual([
      `a.schema.json: /properties/a: ${complaint}`,
    ]);
  });

  test('a definition with a default that does not fit', () => {
    const wrong = { definitions: { port: { type: 'integer', default: '80' } } };
    expect(complaints({ 'a.schema.json': schema({}, wrong) })).toEqual([
      'a.schema.json: /definitions/port: the default does not fit its own schema: must be integer. Change one of the two.',
    ]);
  });

  test('a field of a list entry without a description', () => {
    const items = { type: 'object', properties: { b: { $ref: '#/definitions/flag' } } };
    const a = { type: 'array', description: 'A list.', default: [], items };
    expect(complaints({ 'a.schema.json': schema({ a }, { definitions }) })).toEqual([
      'a.schema.json: /properties/a/items/properties/b: neither the reference nor its target has a description. Add "description".',
    ]);
  });
});

test('what is allowed without a default', () => {
  expect(
    complaints({
      'a.schema.json': schema(
        {
          needed: { type: 'string', description: 'You must say.' },
          moved: { type: 'string', description: 'Old.', 'x-moved-to': 'needed' },
          empty: { type: 'object', description: 'Others fill it.', properties: {} },
          list: {
            type: 'array',
            description: 'A list.',
            default: [],
            items: { type: 'object', properties: { name: { type: 'string', description: 'Its name.' } } },
          },
          map: {
            type: 'object',
            description: 'A map.',
            default: {},
            additionalProperties: {
              type: 'object',
              properties: { name: { type: 'string', description: 'Its name.' } },
            },
          },
        },
        { required: ['needed'] },
      ),
    }),
  ).toEqual([]);
});
