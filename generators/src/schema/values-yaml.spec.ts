import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { compose } from './compose.ts';
import { defaultsOf } from './defaults.ts';
import { application, library, scheduling, sourceOf, workload } from './fixtures.ts';
import type { SchemaNode } from './types.ts';
import { valuesYaml } from './values-yaml.ts';

test('reads as if written by hand', () => {
  const schema = compose([{ source: scheduling }, { source: application }, { source: workload }], library);
  const text = valuesYaml(schema, ['Default values of web.']);
  expect(text).toBe(`# yaml-language-server: $schema=values.schema.json
# Default values of web.

# Number of pods.
replicaCount: 1

# Settings of the application.
config:
  # How much it logs.
  logLevel: info
  # Number of processes.
  workers: 2
  # Proxy for requests to the outside.
  # Example: http://proxy:3128
  proxy: ""

# Confidential values.
secrets:
  # Key that clients send.
  apiKey: ""

## Size

# CPU and memory of the container.
resources:
  requests:
    cpu: 100m
    memory: 128Mi
  limits:
    memory: 128Mi

# Labels a node must have.
nodeSelector: {}

# Taints the pods tolerate.
# Example: [ { key: nvidia.com/gpu, operator: Exists } ]
tolerations: []
`);
  expect(parse(text)).toEqual(defaultsOf(schema));
});

test('a required value without a default is a comment, long descriptions wrap at 120 columns', () => {
  const source = sourceOf('storage', {
    storage: {
      type: 'object',
      description: 'Storage.',
      properties: {
        size: { type: 'string', description: 'Size of the claim.' },
        keep: {
          type: 'boolean',
          description:
            'Whether the claim stays when the release is deleted, so that another release of the same name can take it over and goes on where this one ended.',
          default: true,
        },
        name: { type: 'string', description: 'Name of the claim.' },
      },
      required: ['size', 'name'],
    },
  });
  expect(
    valuesYaml(compose([{ source }], library), []),
  ).toBe(`# yaml-language-server: $schema=values.schema.json

# Storage.
storage:
  # Size of the claim.
  # Required:
  # size:

  # Whether the claim stays when the release is deleted, so that another release of the same name can take it over and
  # goes on where this one ended.
  keep: true
  # Name of the claim.
  # Required:
  # name:
`);
});

test('a group with nothing but required values is an empty map', () => {
  const size: SchemaNode = { type: 'string', description: 'Size of the claim.' };
  const storage: SchemaNode = {
    type: 'object',
    description: 'Storage.',
    properties: { size },
    required: ['size'],
  };
  const text = valuesYaml({ type: 'object', properties: { storage } }, []);
  expect(parse(text)).toEqual({ storage: {} });
  expect(text).toBe(`# yaml-language-server: $schema=values.schema.json

# Storage.
storage:
  {}
  # Size of the claim.
  # Required:
  # size:
`);
});

test('a chart with nothing but required values shows them above an empty map', () => {
  const image: SchemaNode = { type: 'string', description: 'Your own image.' };
  expect(valuesYaml({ type: 'object', properties: { image }, required: ['image'] }, ['web.'])).toBe(
    '# yaml-language-server: $schema=values.schema.json\n# web.\n\n# Your own image.\n# Required:\n# image:\n\n{}\n',
  );
});

test('a chart without values has an empty map', () => {
  expect(valuesYaml({ type: 'object', properties: {} }, [])).toBe(
    '# yaml-language-server: $schema=values.schema.json\n\n{}\n',
  );
});
