import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { inside, named, podOf } from '../../../testing/rendered.ts';
import { web } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const { given, refused, rendered } = chartOf({ features: { gpu: {}, autoscaling: {} } });
const on = 'gpu: { enabled: true }';

test('a card is a resource of the container; whoever has it must end before the next one starts', async () => {
  expect(await given(on)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec:
        strategy: { type: Recreate, rollingUpdate: removed }
        template.spec:
          containers.web:
            env:
              NVIDIA_VISIBLE_DEVICES: removed
              NVIDIA_DRIVER_CAPABILITIES.value: compute,utility
            resources.limits: { nvidia.com/gpu: 1 }
          tolerations: [ { key: nvidia.com/gpu, operator: Exists, effect: NoSchedule } ]
  `);
});

test('each maker has its own resource and taint, and so has a part of a card', async () => {
  expect(await given('gpu: { vendor: amd, count: 2 }', on)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec:
        containers.web:
          env: { NVIDIA_DRIVER_CAPABILITIES: removed, NVIDIA_VISIBLE_DEVICES.value: void }
          resources.limits: { nvidia.com/gpu: removed, amd.com/gpu: 2 }
        tolerations.0.key: amd.com/gpu
  `);
  expect(await given('gpu: { vendor: intel }', on)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec:
        containers.web:
          env: { NVIDIA_DRIVER_CAPABILITIES: removed, NVIDIA_VISIBLE_DEVICES.value: void }
          resources.limits: { nvidia.com/gpu: removed, gpu.intel.com/i915: 1 }
        tolerations.0.key: gpu.intel.com/i915
  `);
  expect(await given('gpu: { sharing: mig, profile: 1g.10gb }', on)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec:
        strategy: { type: RollingUpdate, rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }
        template.spec.containers.web.resources.limits: { nvidia.com/gpu: removed, nvidia.com/mig-1g.10gb: 1 }
  `);
  expect(await given('gpu: { resourceName: nvidia.com/gpu.shared }', on)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.containers.web.resources.limits: { nvidia.com/gpu: removed, nvidia.com/gpu.shared: 1 }
  `);
});

test('pods that share a card are replaced one by one', async () => {
  expect(await given('gpu: { sharing: timeSlicing, memory: 3Gi }', on)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.strategy: { type: RollingUpdate, rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }
  `);
});

test('MPS holds a client to its memory, on nodes that have it', async () => {
  expect(await given('gpu: { sharing: mps, memory: 3Gi, product: RTX-A }', on)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec:
        strategy: { type: RollingUpdate, rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }
        template.spec:
          affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms:
            - matchExpressions:
                - key: nvidia.com/gpu.product
                  operator: In
                  values: [ RTX-A, RTX-A-SHARED ]
                - { key: nvidia.com/mps.capable, operator: In, values: [ "true" ] }
          containers.web.env.CUDA_MPS_PINNED_DEVICE_MEM_LIMIT.value: 0=3072M
  `);
});

test('a model leads to the nodes that have it, shared or not', async () => {
  expect(await given('gpu: { product: RTX-A }', on)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms:
        - matchExpressions:
            - key: nvidia.com/gpu.product
              operator: In
              values: [ RTX-A, RTX-A-SHARED ]
  `);
});

test('without a card the CPU will do: nodes with one are only preferred', async () => {
  expect(await given('gpu: { fallback: cpu }', on)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec:
        strategy: { type: RollingUpdate, rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }
        template.spec:
          affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution:
            - weight: 100
              preference:
                matchExpressions: [ { key: nvidia.com/gpu.present, operator: In, values: [ "true" ] } ]
          containers.web:
            env.NVIDIA_VISIBLE_DEVICES.value: all
            resources.limits: { nvidia.com/gpu: removed }
  `);
});

test('the runtime class of the card gives way to that of the pod', async () => {
  expect(await given('gpu: { runtimeClassName: nvidia }', on)).toMatchInlineSnapshot(
    `Deployment/r-web: { spec.template.spec.runtimeClassName: nvidia }`,
  );
  expect(
    await given('runtimeClassName: own', 'gpu: { enabled: true, runtimeClassName: nvidia }'),
  ).toMatchInlineSnapshot(`Deployment/r-web: { spec.template.spec.runtimeClassName: own }`);
});

test('nodes without a taint need no toleration', async () => {
  expect(await given('gpu: { tolerate: false }', on)).toMatchInlineSnapshot(
    `Deployment/r-web: { spec.template.spec.tolerations: removed }`,
  );
});

test('refuses what cannot be', async () => {
  expect(await refused('gpu: { enabled: true, sharing: mig }')).toMatchInlineSnapshot(
    `"gpu.sharing is mig, and no instance is named: set gpu.profile, for example 1g.10gb."`,
  );
  expect(await refused('gpu: { enabled: true, profile: 1g.10gb }')).toMatchInlineSnapshot(
    `"gpu.profile names a MIG instance: set gpu.sharing to mig, or leave it empty."`,
  );
  expect(await refused('gpu: { enabled: true, sharing: mps, vendor: amd }')).toMatchInlineSnapshot(
    `"gpu.sharing mps is for cards of NVIDIA: choose exclusive or timeSlicing."`,
  );
  expect(await refused('gpu: { enabled: true, sharing: timeSlicing, count: 2 }')).toMatchInlineSnapshot(
    `"gpu.count is more than one share of a card, which gives no more of it: set it to 1."`,
  );
});

test('affinity of the user holds beside that of the card', async () => {
  const values = `
    gpu: { enabled: true, product: NVIDIA-A100 }
    affinity:
      nodeAffinity:
        requiredDuringSchedulingIgnoredDuringExecution:
          nodeSelectorTerms:
            - matchExpressions: [{ key: zone, operator: In, values: [a] }]
            - matchExpressions: [{ key: zone, operator: In, values: [b] }]
        preferredDuringSchedulingIgnoredDuringExecution:
          - { weight: 1, preference: { matchExpressions: [{ key: fast, operator: Exists }] } }
      podAffinity:
        requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: zone, labelSelector: { matchLabels: { app: cache } } }]
  `;
  const pod = podOf(named(await rendered(values), 'Deployment', 'r-web'));
  expect(inside(pod, 'affinity')).toMatchInlineSnapshot(`
    {
      "nodeAffinity": {
        "preferredDuringSchedulingIgnoredDuringExecution": [
          {
            "preference": {
              "matchExpressions": [
                {
                  "key": "fast",
                  "operator": "Exists",
                },
              ],
            },
            "weight": 1,
          },
        ],
        "requiredDuringSchedulingIgnoredDuringExecution": {
          "nodeSelectorTerms": [
            {
              "matchExpressions": [
                {
                  "key": "zone",
                  "operator": "In",
                  "values": [
                    "a",
                  ],
                },
                {
                  "key": "nvidia.com/gpu.product",
                  "operator": "In",
                  "values": [
                    "NVIDIA-A100",
                    "NVIDIA-A100-SHARED",
                  ],
                },
              ],
            },
            {
              "matchExpressions": [
                {
                  "key": "zone",
                  "operator": "In",
                  "values": [
                    "b",
                  ],
                },
                {
                  "key": "nvidia.com/gpu.product",
                  "operator": "In",
                  "values": [
                    "NVIDIA-A100",
                    "NVIDIA-A100-SHARED",
                  ],
                },
              ],
            },
          ],
        },
      },
      "podAffinity": {
        "requiredDuringSchedulingIgnoredDuringExecution": [
          {
            "labelSelector": {
              "matchLabels": {
                "app": "cache",
              },
            },
            "topologyKey": "zone",
          },
        ],
      },
    }
  `);
});

test('a card among the limits is refused', async () => {
  expect(
    await refused('{ gpu: { enabled: true }, resources: { limits: { nvidia.com/gpu: 1 } } }'),
  ).toMatchInlineSnapshot(
    `"resources.limits may not hold nvidia.com/gpu: gpu.enabled sets it, with gpu.count."`,
  );
});

test('names the values of the workload it is about', async () => {
  const { refused: refuses } = chartOf({
    workloads: { worker: web({ description: 'Works.', image: 'main', features: { gpu: {} } }) },
  });
  expect(await refuses('worker: { gpu: { enabled: true, sharing: mig } }')).toMatchInlineSnapshot(
    `"worker.gpu.sharing is mig, and no instance is named: set worker.gpu.profile, for example 1g.10gb."`,
  );
  expect(await refuses('worker: { gpu: { enabled: true, profile: 1g.10gb } }')).toMatchInlineSnapshot(
    `"worker.gpu.profile names a MIG instance: set worker.gpu.sharing to mig, or leave it empty."`,
  );
  expect(
    await refuses('worker: { gpu: { enabled: true }, resources: { limits: { nvidia.com/gpu: 1 } } }'),
  ).toMatchInlineSnapshot(
    `"worker.resources.limits may not hold nvidia.com/gpu: worker.gpu.enabled sets it, with worker.gpu.count."`,
  );
});
