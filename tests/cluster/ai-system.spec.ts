import type {
  V1Deployment,
  V1EndpointSlice,
  V1HorizontalPodAutoscaler,
  V1Job,
  V1LimitRange,
  V1Pod,
  V1PodDisruptionBudget,
  V1ResourceQuota,
  V1StatefulSet,
} from '@kubernetes/client-node';
import { describe, expect, test } from 'vitest';
import { parseQuantity } from '../../generators/src/schema/quantity.ts';
import { archiveOf, cases } from '../../tools/cases/cases.ts';
import { leftovers, livePods } from './observe.ts';
import { type Space, useCluster } from './testbed.ts';
import { until } from './until.ts';

const GIB = 2 ** 30;
const WAIT = ['--wait', '--wait-for-jobs', '--timeout', '280s'];
const CHART = 'ai-platform';
const NAMESPACES = ['ai-system-core', 'ai-system-gpu', 'ai-system-infra'];
/** The second PC has these, and nothing else; whatever needs a card or has no place to choose is on the first. */
const ON_SECOND = ['tutoring', 'vision-dream'];
const SCALED = ['coordination', 'reasoningSuite', 'speechGpu', 'visionDream', 'tutoring'];

const FULL = [3, 3, 3, 3, 3, 6, 6];

const testbed = useCluster('rtx-4090-3060');
const preset = ['--values', presetFile()];

describe('an AI system on two PCs with shared cards', () => {
  test('has its place, its budget and no gap in its service', { timeout: 900_000 }, async () => {
    const space = await testbed.space();
    const args = ['app', await archiveOf(CHART), ...preset, ...WAIT];
    await space.helm('install', ...args);

    expect([...(await space.made())].sort()).toEqual(NAMESPACES);
    const pods = await space.list<V1Pod>('pods');
    expect(wrongNodes(pods)).toEqual([]);
    expect(pods.filter(isOnCard).length).toBeGreaterThanOrEqual(5);
    expect(pods.filter(isOnCard).filter((pod) => limitOf([pod], 'nvidia.com/gpu') !== 1)).toEqual([]);
    const jobs = await space.list<V1Job>('batch/v1/jobs');
    expect(jobs.map(({ metadata, status }) => [metadata?.namespace, status?.succeeded])).toContainEqual([
      'ai-system-gpu',
      1,
    ]);
    for (const kind of ['resourcequotas', 'limitranges'] as const)
      expect(await bounded<V1ResourceQuota | V1LimitRange>(space, kind)).toEqual(NAMESPACES);

    const scalers = await space.list<V1HorizontalPodAutoscaler>('autoscaling/v2/horizontalpodautoscalers');
    const bounds = scalers.map(({ metadata, spec }) => [
      metadata?.namespace,
      spec?.minReplicas,
      spec?.maxReplicas,
    ]);
    expect(bounds.filter(([where]) => where === 'ai-system-gpu')).toEqual(
      SCALED.map(() => ['ai-system-gpu', 1, 3]),
    );
    expect(bounds.filter(([where]) => where === 'ai-system-core')).toEqual([
      ['ai-system-core', 2, 6],
      ['ai-system-core', 2, 6],
    ]);

    // As many as autoscaling may ever make, and all of them replaced at once.
    const most = [
      ...SCALED.map((name) => `ai-system.${name}.autoscaling.minReplicas=3`),
      'ai-system.autoscaling.minReplicas=6',
      'ai-system.utilityCpu.autoscaling.minReplicas=6',
    ].flatMap((pair) => ['--set', pair]);
    await space.helm('upgrade', ...args, ...most);
    const full = await until(
      () => readyOf(space),
      (ready) => ready.join() === FULL.join(),
    );
    expect(full).toEqual(FULL);

    const gaps: string[] = [];
    const over: string[] = [];
    const replaced = [...SCALED.map((name) => `ai-system.${name}`), 'ai-system', 'ai-system.utilityCpu'];
    const upgrade = space.helm(
      'upgrade',
      ...args,
      ...most,
      ...replaced.flatMap((block) => ['--set', `${block}.podAnnotations.changed=yes`]),
    );
    let going = true;
    const watching = (async () => {
      while (going) {
        gaps.push(...(await withoutEndpoints(space)));
        over.push(...overBudget(await livePods(space)));
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    })();
    await upgrade.finally(() => {
      going = false;
    });
    await watching;
    expect([...new Set(gaps)]).toEqual([]);
    expect([...new Set(over)]).toEqual([]);
    expect(await belowNeed(space)).toEqual([]);
    expect(wrongNodes(await livePods(space))).toEqual([]);

    const budgets = await until(
      () => space.list<V1PodDisruptionBudget>('policy/v1/poddisruptionbudgets'),
      (found) => found.every(({ status }) => (status?.disruptionsAllowed ?? 0) >= 1),
    );
    expect(budgets.filter(({ status }) => status?.disruptionsAllowed === 0)).toEqual([]);
    await space.helm('test', 'app', '--timeout', '180s');
    await space.helm('uninstall', 'app', '--wait', '--timeout', '180s');
    expect([...(await space.made())].sort()).toEqual(NAMESPACES);
  });

  test('is refused with one share too few, before anything is created', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    const before = await leftovers(testbed.api, space);
    const shares = { 'nvidia.com/gpu': '7' };
    const headers = { 'content-type': 'application/merge-patch+json' };
    const path = '/api/v1/nodes/pc-3060/status';
    await testbed.api.call('PATCH', path, { status: { allocatable: shares, capacity: shares } }, headers);
    const { message } = await space.refused('install', 'less', await archiveOf(CHART), ...preset);
    expect(message).toContain(
      'the pods want 8 of nvidia.com/gpu on nodes with NVIDIA-GeForce-RTX-3060 while they are replaced, and the nodes of the cluster have 7',
    );
    expect(await leftovers(testbed.api, space)).toEqual(before);
  });
});

function presetFile(): string {
  const found = cases().find(({ chart, name }) => chart === CHART && name === 'rtx-4090-3060');
  if (found === undefined) throw new Error('there is no preset rtx-4090-3060');
  return found.values;
}

function componentOf({ metadata }: V1Pod): string {
  return metadata?.labels?.['app.kubernetes.io/component'] ?? '';
}

function isOnCard({ metadata }: V1Pod): boolean {
  return metadata?.namespace === 'ai-system-gpu';
}

function isPart({ metadata }: V1Deployment): boolean {
  return NAMESPACES.includes(metadata?.namespace ?? '');
}

function wrongNodes(pods: readonly V1Pod[]): readonly string[] {
  return pods
    .filter((pod) => pod.spec?.nodeName !== (ON_SECOND.includes(componentOf(pod)) ? 'pc-3060' : 'pc-4090'))
    .map((pod) => `${componentOf(pod)} on ${pod.spec?.nodeName}`);
}

/** Ready pods of the Deployments of the system, the fewest first. */
async function readyOf(space: Space): Promise<readonly number[]> {
  const found = await space.list<V1Deployment>('apps/v1/deployments');
  return found
    .filter(isPart)
    .map(({ status }) => status?.readyReplicas ?? 0)
    .sort((a, b) => a - b);
}

/** Namespaces of the system that have an object of a kind. */
async function bounded<T extends { metadata?: { namespace?: string } }>(
  space: Space,
  resource: string,
): Promise<readonly string[]> {
  const found = await space.list<T>(resource);
  return found
    .map(({ metadata }) => metadata?.namespace ?? '')
    .filter((namespace) => NAMESPACES.includes(namespace))
    .sort();
}

/**
 * Quotas that are smaller than what the pods of their namespace are allowed while all of them are replaced, one more of each
 * Deployment. Pods that are on their way out count against a quota too, so that on a slow machine one may refuse a pod for a
 * moment; its controller tries again.
 */
async function belowNeed(space: Space): Promise<readonly string[]> {
  const deployments = await space.list<V1Deployment>('apps/v1/deployments');
  const sets = await space.list<V1StatefulSet>('apps/v1/statefulsets');
  const pods = [
    ...deployments.map(({ metadata, spec }) => ({ metadata, spec, count: (spec?.replicas ?? 0) + 1 })),
    ...sets.map(({ metadata, spec }) => ({ metadata, spec, count: spec?.replicas ?? 0 })),
  ].map(({ metadata, spec, count }) => ({
    namespace: metadata?.namespace,
    count,
    pod: { spec: spec?.template.spec } as V1Pod,
  }));
  const quotas = await space.list<V1ResourceQuota>('resourcequotas');
  return quotas
    .filter(({ metadata }) => NAMESPACES.includes(metadata?.namespace ?? ''))
    .flatMap(({ metadata, spec }) =>
      (['limits', 'requests'] as const).flatMap((what) =>
        (['cpu', 'memory'] as const).flatMap((resource) => {
          const need = pods
            .filter(({ namespace }) => namespace === metadata?.namespace)
            .reduce((sum, { pod, count }) => sum + count * limitOf([pod], resource, what), 0);
          const hard = parseQuantity(spec?.hard?.[`${what}.${resource}`] ?? '0') ?? 0;
          return need > hard ? [`${metadata?.namespace}: ${what}.${resource} ${hard} of ${need}`] : [];
        }),
      ),
    );
}

/** Services of the system without any ready pod. */
async function withoutEndpoints(space: Space): Promise<readonly string[]> {
  const slices = await space.list<V1EndpointSlice>('discovery.k8s.io/v1/endpointslices');
  return slices
    .filter(({ metadata }) => NAMESPACES.includes(metadata?.namespace ?? ''))
    .filter(({ endpoints }) => !(endpoints ?? []).some(({ conditions }) => conditions?.ready))
    .map(({ metadata }) => metadata?.labels?.['kubernetes.io/service-name'] ?? '');
}

/** PCs on which the pods together may take, or ask for, more than their budget. */
function overBudget(pods: readonly V1Pod[]): readonly string[] {
  const budgets = [
    ['pc-4090', 16, 32],
    ['pc-3060', 8, 16],
  ] as const;
  return budgets.flatMap(([node, cpu, memory]) => {
    const there = pods.filter(({ spec }) => spec?.nodeName === node);
    const sums = [
      ['CPU limits', limitOf(there, 'cpu'), cpu],
      ['memory limits', limitOf(there, 'memory') / GIB, memory],
      ['CPU requests', limitOf(there, 'cpu', 'requests'), cpu / 2],
      ['memory requests', limitOf(there, 'memory', 'requests') / GIB, memory / 2],
    ] as const;
    return sums.filter(([, sum, budget]) => sum > budget).map(([what, sum]) => `${node}: ${sum} ${what}`);
  });
}

function limitOf(pods: readonly V1Pod[], resource: string, what: 'limits' | 'requests' = 'limits'): number {
  return pods
    .flatMap(({ spec }) => spec?.containers ?? [])
    .reduce((sum, { resources }) => sum + (parseQuantity(resources?.[what]?.[resource] ?? '0') ?? 0), 0);
}
