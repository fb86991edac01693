import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url, 'namespaces.edge');

const { given, objects, refused } = chartOf({
  chart: { namespaces: { edge: { description: 'What people see.' } } },
  main: { namespace: 'edge' },
});

test('is labelled for Pod Security, bounded, and stays when the release goes', async () => {
  expect(
    await objects('', 'Namespace/r-edge', 'ResourceQuota/r-edge:r-web', 'LimitRange/r-edge:r-web'),
  ).toMatchInlineSnapshot(`
    Namespace/r-edge:
      apiVersion: v1
      metadata:
        annotations: { helm.sh/resource-policy: keep }
        labels:
          pod-security.kubernetes.io/enforce: restricted
          pod-security.kubernetes.io/enforce-version: latest
          pod-security.kubernetes.io/warn: restricted
          pod-security.kubernetes.io/warn-version: latest
    ResourceQuota/r-edge:r-web: { apiVersion: v1, spec.hard.pods: "50" }
    LimitRange/r-edge:r-web:
      apiVersion: v1
      spec.limits:
        - type: Container
          default: { cpu: 500m, memory: 512Mi }
          defaultRequest: { cpu: 50m, memory: 64Mi }
  `);
});

test('has another name, and is there already', async () => {
  expect((await given('namespaces: { edge: { name: front } }')).names).toContain('Namespace/front');
  expect(await given('namespaces: { edge: { create: false } }')).toMatchInlineSnapshot(
    `Namespace/r-edge: removed`,
  );
});

test('has labels, annotations, and other bounds', async () => {
  const values = `
    namespaces:
      edge:
        labels: { istio-injection: enabled }
        annotations: { example.com/owner: web }
        quota: { hard: { pods: '9' } }
        limitRange: { default: { cpu: '1' }, defaultRequest: { memory: 32Mi }, max: { memory: 8Gi } }
  `;
  expect(await given(values)).toMatchInlineSnapshot(`
    Namespace/r-edge:
      metadata: { annotations: { example.com/owner: web }, labels.istio-injection: enabled }
    ResourceQuota/r-edge:r-web: { spec.hard.pods: "9" }
    LimitRange/r-edge:r-web: { spec.limits.0: { default.cpu: "1", defaultRequest.memory: 32Mi, max.memory: 8Gi } }
  `);
  expect(
    await given('namespaces: { edge: { quota: { enabled: false }, limitRange: { enabled: false } } }'),
  ).toMatchInlineSnapshot(`
    ResourceQuota/r-edge:r-web: removed
    LimitRange/r-edge:r-web: removed
  `);
});

test('bounds that the API refuses are refused by name', async () => {
  const bounds = (values: string) => refused(`namespaces: { edge: ${values} }`);
  expect(
    await bounds('{ quota: { hard: { pods: 0.5, count/jobs.batch: 9, requests.nvidia.com/gpu: 1500m } } }'),
  ).toMatchInlineSnapshot(`
    "namespaces.edge.quota.hard.pods is 0.5: it is counted in whole numbers.
    namespaces.edge.quota.hard.requests.nvidia.com/gpu is 1500m: it is counted in whole numbers."
  `);
  expect(
    await bounds('{ limitRange: { default: { cpu: 2 }, defaultRequest: { cpu: 3 }, max: { cpu: 1 } } }'),
  ).toMatchInlineSnapshot(`
    "namespaces.edge.limitRange.defaultRequest.cpu is 3, and namespaces.edge.limitRange.default.cpu is 2: raise the limit or lower the request.
    namespaces.edge.limitRange.default.cpu is 2, and namespaces.edge.limitRange.max.cpu is 1: raise the limit or lower the request.
    namespaces.edge.limitRange.defaultRequest.cpu is 3, and namespaces.edge.limitRange.max.cpu is 1: raise the limit or lower the request."
  `);
  expect(await bounds('{ quota: { hard: { gpus: 1 } } }')).toMatchInlineSnapshot(`
    "at '': invalid propertyName 'gpus'
    at '': 'gpus' does not match pattern '^((requests\\\\.|limits\\\\.)?(cpu|memory|ephemeral-storage)|requests\\\\.storage|pods|configmaps|secrets|persistentvolumeclaims|replicationcontrollers|resourcequotas|services(\\\\.nodeports|\\\\.loadbalancers)?|[a-z0-9]([a-z0-9.-]{0,200}[a-z0-9])?/[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?)$'"
  `);
  expect(await bounds('{ limitRange: { max: { pods: 1 } } }')).toMatchInlineSnapshot(`
    "at '': invalid propertyName 'pods'
    at '': 'pods' does not match pattern '^(cpu|memory|ephemeral-storage)$'"
  `);
});
