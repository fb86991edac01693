import type {
  V1EndpointSlice,
  V1Node,
  V1Pod,
  V1PodDisruptionBudget,
  V1Secret,
  V2HorizontalPodAutoscaler,
} from '@kubernetes/client-node';
import { afterEach, describe, expect, test } from 'vitest';
import { archiveOf, cases } from '../../tools/cases/cases.ts';
import { watchEndpoints } from './endpoints.ts';
import { livePods, settle } from './observe.ts';
import { type Space, useCluster, WAIT } from './testbed.ts';
import { until } from './until.ts';

const NAME = 'app-gemini-agent';

const testbed = useCluster('gke');

afterEach(async () => {
  for (const { metadata } of await testbed.api.list<V1Node>('nodes', ''))
    await testbed.api.patch('nodes', '', metadata?.name ?? '', { spec: { unschedulable: null } });
  // The controller takes the taint of a drained node away a moment later.
  const tainted = await until(
    async () =>
      (await testbed.api.list<V1Node>('nodes', '')).flatMap(({ spec }) =>
        (spec?.taints ?? []).filter(({ key }) => key === 'node.kubernetes.io/unschedulable'),
      ),
    (taints) => taints.length === 0,
  );
  expect(tainted).toEqual([]);
});

describe('on four nodes in three zones', () => {
  test.each([
    ['development', 1, 1, undefined],
    ['staging', 3, 3, [3, 20]],
    ['production', 5, 3, [5, 50]],
  ] as const)(
    '%s has %i pods in %i zones, and a node can be drained',
    {
      timeout: 600_000,
    },
    async (preset, count, zones, limits) => {
      const space = await testbed.space();
      await space.helm(
        'install',
        'app',
        await archiveOf('gemini-agent'),
        '--values',
        valuesOf(preset),
        ...WAIT,
      );
      await settle(space);
      const pods = await readyAgents(space, (found) => found === count);
      expect(pods).toHaveLength(count);
      expect(new Set(await zonesOf(pods)).size).toBe(zones);
      expect(new Set(pods.map(nodeOf)).size).toBe(Math.min(count, 4));
      const ready = await until(
        async () => readyIn(await slices(space)),
        (found) => found === count,
      );
      expect(ready).toBe(count);

      const scalers = await space.list<V2HorizontalPodAutoscaler>('autoscaling/v2/horizontalpodautoscalers');
      expect(
        scalers.map(({ spec }) => [spec?.minReplicas, spec?.maxReplicas, spec?.metrics?.map(metricOf)]),
      ).toEqual(limits ? [[...limits, ['cpu', 'memory', 'http_requests_per_second']]] : []);

      const budget = await until(
        async () =>
          (await space.list<V1PodDisruptionBudget>('policy/v1/poddisruptionbudgets')).find(
            ({ metadata }) => metadata?.name === NAME,
          ),
        (found) => (found?.status?.disruptionsAllowed ?? 0) > 0,
      );
      expect(budget?.status?.disruptionsAllowed).toBe(count === 1 ? 1 : count - 2);
      await drain(space, await nodeWithoutRedis(space, pods));
      expect(await readyAgents(space, (found) => found === count)).toHaveLength(count);
    },
  );

  test('from development to production and back there is always a pod that answers', {
    timeout: 600_000,
  }, async () => {
    const space = await testbed.space();
    const archive = await archiveOf('gemini-agent');
    await space.helm('install', 'app', archive, '--values', valuesOf('development'), ...WAIT);
    const service = await watchEndpoints(testbed.api, space, NAME);
    for (const [preset, count, key] of [
      ['production', 5, 'gemini-agent-production'],
      ['staging', 3, 'gemini-agent-staging'],
      ['development', 1, 'your-own-key'],
    ] as const) {
      const force = preset === 'development' ? ['--force-conflicts'] : [];
      await space.helm('upgrade', 'app', archive, '--values', valuesOf(preset), ...force, ...WAIT);
      await settle(space);
      // The autoscaler takes pods away only after minutes.
      const agents = await readyAgents(space, (found) => found >= count);
      expect(agents.length).toBeGreaterThanOrEqual(count);
      // The store answers a moment after the upgrade.
      expect(
        await until(
          () => googleApiKey(space),
          (found) => found === key,
        ),
      ).toBe(key);
    }
    const seen = service.stop();
    expect(seen.most).toBeGreaterThanOrEqual(5);
    expect(seen.fewest).toBeGreaterThanOrEqual(1);
  });
});

function valuesOf(preset: string): string {
  const found = cases().find(({ chart, name }) => chart === 'gemini-agent' && name === preset);
  if (found === undefined) throw new Error(`there is no preset ${preset}`);
  return found.values;
}

const isAgent = ({ metadata }: V1Pod) => metadata?.labels?.['app.kubernetes.io/name'] === 'gemini-agent';
const isReady = ({ status }: V1Pod) =>
  (status?.conditions ?? []).some(({ type, status: value }) => type === 'Ready' && value === 'True');
const nodeOf = ({ spec }: V1Pod) => spec?.nodeName ?? '';

/** The pods of the agent that are ready, once there are as many as wanted. */
async function readyAgents(space: Space, isWanted: (count: number) => boolean): Promise<readonly V1Pod[]> {
  return until(
    async () => (await livePods(space)).filter((pod) => isAgent(pod) && isReady(pod)),
    (pods) => isWanted(pods.length),
  );
}

async function zonesOf(pods: readonly V1Pod[]): Promise<readonly (string | undefined)[]> {
  const nodes = await testbed.api.list<V1Node>('nodes', '');
  return pods.map(
    (pod) =>
      nodes.find(({ metadata }) => metadata?.name === nodeOf(pod))?.metadata?.labels?.[
        'topology.kubernetes.io/zone'
      ],
  );
}

type Metric = NonNullable<NonNullable<V2HorizontalPodAutoscaler['spec']>['metrics']>[number];
const metricOf = ({ resource, pods }: Metric) => resource?.name ?? pods?.metric.name;

/** A node with an agent whose Redis, bound to its volume, is elsewhere; the agent's own where there is only one. */
async function nodeWithoutRedis(space: Space, agents: readonly V1Pod[]): Promise<string> {
  const others = (await livePods(space)).filter((pod) => !isAgent(pod)).map(nodeOf);
  const nodes = agents.map(nodeOf);
  return nodes.find((node) => !others.includes(node)) ?? nodes[0] ?? '';
}

/** As `kubectl drain`: no new pods, and each one asked to go until the budget lets it. */
async function drain(space: Space, node: string): Promise<void> {
  await testbed.api.patch('nodes', '', node, { spec: { unschedulable: true } });
  const here = (await livePods(space)).filter((pod) => isAgent(pod) && nodeOf(pod) === node);
  expect(here).not.toEqual([]);
  for (const { metadata } of here) {
    const path = `/api/v1/namespaces/${space.name}/pods/${metadata?.name}/eviction`;
    const body = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name: metadata?.name } };
    const outcome = await until(
      () =>
        testbed.api.call('POST', path, body).then(
          () => 'gone',
          (error: unknown) => String(error),
        ),
      (said) => said === 'gone',
    );
    expect(outcome).toBe('gone');
  }
}

function slices(space: Space): Promise<readonly V1EndpointSlice[]> {
  return space.list<V1EndpointSlice>('discovery.k8s.io/v1/endpointslices');
}

/** Endpoints of the agent's Service that take requests. */
function readyIn(found: readonly V1EndpointSlice[]): number {
  return found
    .filter(({ metadata }) => metadata?.labels?.['kubernetes.io/service-name'] === NAME)
    .flatMap(({ endpoints }) => endpoints ?? [])
    .filter(({ conditions }) => conditions?.ready).length;
}

async function googleApiKey(space: Space): Promise<string> {
  const secrets = await space.list<V1Secret>('secrets');
  const data = secrets.find(({ metadata }) => metadata?.name === NAME)?.data ?? {};
  return Buffer.from(data.GOOGLE_API_KEY ?? '', 'base64').toString();
}
