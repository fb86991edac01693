import { expect, test } from 'vitest';
import { compose } from './compose.ts';
import { defaultsOf, withDefaults } from './defaults.ts';
import { application, library, sourceOf, workload } from './fixtures.ts';
import type { SchemaNode } from './types.ts';

const WHERE = 'charts/web/src/chart.ts: values';
const probe = sourceOf(
  'probe',
  {
    probe: {
      $ref: 'definitions.schema.json#/definitions/resources',
      description: 'A shared definition without any default.',
    },
  },
  { required: ['probe'] },
);
const schema = compose([{ source: application }, { source: workload }, { source: probe }], library);

test('defaults stand in the order of values.yaml; moved and required keys are absent', () => {
  expect(JSON.stringify(defaultsOf(schema))).toBe(
    JSON.stringify({
      replicaCount: 1,
      config: { logLevel: 'info', workers: 2, proxy: '' },
      secrets: { apiKey: '' },
      resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '128Mi' } },
    }),
  );
});

test('a definition sets other defaults: groups are entered, leaves replaced whole', () => {
  const other = withDefaults(
    schema,
    { resources: { requests: { memory: '1Gi' } }, config: { workers: 4 }, probe: { requests: {} } },
    WHERE,
  );
  expect(defaultsOf(other)).toEqual({
    replicaCount: 1,
    config: { logLevel: 'info', workers: 4, proxy: '' },
    secrets: { apiKey: '' },
    resources: { requests: { memory: '1Gi' } },
    probe: { requests: {} },
  });
  expect(defaultsOf(schema).replicaCount).toBe(1);
});

test('a group that is open to a chart of its own takes its values as they are', () => {
  const open: SchemaNode = {
    properties: {
      redis: { type: 'object', description: 'A chart.', properties: {}, additionalProperties: true },
    },
  };
  const values = { redis: { config: { maxMemory: '1gb' }, replicas: 2 } };
  const other = withDefaults(open, values, WHERE);
  expect(defaultsOf(other)).toEqual(values);
  expect(other.properties?.redis?.properties?.config).toEqual({
    type: 'object',
    description: 'The value config of that chart.',
    default: { maxMemory: '1gb' },
    properties: {},
    additionalProperties: true,
  });
});

test('the order of overrides means nothing', () => {
  const a = withDefaults(schema, { replicaCount: 2, config: { workers: 3, proxy: 'p' } }, WHERE);
  const b = withDefaults(schema, { config: { proxy: 'p', workers: 3 }, replicaCount: 2 }, WHERE);
  expect(JSON.stringify(a)).toBe(JSON.stringify(b));
});

test('three mistakes are three errors', () => {
  const overrides = {
    config: { worker: 3, workers: 'many' },
    secrets: 'none',
    resources: { requests: {}, max: 1 },
  };
  expect(() => withDefaults(schema, overrides, WHERE)).toThrow(
    [
      `- ${WHERE}: there is no value config.worker. Did you mean config.workers?`,
      `- ${WHERE}: the default of secrets does not fit its schema: must be object. Give a value that the schema admits.`,
      `- ${WHERE}: the default of config.workers does not fit its schema: must be integer. Give a value that the schema admits.`,
      `- ${WHERE}: the default of resources does not fit its schema: must NOT have additional properties ("max"). Give a value that the schema admits.`,
    ].join('\n'),
  );
});
