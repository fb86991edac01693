import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { web } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const { given, refused } = chartOf({ features: { keda: {}, autoscaling: {} } });
const on = 'keda: { enabled: true, triggers: [{ type: cron, metadata: { timezone: UTC } }] }';

test('a ScaledObject says the number of pods, and the Deployment no longer does', async () => {
  expect(await given(on)).toMatchInlineSnapshot(`
    Deployment/r-web: { spec.replicas: removed }
    ScaledObject/r-web:
      apiVersion: keda.sh/v1alpha1
      spec:
        scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: r-web }
        minReplicaCount: 1
        maxReplicaCount: 4
        pollingInterval: 30
        cooldownPeriod: 300
        triggers: [ { type: cron, metadata: { timezone: UTC } } ]
  `);
});

test('looks as often, and goes as far, as it is told', async () => {
  const values = 'keda: { minReplicas: 0, maxReplicas: 9, pollingInterval: 5, cooldownPeriod: 60 }';
  expect(await given(values, on)).toMatchInlineSnapshot(`
    ScaledObject/r-web:
      spec: { minReplicaCount: 0, maxReplicaCount: 9, pollingInterval: 5, cooldownPeriod: 60 }
  `);
});

test('takes the triggers of the chart where the values have none', async () => {
  const triggers = '- type: redis\n  metadata:\n    listLength: {{ int64 .Values.replicaCount | quote }}';
  const queue = chartOf({ features: { keda: { triggers } } });
  expect(await queue.given('keda: { enabled: true }')).toMatchInlineSnapshot(`
    Deployment/r-web: { spec.replicas: removed }
    ScaledObject/r-web:
      apiVersion: keda.sh/v1alpha1
      spec:
        scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: r-web }
        minReplicaCount: 1
        maxReplicaCount: 4
        pollingInterval: 30
        cooldownPeriod: 300
        triggers: [ { type: redis, metadata: { listLength: "1" } } ]
  `);
  expect(await queue.given(on, 'keda: { enabled: true }')).toMatchInlineSnapshot(
    `ScaledObject/r-web: { spec.triggers.0: { type: cron, metadata: { listLength: removed, timezone: UTC } } }`,
  );
});

test('refuses what contradicts itself', async () => {
  expect(await refused('keda: { enabled: true }')).toMatchInlineSnapshot(
    `"keda has nothing to scale by: set keda.triggers."`,
  );
  expect(
    await refused('keda: { enabled: true, minReplicas: 9, triggers: [{ type: cron, metadata: {} }] }'),
  ).toMatchInlineSnapshot(
    `"keda.minReplicas is greater than keda.maxReplicas: lower the one or raise the other."`,
  );
  expect(await refused(`{ ${on}, autoscaling: { enabled: true } }`)).toMatchInlineSnapshot(
    `"keda and autoscaling both set the number of pods: keep one."`,
  );
  expect(await refused(on, 'v1/Secret')).toMatchInlineSnapshot(
    `"keda needs KEDA, and this cluster knows no ScaledObject: install it, or leave it off."`,
  );
});

test('names the values of the workload it is about', async () => {
  const { refused: refuses } = chartOf({
    workloads: {
      worker: web({ description: 'Works.', image: 'main', features: { keda: {}, autoscaling: {} } }),
    },
  });
  const values = 'worker: { keda: { enabled: true, minReplicas: 9 }, autoscaling: { enabled: true } }';
  expect(await refuses(values)).toMatchInlineSnapshot(`
    "worker.keda.minReplicas is greater than worker.keda.maxReplicas: lower the one or raise the other.
    worker.keda and worker.autoscaling both set the number of pods: keep one.
    worker.keda has nothing to scale by: set worker.keda.triggers."
  `);
});
