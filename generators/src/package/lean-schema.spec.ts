import { expect, test } from 'vitest';
import { leanSchemas } from './lean-schema.ts';

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

const lean = (schemas: Readonly<Record<string, string>>, areMembers: boolean) =>
  Object.fromEntries(leanSchemas(new Map(Object.entries(schemas)), { areMembers }));

test('a member leaves global to its umbrella, with the definitions that only global needs', () => {
  expect(JSON.parse(lean({ web: SCHEMA }, true).web ?? '')).toEqual({
    type: 'object',
    properties: { global: { type: 'object' }, port: { $ref: '#/definitions/0' } },
    definitions: { 0: { type: 'integer' } },
  });
});

test('what another chart bundles keeps all of it, on one line', () => {
  const { web = '' } = lean({ web: SCHEMA }, false);
  expect(JSON.parse(web)).toEqual({
    type: 'object',
    properties: {
      global: { type: 'object', properties: { hosts: { $ref: '#/definitions/0' } } },
      port: { $ref: '#/definitions/2' },
    },
    definitions: {
      0: { type: 'array', items: { $ref: '#/definitions/1' } },
      1: { type: 'string' },
      2: { type: 'integer' },
    },
  });
  expect(web).not.toMatch(/\s/);
});

test('a name is the same in all of them, and by size every second one begins with its definitions', () => {
  const long = SCHEMA.replace('"port": {', '"host": { "$ref": "#/definitions/host" }, "port": {');
  const longer = long.replace('"port": {', '"size": { "type": "integer" }, "port": {');
  const all = lean({ long, longer, short: SCHEMA }, true);
  const keys = ['short', 'long', 'longer'].map((name) => Object.keys(JSON.parse(all[name] ?? '')));
  expect(keys).toEqual([
    ['type', 'properties', 'definitions'],
    ['definitions', 'type', 'properties'],
    ['type', 'properties', 'definitions'],
  ]);
  const ports = Object.values(all).map((text) => JSON.parse(text).properties.port);
  expect(ports).toEqual(Array(3).fill({ $ref: '#/definitions/1' }));
});
