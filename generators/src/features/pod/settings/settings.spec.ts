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
