import { expect, test } from 'vitest';
import { leanSchema } from './lean-schema.ts';

const SCHEMA = `{
  "type": "object",
  "properties": {
    "global": { "type": "object", "properties": { "hosts": { "$ref": "#/definitions/hosts" } } },
    "port": { "$ref": "#/definitions/port" }
  },
  "definitions": {
    "hosts": { "type": "array", "items": { "$ref": "#/definitions/host" } },
    "host": { "type": "string" },
    "port": { "type": "integer" }
  }
}`;

test('a member leaves global to its umbrella, with the definitions that only global needs', () => {
  expect(JSON.parse(leanSchema(SCHEMA, { isMember: true, isEven: false }))).toEqual({
    type: 'object',
    properties: { global: { type: 'object' }, port: { $ref: '#/definitions/port' } },
    definitions: { port: { type: 'integer' } },
  });
});

test('what another chart bundles keeps all of it', () => {
  const lean = leanSchema(SCHEMA, { isMember: false, isEven: false });
  expect(JSON.parse(lean)).toEqual(JSON.parse(SCHEMA));
  expect(lean).not.toMatch(/\s/);
});

test('every second one begins with its definitions', () => {
  const keys = [false, true].map((isEven) =>
    Object.keys(JSON.parse(leanSchema(SCHEMA, { isMember: true, isEven }))),
  );
  expect(keys).toEqual([
    ['type', 'properties', 'definitions'],
    ['definitions', 'type', 'properties'],
  ]);
});
