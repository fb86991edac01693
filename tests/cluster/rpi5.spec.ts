import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  KubernetesObject,
  V1HorizontalPodAutoscaler,
  V1Ingress,
  V1Node,
  V1Pod,
} from '@kubernetes/client-node';
import { expect, test } from 'vitest';
import { findKubectl } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import { parseQuantity } from '../../generators/src/schema/quantity.ts';
import { archiveOf, cases } from '../../tools/cases/cases.ts';
import { livePods, ownSecrets, settle } from './observe.ts';
import { type Space, useCluster, WAIT } from './testbed.ts';
import { until } from './until.ts';

const GIB = 2 ** 30;
const testbed = useCluster('rpi5');

test('a login in front of both hosts is what the preset’s last lines say', { timeout: 600_000 }, async () => {
  const space = await testbed.space();
  const { values = '' } = cases().find(({ chart, name }) => chart === 'ai-platform' && name === 'rpi5') ?? {};
  const [, commands = '', added = ''] =
    /For a login[^\n]*\n((?:# {3}.*\n)+)# and add these values[^\n]*\n((?:#.*\n)+)$/.exec(
      readFileSync(values, 'utf8'),
    ) ?? [];
  const here = (text: string) =>
    text
      .replace(/^# ?/gm, '')
      .replaceAll('ai-llm-login', `${space.name}-llm-login`)
      .replace('--namespace ai', `--namespace ${space.name}`);
  const folder = mkdtempSync(join(tmpdir(), 'login-'));
  writeFileSync(join(folder, 'users'), 'somebody:$apr1$8eyVbOXu$uUjYQPQVZXUzrKwoOn8sJ/\n');
  writeFileSync(join(folder, 'login.yaml'), here(added));
  const [words = ''] = here(commands).match(/kubectl .*/) ?? [];
  const { code, stderr } = await run(await findKubectl(), words.split(' ').slice(1), {
    cwd: folder,
    env: { KUBECONFIG: testbed.cluster.kubeconfig },
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });

  const files = ['--values', values, '--values', join(folder, 'login.yaml')];
  await space.helm('install', 'app', await archiveOf('ai-platform'), ...files, ...WAIT);
  rmSync(folder, { recursive: true });
  const [login] = (
    await space.list<KubernetesObject & { readonly spec: unknown }>('traefik.io/v1alpha1/middlewares')
  ).filter(({ metadata }) => metadata?.name === 'llm-login');
  expect(login?.spec).toEqual({ basicAuth: { secret: 'llm-users' } });
  const [secret] = (await ownSecrets(space)).filter(({ metadata }) => metadata?.name === 'llm-users');
  expect(Object.keys(secret?.data ?? {})).toEqual(['users']);
  const ingresses = await space.list<V1Ingress>('networking.k8s.io/v1/ingresses');
  expect(ingresses.map(({ metadata }) => metadata?.name).sort()).toEqual([
    'app-langchain-api',
    'app-llm-web',
  ]);
  for (const { metadata } of ingresses)
    expect(metadata?.annotations?.['traefik.ingress.kubernetes.io/router.middlewares']).toMatch(
      new RegExp(`(^|,)${space.name}-llm-login@kubernetescrd`),
    );
  await space.helm('uninstall', 'app', ...WAIT);
});

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
