import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

const { given, refused } = chartOf({ features: { autoscaling: {} } });
const on = 'autoscaling: { enabled: true }';

test('a HorizontalPodAutoscaler says the number of pods, and the Deployment no longer does', async () => {
  expect(await given(on)).toMatchInlineSnapshot(`
    Deployment/r-web: { spec.replicas: removed }
    HorizontalPodAutoscaler/r-web:
      apiVersion: autoscaling/v2
      spec:
        scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: r-web }
        minReplicas: 1
        maxReplicas: 4
        metrics:
          - type: Resource
            resource: { name: cpu, target: { type: Utilization, averageUtilization: 80 } }
  `);
});

test('scales by CPU, memory and further metrics, as fast as it is told', async () => {
  const values = `
    autoscaling:
      minReplicas: 2
      maxReplicas: 6
      targetCPUUtilizationPercentage: 0
      targetMemoryUtilizationPercentage: 70
      metrics:
        - type: Pods
          pods: { metric: { name: requests }, target: { type: AverageValue, averageValue: '10' } }
      behavior: { scaleDown: { stabilizationWindowSeconds: 600 } }
  `;
  expect(await given(values, on)).toMatchInlineSnapshot(`
    HorizontalPodAutoscaler/r-web:
      spec:
        minReplicas: 2
        maxReplicas: 6
        metrics:
          added:
            - type: Resource
              resource: { name: memory, target: { type: Utilization, averageUtilization: 70 } }
            - pods:
                metric: { name: requests }
                target: { averageValue: "10", type: AverageValue }
              type: Pods
          removed:
            - type: Resource
              resource: { name: cpu, target: { type: Utilization, averageUtilization: 80 } }
        behavior.scaleDown.stabilizationWindowSeconds: 600
  `);
});

test('refuses fewer pods at most than at least, and nothing to scale by', async () => {
  expect(await refused('autoscaling: { enabled: true, minReplicas: 9 }')).toMatchInlineSnapshot(
    `"autoscaling.minReplicas is greater than autoscaling.maxReplicas: lower the one or raise the other."`,
  );
  expect(
    await refused('autoscaling: { enabled: true, targetCPUUtilizationPercentage: 0 }'),
  ).toMatchInlineSnapshot(
    `"autoscaling has nothing to scale by: set a target for CPU or memory, or a metric."`,
  );
});
