import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

const { given, objects, refused } = chartOf({ features: { autoscaling: {}, keda: {} } });

test('a budget that is off is not judged', async () => {
  expect(await given('podDisruptionBudget: { enabled: false, minAvailable: 1 }')).toMatchInlineSnapshot(
    `PodDisruptionBudget/r-web: removed`,
  );
});

test('a drain may take one pod at a time, and always those that are not ready', async () => {
  expect(await objects('', 'PodDisruptionBudget/r-web')).toMatchInlineSnapshot(`
    PodDisruptionBudget/r-web:
      apiVersion: policy/v1
      spec:
        maxUnavailable: 1
        unhealthyPodEvictionPolicy: AlwaysAllow
        selector.matchLabels: pods of main, track stable
  `);
  expect(await given('podDisruptionBudget: { enabled: false }')).toMatchInlineSnapshot(
    `PodDisruptionBudget/r-web: removed`,
  );
});

test('says how many may be away, or how many must stay', async () => {
  const away = 'podDisruptionBudget: { maxUnavailable: 25%, unhealthyPodEvictionPolicy: IfHealthyBudget }';
  expect(await given(away)).toMatchInlineSnapshot(
    `PodDisruptionBudget/r-web: { spec: { maxUnavailable: 25%, unhealthyPodEvictionPolicy: IfHealthyBudget } }`,
  );
  expect(await given('podDisruptionBudget: { minAvailable: 2 }', 'replicaCount: 3')).toMatchInlineSnapshot(
    `PodDisruptionBudget/r-web: { spec: { maxUnavailable: removed, minAvailable: 2 } }`,
  );
});

test('refuses a budget that no drain can keep: the smallest number of pods counts', async () => {
  expect(await refused('podDisruptionBudget: { minAvailable: 1 }')).toMatchInlineSnapshot(
    `"podDisruptionBudget.minAvailable 1 reaches the smallest number of pods (1): no node could ever be drained. Lower it, or run more pods."`,
  );
  const scaled = 'replicaCount: 5, podDisruptionBudget: { minAvailable: 2 }';
  expect(
    await refused(`{ ${scaled}, autoscaling: { enabled: true, minReplicas: 2 } }`),
  ).toMatchInlineSnapshot(
    `"podDisruptionBudget.minAvailable 2 reaches the smallest number of pods (2): no node could ever be drained. Lower it, or run more pods."`,
  );
  expect(
    await refused(`{ ${scaled}, keda: { enabled: true, triggers: [{ type: cron, metadata: {} }] } }`),
  ).toMatchInlineSnapshot(
    `"podDisruptionBudget.minAvailable 2 reaches the smallest number of pods (1): no node could ever be drained. Lower it, or run more pods."`,
  );
  expect(await refused("podDisruptionBudget: { maxUnavailable: '' }")).toMatchInlineSnapshot(
    `"podDisruptionBudget needs maxUnavailable or minAvailable: set one of them, or enabled=false."`,
  );
});

test('percentages are numbers of pods', async () => {
  const chart = chartOf({});
  expect(
    await chart.refused('{ replicaCount: 3, podDisruptionBudget: { minAvailable: 100% } }'),
  ).toMatchInlineSnapshot(
    `"podDisruptionBudget.minAvailable 100% reaches the smallest number of pods (3): no node could ever be drained. Lower it, or run more pods."`,
  );
  expect(
    await chart.refused('{ replicaCount: 3, podDisruptionBudget: { minAvailable: 67% } }'),
  ).toMatchInlineSnapshot(
    `"podDisruptionBudget.minAvailable 67% reaches the smallest number of pods (3): no node could ever be drained. Lower it, or run more pods."`,
  );
  expect(await chart.refused('podDisruptionBudget: { maxUnavailable: 0% }')).toMatchInlineSnapshot(
    `"podDisruptionBudget.maxUnavailable is 0%: no node could ever be drained. Raise it, or set enabled=false."`,
  );
});
