import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../../testing/feature.ts';
import { schemaText } from '../../../../testing/workspace.ts';

coversFeature(import.meta.url);

test('pods follow a change of what is confidential', async () => {
  const { given } = chartOf({
    sources: {
      'values.schema.json': schemaText({
        key: { type: 'string', description: 'A key.', default: '', 'x-env': 'KEY', 'x-secret': 'key' },
      }),
    },
  });
  expect(await given('key: new', 'key: old')).toMatchInlineSnapshot(`
    Secret/r-web: { data.key: bmV3 }
    Deployment/r-web: { spec.template.metadata.annotations: { checksum/secrets: (hash) } }
  `);
});
