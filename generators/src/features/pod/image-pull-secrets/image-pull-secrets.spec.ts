import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

test('every pod has the credentials of the chart, and those of the release', async () => {
  const { given } = chartOf({});
  expect(
    await given('{ imagePullSecrets: [{ name: mine }], global: { imagePullSecrets: [{ name: ours }] } }'),
  ).toMatchInlineSnapshot(`
    Deployment/r-web: { spec.template.spec.imagePullSecrets: [ { name: ours }, { name: mine } ] }
    Pod/r-web-test: { spec.imagePullSecrets: [ { name: ours }, { name: mine } ] }
  `);
});
