import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { V1Deployment, V1Service } from '@kubernetes/client-node';
import { describe, expect, test } from 'vitest';
import { CLUSTER_RESOURCES } from '../../generators/src/features/pod/rbac/cluster-resources.ts';
import { load } from '../../generators/src/generate.ts';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { archiveOf, cases, hardwareOf } from '../../tools/cases/cases.ts';
import { podSecurityOf } from '../render/release.ts';
import { members } from './members.ts';
import { footprint, leftovers, livePods } from './observe.ts';
import { type Space, useCluster, WAIT } from './testbed.ts';
import { until } from './until.ts';

const API =
  'image.repository=api,image.tag=v1,connections.ollama.host=ollama,connections.ollama.waitSeconds=0';

const testbed = useCluster('default');
const loaded = await load(process.cwd());

/** Cases for the same machines. */
const byChart = Map.groupBy(
  cases().filter((one) => hardwareOf(one) === 'default'),
  ({ chart }) => chart,
);
/** Cases that do not read the data of the chart's other ones, or leave it behind, have no volume or one for another machine, serve by another track, or bring keys of their own. */
const OTHER_DATA = [
  'redis valkey',
  'minio rustfs',
  'postgres old-major',
  'postgres cloudnative-pg',
  'postgres external',
  'jaeger memory',
  'langchain-api blue-green',
  'langchain-api canary',
  'streamlit canary',
  'ai-platform cpu',
  'voice-ai full',
];
const switching = [...byChart]
  .map(
    ([chart, list]) => [chart, list.filter(({ name }) => !OTHER_DATA.includes(`${chart} ${name}`))] as const,
  )
  .filter(([, list]) => list.length > 1);

describe.concurrent('a live release goes from case to case and back', () => {
  test.each(switching)('of %s', { timeout: 900_000 }, async (chart, list) => {
    const levels = list.map((one) => podSecurityOf(one, loaded));
    const space = await testbed.space(levels.includes('privileged') ? 'privileged' : 'restricted');
    const archive = await archiveOf(chart);
    const given = chart === 'ai-platform' ? ['--set', `preflight.removals={${members.join()}}`] : [];
    const [first, ...others] = list.map(({ values }) => [
      'app',
      archive,
      '--values',
      values,
      ...given,
      ...WAIT,
    ]);
    await space.helm('install', ...(first ?? []));
    const names = await leftovers(testbed.api, space);
    const { secrets, claims } = await footprint(space);
    // An upgrade with an empty values file would keep the values of the last one.
    for (const args of [...others, first ?? []])
      await space.helm('upgrade', ...args, '--reset-values', '--force-conflicts');
    const going = (found: readonly string[]) => found.filter((name) => !isKept(name));
    const left = await until(
      async () => lasting(await leftovers(testbed.api, space)),
      (found) => going(found).join() === going(lasting(names)).join(),
    );
    expect(going(left)).toEqual(going(lasting(names)));
    expect(lasting(names).filter((name) => !left.includes(name))).toEqual([]);
    const now = await footprint(space);
    expect(now.secrets).toMatchObject(secrets);
    expect(now.claims).toMatchObject(claims);
  });
});

describe.concurrent('autoscaling', () => {
  test('after a scale by hand does not lose a pod, and goes off with force', {
    timeout: 600_000,
  }, async () => {
    const { space, upgrade } = await installed('langchain-api', `${API},replicaCount=3`);
    await scale(space, 4);
    const seen = await watchReplicas(space);
    await upgrade('autoscaling.enabled=true,autoscaling.maxReplicas=5');
    expect((await deployment(space)).spec?.replicas).toBe(4);
    const { message } = await space.refused(...(await upgradeArgs('langchain-api', `${API},replicaCount=3`)));
    expect(message).toContain(
      'conflict with "kubectl" with subresource "scale" using apps/v1: .spec.replicas',
    );
    expect(seen()).toEqual([4]);
    await upgrade('replicaCount=3', '--force-conflicts');
    expect((await deployment(space)).spec?.replicas).toBe(3);
    expect(await space.list('autoscaling/v2/horizontalpodautoscalers')).toEqual([]);
  });

  test('without it drops to one pod for a moment, as the README says', { timeout: 600_000 }, async () => {
    const { space, upgrade } = await installed('langchain-api', `${API},replicaCount=3`);
    const seen = await watchReplicas(space);
    await upgrade('autoscaling.enabled=true');
    const end = await until(
      () => deployment(space),
      ({ spec }) => spec?.replicas === 2,
    );
    expect(end.spec?.replicas).toBe(2);
    expect(seen()).toEqual([3, 1, 2]);
    const readme = await readFile(join(CHARTS, 'langchain-api', 'README.md'), 'utf8');
    expect(readme).toContain('Turning `autoscaling.enabled` on drops a release to one pod for a moment');
    expect(readme).toContain('turn it off with `helm upgrade --force-conflicts`');
  });
});

test.concurrent('an Ingress becomes an HTTPRoute without a new pod', { timeout: 600_000 }, async () => {
  const { space, upgrade } = await installed(
    'langchain-api',
    `${API},ingress.enabled=true,global.ingress.domain=example.com`,
  );
  const { pods } = await footprint(space);
  await upgrade('ingress.enabled=false,httpRoute.enabled=true,httpRoute.parentRefs[0].name=gateway');
  expect(await space.list('networking.k8s.io/v1/ingresses')).toEqual([]);
  expect(await space.list('gateway.networking.k8s.io/v1/httproutes')).toHaveLength(1);
  await upgrade('ingress.enabled=true,httpRoute.enabled=false');
  expect(await space.list('networking.k8s.io/v1/ingresses')).toHaveLength(1);
  expect(await space.list('gateway.networking.k8s.io/v1/httproutes')).toEqual([]);
  expect((await footprint(space)).pods).toEqual(pods);
});

test.concurrent('a Deployment goes from RollingUpdate to Recreate and back', {
  timeout: 600_000,
}, async () => {
  const { space, upgrade } = await installed('langchain-api', API);
  await upgrade('updateStrategy.type=Recreate,podAnnotations.a=b');
  expect((await deployment(space)).spec?.strategy).toEqual({ type: 'Recreate' });
  await upgrade('podAnnotations.a=c');
  expect((await deployment(space)).spec?.strategy).toEqual({
    type: 'RollingUpdate',
    rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
  });
});

test.concurrent('the type of a Service changes and its address stays', { timeout: 600_000 }, async () => {
  const { space, upgrade } = await installed('langchain-api', API);
  const service = async () =>
    (await space.list<V1Service>('services')).find(({ metadata }) => metadata?.name === 'app-langchain-api');
  const address = (await service())?.spec?.clusterIP;
  const { pods } = await footprint(space);
  for (const type of ['NodePort', 'LoadBalancer', 'ClusterIP']) {
    await upgrade(`service.type=${type}`);
    const { spec } = (await service()) ?? {};
    expect(spec).toMatchObject({ type, clusterIP: address });
    expect((spec?.ports?.[0]?.nodePort ?? 0) > 0).toBe(type !== 'ClusterIP');
  }
  expect((await footprint(space)).pods).toEqual(pods);
});

describe.concurrent('a volume', () => {
  test('cannot change its size in place: the release stays as it is, and the README says so', {
    timeout: 600_000,
  }, async () => {
    const { space, upgrade } = await installed('redis', 'exporter.enabled=true');
    const before = await footprint(space);
    const { message } = await space.refused(
      ...(await upgradeArgs('redis', 'exporter.enabled=true,persistence.size=9Gi')),
    );
    expect(message).toContain('persistence.size would change from 8Gi to 9Gi, and Kubernetes lets nobody');
    expect(await footprint(space)).toEqual(before);
    await upgrade('exporter.enabled=true');
    expect(await footprint(space)).toEqual(before);
    const readme = await readFile(join(CHARTS, 'redis', 'README.md'), 'utf8');
    expect(readme).toContain(
      'The size and class of a claim, and `persistence.enabled` of a StatefulSet, cannot be changed in place.',
    );
  });
});

describe.concurrent('values of the last upgrade', () => {
  test.each(['--reuse-values', '--reset-then-reuse-values'])(
    'are kept with %s',
    { timeout: 600_000 },
    async (flag) => {
      const { space } = await installed('redis', 'auth.password=mine,podLabels.team=data');
      await space.helm(
        'upgrade',
        'app',
        await archiveOf('redis'),
        flag,
        '--set',
        'podLabels.tier=cache',
        ...WAIT,
      );
      const [pod] = await livePods(space);
      expect(pod?.metadata?.labels).toMatchObject({ team: 'data', tier: 'cache' });
      expect(Object.values((await footprint(space)).secrets)).toEqual([
        { password: Buffer.from('mine').toString('base64') },
      ]);
    },
  );

  test.each([...byChart.keys()])('are taken along as the README of %s says', async (chart) => {
    expect(await readFile(join(CHARTS, chart, 'README.md'), 'utf8')).toContain(
      'helm upgrade --reset-then-reuse-values',
    );
  });
});

/** A release `app` in a namespace of its own, and a way to upgrade it with further values. */
async function installed(chart: string, set: string) {
  const space = await testbed.space();
  await space.helm('install', 'app', await archiveOf(chart), '--set', set, ...WAIT);
  const upgrade = async (values: string, ...args: readonly string[]) =>
    space.helm(...(await upgradeArgs(chart, `${set},${values}`)), ...args);
  return { space, upgrade };
}

async function upgradeArgs(chart: string, set: string): Promise<readonly string[]> {
  return ['upgrade', 'app', await archiveOf(chart), '--set', set, ...WAIT];
}

async function deployment(space: Space): Promise<V1Deployment> {
  const [found] = await space.list<V1Deployment>('apps/v1/deployments');
  if (found === undefined) throw new Error(`there is no Deployment in ${space.name}`);
  return found;
}

/** As `kubectl scale` does it. */
async function scale(space: Space, replicas: number): Promise<void> {
  const path = `/apis/apps/v1/namespaces/${space.name}/deployments/app-langchain-api/scale?fieldManager=kubectl`;
  await testbed.api.call(
    'PATCH',
    path,
    { spec: { replicas } },
    { 'content-type': 'application/merge-patch+json' },
  );
}

/** The numbers of replicas that the Deployment asked for since then, one after the other. */
async function watchReplicas(space: Space): Promise<() => readonly number[]> {
  const seen: number[] = [];
  const stop = await testbed.api.watch<V1Deployment>('apps/v1/deployments', space.name, ({ object }) => {
    const replicas = object.spec?.replicas ?? 1;
    if (seen.at(-1) !== replicas) seen.push(replicas);
  });
  return () => {
    stop();
    return seen;
  };
}

/** Names without what changes with every upgrade: Helm's own Secrets, pods, and the ends of the names of Jobs. */
function lasting(names: readonly string[]): readonly string[] {
  return names
    .filter((name) => !/^(Pod\/|Secret\/sh\.helm\.)/.test(name))
    .map((name) => name.replace(/^(Job\/.*)-[0-9a-f]{8}$/, '$1'))
    .sort();
}

function isKept(name: string): boolean {
  return /^(Secret|ExternalSecret|PersistentVolumeClaim|VolumeSnapshot)\//.test(name);
}

interface Groups {
  readonly items: readonly {
    readonly metadata: { readonly name?: string };
    readonly versions: readonly {
      readonly resources?: readonly { readonly resource: string; readonly scope: string }[];
    }[];
  }[];
}

test('what a Role cannot give is what the API server has for the whole cluster', async () => {
  const accept = { accept: 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList' };
  const groups = await Promise.all(
    ['/api', '/apis'].map((path) => testbed.api.call<Groups>('GET', path, undefined, accept)),
  );
  const served = groups
    .flatMap(({ items }) => items)
    .flatMap(({ metadata: { name = '' }, versions }) =>
      versions.flatMap(({ resources = [] }) =>
        resources.map(({ resource, scope }) => ({ group: name, resource, scope })),
      ),
    );
  const isListed = ({ group, resource }: (typeof served)[number]) =>
    CLUSTER_RESOURCES[group]?.includes(resource) ?? false;
  const own = served.filter(({ group }) => group in CLUSTER_RESOURCES);
  const missing = own.filter((one) => one.scope === 'Cluster' && !isListed(one));
  expect([...new Set(missing.map(({ resource }) => resource))]).toEqual(['namespaces']);
  expect(own.filter((one) => one.scope === 'Namespaced' && isListed(one))).toEqual([]);
  expect(own.filter(isListed).length).toBeGreaterThan(20);
});
