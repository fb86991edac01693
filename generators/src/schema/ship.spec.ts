import { expect, test } from 'vitest';
import { compose } from './compose.ts';
import { defaultsOf } from './defaults.ts';
import { validateValues } from './fit.ts';
import { application, library, scheduling, sourceOf, workload } from './fixtures.ts';
import { editorSchema, shippedSchema } from './ship.ts';

test('the shipped schema: closed, complete, nothing of ours', () => {
  const schema = compose([{ source: application }], library);
  expect(shippedSchema(schema, 'web')).toEqual({
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'web',
    type: 'object',
    properties: {
      config: {
        type: 'object',
        properties: {
          logLevel: { enum: ['info', 'debug'] },
          workers: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
          proxy: { type: 'string', pattern: '^[^\\x00-\\x1f\\x7f]*$' },
        },
        additionalProperties: false,
        required: ['logLevel', 'proxy', 'workers'],
      },
      secrets: {
        type: 'object',
        properties: { apiKey: { type: 'string' } },
        additionalProperties: false,
        required: ['apiKey'],
      },
      debug: { type: 'boolean' },
      global: { type: 'object', additionalProperties: true },
      enabled: { type: 'boolean' },
      tags: { type: 'object', additionalProperties: true },
    },
    additionalProperties: false,
    required: ['config', 'secrets'],
  });
});

test('the editor schema takes null, with which Helm removes it, for an entry of a map that has some by default', () => {
  const map = (value: Readonly<Record<string, string>>) => ({
    type: 'object' as const,
    description: 'Labels of nodes.',
    additionalProperties: { type: 'string' as const },
    default: value,
  });
  const schema = compose(
    [{ source: sourceOf('labels', { some: map({ disk: 'ssd' }), none: map({}) }) }],
    library,
  );
  const editor = editorSchema(schema, 'web');
  expect(validateValues(editor, { some: { disk: null, cpu: 'arm' } })).toEqual([]);
  expect(validateValues(editor, { some: { disk: 1 } })).not.toEqual([]);
  expect(validateValues(editor, { none: { disk: null } })).toEqual(['/none/disk must be string']);
});

test('the editor schema: documented, nothing required but inside lists', () => {
  const ports = sourceOf('ports', {
    ports: {
      type: 'array',
      description: 'Further ports.',
      default: [],
      items: {
        type: 'object',
        properties: { name: { type: 'string', description: 'Its name.' } },
        required: ['name'],
      },
    },
  });
  const schema = compose([{ source: workload }, { source: ports }], library);
  expect(editorSchema(schema, 'web')).toEqual({
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'web',
    type: 'object',
    properties: {
      replicaCount: {
        description: 'Number of pods.',
        type: 'integer',
        default: 1,
        minimum: 0,
        maximum: Number.MAX_SAFE_INTEGER,
      },
      resources: {
        description: 'CPU and memory of the container.',
        type: 'object',
        default: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '128Mi' } },
        properties: {
          requests: {
            description: 'Asked for.',
            type: 'object',
            additionalProperties: { $ref: '#/definitions/quantity' },
          },
          limits: {
            description: 'At most.',
            type: 'object',
            additionalProperties: { $ref: '#/definitions/quantity' },
          },
        },
        additionalProperties: false,
      },
      ports: {
        description: 'Further ports.',
        type: 'array',
        default: [],
        items: {
          type: 'object',
          properties: { name: { description: 'Its name.', type: 'string' } },
          additionalProperties: false,
          required: ['name'],
        },
      },
      global: {
        description: 'Values that reach every chart of a release.',
        type: 'object',
        additionalProperties: true,
      },
    },
    additionalProperties: false,
    definitions: {
      quantity: {
        type: ['string', 'integer'],
        pattern: '^[0-9]+(m|Mi|Gi)?$',
        maximum: Number.MAX_SAFE_INTEGER,
      },
    },
  });
});

test('subschemas that repeat stand once, named after their definition', () => {
  const parts = [
    { source: scheduling },
    { source: scheduling, at: 'worker' },
    { source: scheduling, at: 'beat' },
  ];
  const shipped: Record<string, unknown> = { ...shippedSchema(compose(parts, library), 'web') };
  expect(shipped.definitions).toEqual({
    labels: { type: 'object', additionalProperties: { type: 'string' } },
    text: { type: 'string', pattern: '^[^\\x00-\\x1f\\x7f]*$' },
    tolerations: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          key: { $ref: '#/definitions/text' },
          operator: { enum: ['Equal', 'Exists'] },
          value: { $ref: '#/definitions/text' },
          effect: { enum: ['', 'NoSchedule', 'PreferNoSchedule', 'NoExecute'] },
          tolerationSeconds: { type: 'integer', maximum: Number.MAX_SAFE_INTEGER },
        },
        additionalProperties: false,
      },
    },
    worker: {
      type: 'object',
      properties: {
        nodeSelector: { $ref: '#/definitions/labels' },
        tolerations: { $ref: '#/definitions/tolerations' },
      },
      additionalProperties: false,
      required: ['nodeSelector', 'tolerations'],
    },
  });
  expect(shipped.properties).toMatchObject({
    tolerations: { $ref: '#/definitions/tolerations' },
    worker: { $ref: '#/definitions/worker' },
    beat: { $ref: '#/definitions/worker' },
  });
});

test('the defaults of a chart satisfy both of its schemas', () => {
  const parts = [{ source: application }, { source: workload }, { source: scheduling, at: 'worker' }];
  const schema = compose(parts, library);
  const values = defaultsOf(schema);
  expect(validateValues(shippedSchema(schema, 'web'), values)).toEqual([]);
  expect(validateValues(editorSchema(schema, 'web'), values)).toEqual([]);
  expect(validateValues(editorSchema(schema, 'web'), {})).toEqual([]);
  expect(validateValues(shippedSchema(schema, 'web'), { ...values, config: null, replicas: 2 })).toEqual([
    'must NOT have additional properties ("replicas")',
    '/config must be object',
  ]);
});
