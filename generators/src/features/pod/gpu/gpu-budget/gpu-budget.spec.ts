import { describe, expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../../testing/feature.ts';
import { web } from '../../../../testing/workspace.ts';

coversFeature(import.meta.url);

const { given, refused } = chartOf({
  features: { gpu: {}, autoscaling: {} },
  workloads: { second: web({ description: 'Another.', image: 'main', features: { gpu: {} } }) },
});

/** Values with a card for main, and with the cards that the release is told of. */
function withCards(gpu: object, cards: readonly object[], more: object = {}): string {
  return JSON.stringify({ gpu: { enabled: true, ...gpu }, global: { gpu: { cards } }, ...more });
}

const CARD = { product: 'RTX-A', memory: '24Gi' };

describe('what pods take of the cards at most is added up, and must be there', () => {
  test.each([
    [
      { memory: '16Gi', sharing: 'timeSlicing' },
      [{ ...CARD, shares: 4 }],
      {},
      'RTX-A: the pods want 32768 MiB while they are replaced (web 2 × 16384 MiB), and 24576 MiB are free',
    ],
    [
      { memory: '10Gi' },
      [{ ...CARD, reserved: '15Gi' }],
      {},
      'RTX-A: the pods want 10240 MiB while they are replaced (web 1 × 10240 MiB), and 9216 MiB are free',
    ],
    [
      {},
      [CARD],
      { second: { gpu: { enabled: true } } },
      'RTX-A: the pods want 2 shares while they are replaced (web 1 × 0 MiB, web-second 1 × 0 MiB), and global.gpu.cards has 1',
    ],
    [
      { sharing: 'timeSlicing', memory: '1Gi' },
      [{ ...CARD, shares: 3 }],
      { autoscaling: { enabled: true, maxReplicas: 3 } },
      'RTX-A: the pods want 4 shares while they are replaced (web 4 × 1024 MiB), and global.gpu.cards has 3',
    ],
    [
      { sharing: 'mps', memory: '8Gi' },
      [{ ...CARD, shares: 4 }],
      {},
      'web wants 8192 MiB, and MPS gives each of 4 clients no more than 6144 MiB of the RTX-A',
    ],
    [
      {},
      [CARD, { product: 'RTX-B', memory: '12Gi' }],
      {},
      'web takes any card, and global.gpu.cards has several',
    ],
  ] as const)('%o of %o with %o', async (gpu, cards, more, message) => {
    expect(await refused(withCards(gpu, cards, more))).toContain(message);
  });
});

test('and what fits is not refused', async () => {
  const shared = { sharing: 'timeSlicing', memory: '6Gi', product: 'RTX-A' };
  const cards = [
    { ...CARD, shares: 2 },
    { product: 'RTX-B', memory: '12Gi' },
  ];
  const second = { gpu: { enabled: true, product: 'RTX-B', memory: '12Gi' } };
  const changes = await given(withCards(shared, cards, { second }));
  expect(changes.names).toEqual(['Deployment/r-web', 'Deployment/r-web-second']);
});

test('what one workload of several may grow to says nothing of the others', async () => {
  const second = { podDisruptionBudget: { minAvailable: 1 }, replicaCount: 2 };
  const values = withCards({}, [], { second, autoscaling: { enabled: true, minReplicas: 1 } });
  expect((await given(values)).names).toContain('PodDisruptionBudget/r-web-second');
});
