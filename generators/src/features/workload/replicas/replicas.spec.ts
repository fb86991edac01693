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

test('an application that cannot share its data has one or none', async () => {
  const { given, refused } = chartOf({ main: { singleton: true } });
  expect(await given('replicaCount: 0')).toMatchInlineSnapshot(`Deployment/r-web: { spec.replicas: 0 }`);
  expect(await refused('replicaCount: 2')).toMatchInlineSnapshot(
    `"at '/replicaCount': maximum: got 2, want 1"`,
  );
});
