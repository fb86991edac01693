import { expect, test } from 'vitest';
import { compose } from './compose.ts';
import { describedSchema } from './described.ts';
import { application, library, sourceOf } from './fixtures.ts';
import { jsonText } from './json-text.ts';
import { shippedSchema } from './ship.ts';
import type { SchemaNode } from './types.ts';
import { valuesYaml } from './values-yaml.ts';

const described = (schema: SchemaNode) =>
  JSON.parse(
    describedSchema(
      jsonText(shippedSchema(schema, 'Values of web')),
      valuesYaml(schema, ['Default values.']),
    ),
  );

test('values have their comments and defaults, without headings and examples', () => {
  const { $schema, title, properties } = described(compose([{ source: application }], library));
  expect([$schema, title]).toEqual(['http://json-schema.org/draft-07/schema#', 'Values of web']);
  expect(properties.config).toEqual({
    description: 'Settings of the application.',
    type: 'object',
    properties: {
      logLevel: {
        description: 'How much it logs.',
        enum: ['info', 'debug'],
        default: 'info',
      },
      workers: {
        description: 'Number of processes.',
        type: 'integer',
        minimum: 1,
        maximum: Number.MAX_SAFE_INTEGER,
        default: 2,
      },
      proxy: {
        description: 'Proxy for requests to the outside.',
        type: 'string',
        pattern: '^[^\\x00-\\x1f\\x7f]*$',
        default: '',
      },
    },
    additionalProperties: false,
    required: ['logLevel', 'proxy', 'workers'],
  });
  expect(properties.debug).toEqual({ type: 'boolean' });
});

test('what stands above a key is told from what the file lacks, and from examples with empty lines', () => {
  const text = { type: 'string' as const, default: '' };
  const { properties } = described({
    type: 'object',
    required: ['host'],
    properties: {
      host: { type: 'string', description: 'Where it is.', 'x-example': 'db.example' },
      file: { ...text, description: 'A file.', 'x-example': '[a]\n\nb = 1\n', 'x-heading': 'Files' },
      other: { ...text, description: 'Another one.' },
    },
  });
  expect(properties).toMatchObject({
    host: { type: 'string' },
    file: { description: 'A file.' },
    other: { description: 'Another one.' },
  });
  expect(properties.host).not.toHaveProperty('description');
});

test('what several values share has the description of each, and what repeats stands once', () => {
  const probe = {
    type: 'object' as const,
    properties: { path: { type: 'string' as const, description: 'Path.', pattern: '^/[a-z0-9/]*$' } },
    default: { path: '/' },
  };
  const of = (what: string) => ({ ...probe, description: `Whether it ${what}.` });
  const block = { type: 'object' as const, description: 'A block.', properties: { live: of('lives') } };
  const { properties, definitions } = described(
    compose(
      [{ source: sourceOf('probes', { live: of('lives'), ready: of('answers'), more: block }) }],
      library,
    ),
  );
  expect(properties.ready).toMatchObject({
    description: 'Whether it answers.',
    properties: { path: { $ref: '#/definitions/path' } },
  });
  expect(properties.live).toEqual({ $ref: '#/definitions/live' });
  expect(properties.more.properties.live).toEqual({ $ref: '#/definitions/live' });
  expect(definitions.live).toMatchObject({ description: 'Whether it lives.' });
  expect(definitions.path).toEqual({ type: 'string', pattern: '^/[a-z0-9/]*$', default: '/' });
});
