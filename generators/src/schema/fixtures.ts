import type { SchemaLibrary, SchemaNode, SchemaProperties, SchemaSource } from './types.ts';

const HEAD = { $schema: 'meta.schema.json', title: 'Fixture', description: 'A fixture.' } as const;

/** A source schema with the obligatory head, for tests. */
export function sourceOf(name: string, properties: SchemaProperties, more: SchemaNode = {}): SchemaSource {
  return { file: `schemas/${name}.schema.json`, schema: { ...HEAD, properties, ...more } };
}

/** A library of the given sources, for tests. */
export function libraryOf(...sources: readonly SchemaSource[]): SchemaLibrary {
  const named = sources.map((source) => [source.file.split(/[/.]/).at(1) ?? '', source] as const);
  return { sources: new Map(named) };
}

export const definitions = sourceOf(
  'definitions',
  {},
  {
    definitions: {
      text: { type: 'string', pattern: '^[^\\x00-\\x1f\\x7f]*$' },
      quantity: { type: ['string', 'integer'], pattern: '^[0-9]+(m|Mi|Gi)?$' },
      labels: { type: 'object', additionalProperties: { type: 'string' } },
      resources: {
        type: 'object',
        properties: {
          requests: {
            type: 'object',
            description: 'Asked for.',
            additionalProperties: { $ref: '#/definitions/quantity' },
          },
          limits: {
            type: 'object',
            description: 'At most.',
            additionalProperties: { $ref: '#/definitions/quantity' },
          },
        },
        required: ['requests'],
      },
      toleration: {
        type: 'object',
        properties: {
          key: { $ref: '#/definitions/text', description: 'Key of the taint.' },
          operator: { enum: ['Equal', 'Exists'], description: 'How the value is compared.' },
          value: { $ref: '#/definitions/text', description: 'Value of the taint.' },
          effect: {
            enum: ['', 'NoSchedule', 'PreferNoSchedule', 'NoExecute'],
            description: 'Effect of the taint.',
          },
          tolerationSeconds: { type: 'integer', description: 'Seconds before eviction.' },
        },
      },
    },
  },
);

export const scheduling = sourceOf('scheduling', {
  nodeSelector: {
    $ref: 'definitions.schema.json#/definitions/labels',
    description: 'Labels a node must have.',
    default: {},
    'x-order': 600,
  },
  tolerations: {
    type: 'array',
    description: 'Taints the pods tolerate.',
    default: [],
    items: { $ref: 'definitions.schema.json#/definitions/toleration' },
    'x-example': [{ key: 'nvidia.com/gpu', operator: 'Exists' }],
    'x-order': 601,
  },
});

export const workload = sourceOf('workload', {
  resources: {
    $ref: 'definitions.schema.json#/definitions/resources',
    description: 'CPU and memory of the container.',
    default: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '128Mi' } },
    'x-heading': 'Size',
  },
  replicaCount: { type: 'integer', minimum: 0, description: 'Number of pods.', default: 1, 'x-order': 10 },
});

export const application = sourceOf('application', {
  config: {
    type: 'object',
    description: 'Settings of the application.',
    properties: {
      logLevel: {
        enum: ['info', 'debug'],
        description: 'How much it logs.',
        default: 'info',
        'x-env': 'LOG_LEVEL',
      },
      workers: {
        type: 'integer',
        minimum: 1,
        description: 'Number of processes.',
        default: 2,
        'x-env': 'WORKERS',
      },
      proxy: {
        $ref: 'definitions.schema.json#/definitions/text',
        description: 'Proxy for requests to the outside.',
        default: '',
        'x-env': 'HTTP_PROXY',
        'x-example': 'http://proxy:3128',
      },
    },
  },
  secrets: {
    type: 'object',
    description: 'Confidential values.',
    properties: {
      apiKey: {
        type: 'string',
        description: 'Key that clients send.',
        default: '',
        'x-env': 'API_KEY',
        'x-secret': 'api-key',
        'x-generate': 32,
      },
    },
  },
  debug: { type: 'boolean', description: 'Formerly turned debugging on.', 'x-moved-to': 'config.logLevel' },
});

export const library = libraryOf(definitions, scheduling, workload, application);
