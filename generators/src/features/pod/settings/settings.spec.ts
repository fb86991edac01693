import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { schemaText } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const { given } = chartOf({
  sources: {
    'values.schema.json': schemaText({
      level: { type: 'string', description: 'A level.', default: '', 'x-env': 'LEVEL' },
      limit: { type: 'integer', description: 'A limit.', default: 5, 'x-env': 'LIMIT' },
      key: { type: 'string', description: 'A key.', default: '', 'x-env': 'KEY', 'x-secret': 'key' },
    }),
  },
});

test('settings of the application are variables, empty ones are left out', async () => {
  expect(await given('{ level: debug, limit: 9 }')).toMatchInlineSnapshot(
    `Deployment/r-web: { spec.template.spec.containers.web.env: { LIMIT.value: "9", LEVEL.value: debug } }`,
  );
});

test('numbers are printed as they were written, in lists too', async () => {
  const list = (type: string) => ({
    description: 'A list.',
    default: [],
    items: { type, description: 'One.' },
  });
  const { given: of } = chartOf({
    sources: {
      'values.schema.json': schemaText({
        ids: { type: 'array', ...list('integer'), 'x-env': 'IDS' },
        shares: { type: 'array', ...list('number'), 'x-env': 'SHARES' },
        names: { type: 'array', ...list('string'), 'x-env': 'NAMES' },
        flags: { type: 'array', ...list('boolean'), 'x-env': 'FLAGS' },
        most: { type: 'integer', description: 'A limit.', default: 1, 'x-env': 'MOST' },
        share: { type: 'number', description: 'A share.', default: 1, 'x-env': 'SHARE' },
      }),
    },
  });
  const values =
    '{ ids: [10000000, 7, 12345678901], shares: [0.5, 25000000], names: [a, "1"], flags: [true], most: 10000000, share: 10000000 }';
  expect(await of(values)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.containers.web.env:
        MOST.value: "10000000"
        SHARE.value: "10000000"
        IDS.value: 10000000,7,12345678901
        SHARES.value: 0.5,25000000
        NAMES.value: a,1
        FLAGS.value: "true"
  `);
});

test('what is confidential stands in the Secret, and the variable points there', async () => {
  expect(await given('key: k')).toMatchInlineSnapshot(`
    Deployment/r-web: { spec.template.metadata.annotations: { checksum/secrets: (hash) } }
    Secret/r-web:
      apiVersion: v1
      type: Opaque
      data.key: aw==
      metadata.annotations: { helm.sh/resource-policy: keep }
  `);
});
