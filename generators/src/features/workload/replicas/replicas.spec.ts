import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

test.each(['Deployment', 'StatefulSet'])('a %s has that many pods', async (kind) => {
  const { given } = chartOf({ main: { kind } });
  expect(String(await given('replicaCount: 3'))).toBe(`${kind}/r-web: { spec.replicas: 3 }`);
  expect(String(await given('replicaCount: 0'))).toBe(`${kind}/r-web: { spec.replicas: 0 }`);
});

test('a DaemonSet has one on each node, and no number', async () => {
  const { refused } = chartOf({ main: { kind: 'DaemonSet' } });
  expect(await refused('replicaCount: 3')).toMatchInlineSnapshot(
    `"at '': additional properties 'replicaCount' not allowed"`,
  );
});
