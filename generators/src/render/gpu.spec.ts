import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { generate } from '../generate.ts';
import { inside, named, podOf, type Rendering, rendering } from '../testing/rendered.ts';
import { chartFiles, createWorkspace, web } from '../testing/workspace.ts';
import { applyChanges, changesOf } from '../workspace/write.ts';

const CARD = { product: 'RTX-A', memory: '24Gi' };

let chart = '';

beforeAll(async () => {
  const files = chartFiles({
    name: 'cards',
    workloads: {
      main: web({ features: { gpu: {}, autoscaling: {} } }),
      second: web({ description: 'Another.', image: 'main', features: { gpu: {} } }),
    },
  });
  const { root } = createWorkspace(files);
  applyChanges(root, changesOf(root, await generate(root)));
  chart = join(root, 'charts/cards');
});

/** Renders with the card of the main workload, and with the cards that the release is told of. */
function withCard(gpu: object, cards: readonly object[] = [], more: object = {}): Promise<Rendering> {
  const values = { gpu: { enabled: true, ...gpu }, global: { gpu: { cards } }, ...more };
  const args = Object.entries(values).flatMap(([key, value]) => [
    '--set-json',
    `${key}=${JSON.stringify(value)}`,
  ]);
  return rendering(chart, args);
}

async function deployment(gpu: object) {
  const { objects, stderr } = await withCard(gpu);
  expect(stderr).toBe('');
  const found = named(objects, 'Deployment', 'r-cards');
  const container = ['containers', 0] as const;
  return {
    strategy: inside(found, 'spec', 'strategy', 'type'),
    limits: inside(podOf(found), ...container, 'resources', 'limits'),
    env: inside(podOf(found), ...container, 'env'),
    tolerations: inside(podOf(found), 'tolerations'),
    runtimeClass: inside(podOf(found), 'runtimeClassName'),
    affinity: inside(podOf(found), 'affinity', 'nodeAffinity'),
  };
}

const taint = (key: string) => ({ key, operator: 'Exists', effect: 'NoSchedule' });

describe('from maker and sharing of a card follow', () => {
  test.each([
    [{}, 'nvidia.com/gpu', 'nvidia.com/gpu'],
    [{ vendor: 'amd' }, 'amd.com/gpu', 'amd.com/gpu'],
    [{ vendor: 'intel' }, 'gpu.intel.com/i915', 'gpu.intel.com/i915'],
    [{ sharing: 'mig', profile: '1g.10gb' }, 'nvidia.com/mig-1g.10gb', 'nvidia.com/gpu'],
    [{ sharing: 'timeSlicing' }, 'nvidia.com/gpu', 'nvidia.com/gpu'],
    [{ resourceName: 'nvidia.com/gpu.shared' }, 'nvidia.com/gpu.shared', 'nvidia.com/gpu'],
  ] as const)('resource and toleration of %o', async (gpu, resource, key) => {
    const { limits, tolerations } = await deployment({ ...gpu, runtimeClassName: 'cards' });
    expect(limits).toMatchObject({ [resource]: 1 });
    expect(tolerations).toEqual([taint(key)]);
  });

  test('the update strategy: whoever has the card must end before the next one starts', async () => {
    expect((await deployment({})).strategy).toBe('Recreate');
    expect((await deployment({ sharing: 'timeSlicing' })).strategy).toBe('RollingUpdate');
    expect((await deployment({ enabled: false })).strategy).toBe('RollingUpdate');
    expect((await deployment({ fallback: 'cpu' })).strategy).toBe('RollingUpdate');
  });

  test('the nodes: by the model of the card, shared or not, and for MPS those that have it', async () => {
    const { affinity } = await deployment({ product: 'RTX-A', sharing: 'mps' });
    const required = inside(affinity, 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms');
    expect(required).toEqual([
      {
        matchExpressions: [
          { key: 'nvidia.com/gpu.product', operator: 'In', values: ['RTX-A', 'RTX-A-SHARED'] },
          { key: 'nvidia.com/mps.capable', operator: 'In', values: ['true'] },
        ],
      },
    ]);
    expect((await deployment({})).affinity).toBeUndefined();
    expect(
      inside(
        (await deployment({ fallback: 'cpu' })).affinity,
        'preferredDuringSchedulingIgnoredDuringExecution',
        0,
      ),
    ).toMatchObject({ preference: { matchExpressions: [{ key: 'nvidia.com/gpu.present' }] } });
  });

  test('the environment: the budget is what MPS holds a client to', async () => {
    const limit = { name: 'CUDA_MPS_PINNED_DEVICE_MEM_LIMIT', value: '0=3072M' };
    expect((await deployment({ sharing: 'mps', memory: '3Gi' })).env).toContainEqual(limit);
    expect((await deployment({ sharing: 'timeSlicing', memory: '3Gi' })).env).not.toContainEqual(limit);
    const all = { name: 'NVIDIA_VISIBLE_DEVICES', value: 'all' };
    expect((await deployment({ fallback: 'cpu' })).env).toContainEqual(all);
    expect((await deployment({})).env).not.toContainEqual(all);
    expect((await deployment({ fallback: 'cpu' })).limits).not.toHaveProperty(['nvidia.com/gpu']);
  });
});

describe('what cannot be is refused', () => {
  test.each([
    [{ sharing: 'mig' }, [], {}, 'no instance is named: set gpu.profile'],
    [{ profile: '1g.10gb' }, [], {}, 'gpu.profile names a MIG instance: set gpu.sharing to mig'],
    [{ sharing: 'mps', vendor: 'amd' }, [], {}, 'gpu.sharing mps is for cards of NVIDIA'],
    [{ sharing: 'timeSlicing', count: 2 }, [], {}, 'gpu.count is more than one share of a card'],
    [
      { memory: '16Gi', sharing: 'timeSlicing' },
      [{ ...CARD, shares: 4 }],
      {},
      'RTX-A: the pods want 32768 MiB while they are replaced (cards 2 × 16384 MiB), and 24576 MiB are free',
    ],
    [
      { memory: '10Gi' },
      [{ ...CARD, reserved: '15Gi' }],
      {},
      'RTX-A: the pods want 10240 MiB while they are replaced (cards 1 × 10240 MiB), and 9216 MiB are free',
    ],
    [
      {},
      [CARD],
      { second: { gpu: { enabled: true } } },
      'RTX-A: the pods want 2 shares while they are replaced (cards 1 × 0 MiB, cards-second 1 × 0 MiB), and global.gpu.cards has 1',
    ],
    [
      { sharing: 'timeSlicing', memory: '1Gi' },
      [{ ...CARD, shares: 3 }],
      { autoscaling: { enabled: true, maxReplicas: 3 } },
      'RTX-A: the pods want 4 shares while they are replaced (cards 4 × 1024 MiB), and global.gpu.cards has 3',
    ],
    [
      { sharing: 'mps', memory: '8Gi' },
      [{ ...CARD, shares: 4 }],
      {},
      'cards wants 8192 MiB, and MPS gives each of 4 clients no more than 6144 MiB of the RTX-A',
    ],
    [
      {},
      [CARD, { product: 'RTX-B', memory: '12Gi' }],
      {},
      'cards takes any card, and global.gpu.cards has several',
    ],
  ] as const)('%o on %o with %o', async (gpu, cards, more, message) => {
    expect((await withCard(gpu, cards, more)).stderr).toContain(message);
  });

  test('and what fits is not', async () => {
    const shared = { sharing: 'timeSlicing', memory: '6Gi', product: 'RTX-A' };
    const cards = [
      { ...CARD, shares: 2 },
      { product: 'RTX-B', memory: '12Gi' },
    ];
    const second = { gpu: { enabled: true, product: 'RTX-B', memory: '12Gi' } };
    expect((await withCard(shared, cards, { second })).stderr).toBe('');
  });
});

test('what one workload of several may grow to says nothing of the others', async () => {
  const more = { second: { podDisruptionBudget: { minAvailable: 1 }, replicaCount: 2 } };
  const { stderr } = await withCard({}, [], { ...more, autoscaling: { enabled: true, minReplicas: 1 } });
  expect(stderr).toBe('');
});
