import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

const { given, refused } = chartOf({ main: { singleton: true } });

test('runs one pod or none', async () => {
  expect(await given('replicaCount: 0')).toMatchInlineSnapshot(`Deployment/r-web: { spec.replicas: 0 }`);
  expect(await refused('replicaCount: 2')).toMatchInlineSnapshot(
    `"at '/replicaCount': maximum: got 2, want 1"`,
  );
});
