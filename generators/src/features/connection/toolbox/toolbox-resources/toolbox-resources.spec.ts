import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../../testing/feature.ts';

coversFeature(import.meta.url);

test('what looks at services has resources of its own', async () => {
  const { given } = chartOf({});
  expect(await given('toolbox: { resources: { limits: { memory: 32Mi } } }')).toMatchInlineSnapshot(
    `Pod/r-web-test: { spec.containers.test.resources.limits.memory: 32Mi }`,
  );
});
