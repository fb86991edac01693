import type { V1HorizontalPodAutoscaler, V1Node, V1Pod } from '@kubernetes/client-node';
import { expect, test } from 'vitest';
import { archiveOf, cases } from '../../tools/cases/cases.ts';
import { parseQuantity } from '../../tools/kubernetes/quantity.ts';
import { livePods, settle } from './observe.ts';
import { type Space, useCluster } from './testbed.ts';
import { until } from './until.ts';

const GIB = 2 ** 30;
const WAIT = ['--wait', '--timeout', '240s'];

const testbed = useCluster('rpi5');

test.each(
  cases()
    .filter(({ name }) => name === 'rpi5')
    .map(({ chart, values }) => [chart, values] as const),
)(
  'the preset of %s fits a Raspberry Pi with 8 GB, and not one with 4 GiB less',
  { timeout: 600_000 },
  async (chart, values) => {
    const space = await testbed.space();
    const archive = await archiveOf(chart);
    const args = ['app', archive, '--values', values, ...WAIT];
    expect(await systemMemory()).toBe(GIB / 2);

    await space.helm('install', ...args);
    await settle(space);
    const steady = await livePods(space);
    expect(nodesOf(steady)).toEqual(['rpi5']);
    expect(steady.filter(isApi)).toHaveLength(2);
    expect(sum(steady, 'requests') / GIB).toSatisfy(between(3.5, 4.5));
    expect(sum(steady, 'limits') / GIB).toSatisfy(between(6, 7));

    const [scaler] = await space.list<V1HorizontalPodAutoscaler>('autoscaling/v2/horizontalpodautoscalers');
    expect(scaler?.spec?.maxReplicas).toBe(4);
    await space.helm('upgrade', ...args, '--set', 'langchain-api.autoscaling.minReplicas=4');
    const busy = await until(
      () => livePods(space),
      (pods) => pods.filter((pod) => isApi(pod) && isReady(pod)).length === 4,
    );
    expect(busy.filter(isApi).filter(isReady)).toHaveLength(4);
    expect(nodesOf(busy)).toEqual(['rpi5']);
    expect(sum(busy, 'requests') / GIB).toBeLessThan(8 - 0.5);

    await space.helm('uninstall', 'app', ...WAIT);
    await takeMemory(4 * GIB);
    const small = await testbed.space();
    const { message } = await small.refused(
      'install',
      'app',
      archive,
      '--values',
      values,
      '--wait',
      '--timeout',
      '10s',
    );
    expect(message).toContain('not ready');
    expect((await problems(small)).join()).toContain('Insufficient memory');
  },
);

/** What the system's own pods request on the node. */
async function systemMemory(): Promise<number> {
  return sum(await testbed.api.list<V1Pod>('pods', 'kube-system'), 'requests');
}

async function takeMemory(bytes: number): Promise<void> {
  const [node] = await testbed.api.list<V1Node>('nodes', '');
  const memory = String((parseQuantity(node?.status?.allocatable?.memory ?? '0') ?? 0) - bytes);
  const path = '/api/v1/nodes/rpi5/status';
  const headers = { 'content-type': 'application/merge-patch+json' };
  await testbed.api.call(
    'PATCH',
    path,
    { status: { allocatable: { memory }, capacity: { memory } } },
    headers,
  );
}

/** Bytes of memory that pods name: the containers together, or an init container that needs more. */
function sum(pods: readonly V1Pod[], what: 'requests' | 'limits'): number {
  return pods.reduce((total, { spec }) => {
    const bytes = (containers = spec?.containers ?? []) =>
      containers.map(({ resources }) => parseQuantity(resources?.[what]?.memory ?? '0') ?? 0);
    const together = bytes().reduce((a, b) => a + b, 0);
    return total + Math.max(together, ...bytes(spec?.initContainers ?? []));
  }, 0);
}

function between(low: number, high: number) {
  return (value: number) => value >= low && value <= high;
}

function nodesOf(pods: readonly V1Pod[]): readonly (string | undefined)[] {
  return [...new Set(pods.map(({ spec }) => spec?.nodeName))];
}

function isApi({ metadata }: V1Pod): boolean {
  return metadata?.labels?.['app.kubernetes.io/name'] === 'langchain-api';
}

function isReady({ status }: V1Pod): boolean {
  return status?.conditions?.some(({ type, status: value }) => type === 'Ready' && value === 'True') ?? false;
}

async function problems(space: Space): Promise<readonly string[]> {
  return (await space.list<V1Pod>('pods')).flatMap(({ status }) =>
    (status?.conditions ?? [])
      .filter(({ type }) => type === 'PodScheduled')
      .map(({ message = '' }) => message),
  );
}
