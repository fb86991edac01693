import { describe, expect, test } from 'vitest';
import { compose } from './compose.ts';
import { application, library, libraryOf, scheduling, sourceOf, workload } from './fixtures.ts';
import type { SchemaNode, SchemaSource } from './types.ts';

const flag: SchemaNode = { type: 'boolean', description: 'Whether it is on.', default: false };
const group = (properties: Record<string, SchemaNode>, more: SchemaNode = {}): SchemaNode => ({
  type: 'object',
  description: 'A group.',
  properties,
  ...more,
});

test('puts the properties of all parts side by side, references resolved', () => {
  const schema = compose([{ source: application }, { source: scheduling }], library);
  expect(Object.keys(schema.properties ?? {})).toEqual([
    'config',
    'secrets',
    'debug',
    'nodeSelector',
    'tolerations',
  ]);
  expect(schema.properties?.nodeSelector).toEqual({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Labels a node must have.',
    default: {},
    'x-order': 600,
    'x-definition': 'labels',
  });
});

test('puts the properties of a workload into its block', () => {
  const schema = compose(
    [
      { source: workload },
      { source: workload, at: 'worker', description: 'The worker.' },
      { source: scheduling, at: 'worker' },
    ],
    library,
  );
  expect(schema.properties?.worker?.description).toBe('The worker.');
  expect(Object.keys(schema.properties?.worker?.properties ?? {})).toEqual([
    'resources',
    'replicaCount',
    'nodeSelector',
    'tolerations',
  ]);
  expect(schema.properties?.worker?.properties?.resources).toEqual(schema.properties?.resources);
});

test('makes the blocks on the way to a nested one and describes them', () => {
  const schema = compose([{ source: scheduling, at: 'connections.redis' }], library);
  expect(schema.properties?.connections?.description).toBe('Values of connections.');
  expect(schema.properties?.connections?.properties?.redis?.description).toBe('Values of connections.redis.');
});

test('joins objects whose properties are disjoint', () => {
  const one = sourceOf('one', { config: group({ a: flag }) });
  const two = sourceOf('two', { config: group({ b: flag }, { description: 'Another.', required: ['b'] }) });
  expect(compose([{ source: one }, { source: two }], libraryOf(one, two)).properties?.config).toEqual(
    group({ a: flag, b: flag }, { required: ['b'] }),
  );
});

test('siblings of a reference win, and their properties join those of its target', () => {
  const source = sourceOf(
    'one',
    { box: { $ref: '#/definitions/box', description: 'My box.', properties: { b: flag } } },
    { definitions: { box: group({ a: flag }) } },
  );
  expect(compose([{ source }], libraryOf(source)).properties?.box).toEqual({
    ...group({ a: flag, b: flag }, { description: 'My box.' }),
    'x-definition': 'box',
  });
});

describe('refuses', () => {
  const one = sourceOf('one', { config: group({ a: flag }), port: flag });
  const parts = (...sources: readonly SchemaSource[]) => sources.map((source) => ({ source }));

  test('every key that two files claim', () => {
    const two = sourceOf('two', { port: flag, config: group({ a: flag }) });
    expect(() => compose(parts(one, two), library)).toThrow(
      [
        '- schemas/two.schema.json: the key port is also declared by schemas/one.schema.json. Rename one of them, or move what both need into one schema.',
        '- schemas/two.schema.json: the key config.a is also declared by schemas/one.schema.json. Rename one of them, or move what both need into one schema.',
      ].join('\n'),
    );
  });

  test('objects that share properties but not their rules', () => {
    const two = sourceOf('two', { config: group({ b: flag }, { additionalProperties: true }) });
    const three = sourceOf('three', {
      config: group({ c: flag }, { additionalProperties: { type: 'string' } }),
    });
    expect(() => compose(parts(two, three), library)).toThrow(
      'the key config is also declared by schemas/two',
    );
  });

  test('a workload that is named like a declared key', () => {
    expect(() => compose([{ source: one }, { source: workload, at: 'config' }], library)).toThrow(
      'schemas/workload.schema.json: the key config is also declared by schemas/one.schema.json',
    );
  });

  test('the same source twice in one place', () => {
    expect(() => compose(parts(scheduling, scheduling), library)).toThrow(
      'the key nodeSelector is declared twice',
    );
  });

  test('a reference to nothing', () => {
    const typo = sourceOf('typo', { a: { $ref: 'definitions.schema.json#/definitions/quantty' } });
    expect(() => compose(parts(typo), library)).toThrow(
      'schemas/typo.schema.json: the reference definitions.schema.json#/definitions/quantty finds no "quantty". Did you mean quantity?',
    );
    const lost = sourceOf('lost', { a: { $ref: 'definition.schema.json#/definitions/quantity' } });
    expect(() => compose(parts(lost), library)).toThrow(
      'there is no schema named definition. Did you mean definitions?',
    );
  });

  test('a reference that leads back to itself', () => {
    const loop = sourceOf(
      'loop',
      { a: { $ref: '#/definitions/a' } },
      {
        definitions: { a: { items: { $ref: '#/definitions/a' } } },
      },
    );
    expect(() => compose(parts(loop), libraryOf(loop))).toThrow(
      'the reference #/definitions/a leads back to itself: schemas/loop.schema.json#/definitions/a → schemas/loop.schema.json#/definitions/a',
    );
  });
});
