import type {
  KubernetesObject,
  V1Deployment,
  V1EndpointSlice,
  V1Ingress,
  V1Pod,
  V1Service,
} from '@kubernetes/client-node';
import { describe, expect, test } from 'vitest';
import { archiveOf } from '../../tools/cases/cases.ts';
import { watchEndpoints } from './endpoints.ts';
import { leftovers } from './observe.ts';
import { type Space, useCluster, WAIT } from './testbed.ts';
import { until } from './until.ts';

const NAME = 'app-langchain-api';
const API =
  'image.repository=api,image.tag=v1,connections.ollama.host=ollama,connections.ollama.waitSeconds=0';
const ROUTE = 'httpRoute.enabled=true,httpRoute.parentRefs[0].name=gateway';
const NEXT = 'rollout.candidate.image.tag=next';
const GREEN = `rollout.mode=blueGreen,${NEXT}`;
const CANARY = `rollout.mode=canary,${NEXT},${ROUTE}`;

const testbed = useCluster();

describe.concurrent('blue-green', () => {
  test('switches and goes back without a moment without endpoints', { timeout: 900_000 }, async () => {
    const { space, upgrade } = await installed();
    const stable = await deployment(space, NAME);
    const service = await watchEndpoints(testbed.api, space, NAME);

    await upgrade(GREEN);
    expect(await imagesBehind(space, `${NAME}-preview`)).toEqual(['api:next']);
    await upgrade(`${GREEN},rollout.blueGreen.serve=green`);
    expect(await imagesBehind(space, NAME, 'next')).toEqual(['api:next']);
    expect(await imagesBehind(space, `${NAME}-preview`, 'v1')).toEqual(['api:v1']);
    await upgrade(GREEN);
    expect(await imagesBehind(space, NAME, 'v1')).toEqual(['api:v1']);
    await upgrade(`${GREEN},rollout.blueGreen.serve=green`);
    await upgrade(`${GREEN},image.tag=next,rollout.blueGreen.serve=green`);
    await upgrade(`${GREEN},image.tag=next`);
    await upgrade('image.tag=next');

    const end = await until(
      () => space.list<V1Deployment>('apps/v1/deployments'),
      (found) => found.length === 1,
    );
    expect(end.map(({ metadata }) => metadata?.name)).toEqual([NAME]);
    expect(end[0]?.metadata?.uid).toBe(stable.metadata?.uid);
    expect(end[0]?.spec?.selector).toEqual(stable.spec?.selector);
    expect((await leftovers(testbed.api, space)).filter((name) => /green|preview/.test(name))).toEqual([]);
    const seen = service.stop();
    expect(seen.tracks).toEqual(['stable', 'green', 'stable', 'green', 'stable']);
    expect(seen.fewest).toBeGreaterThan(0);
  });

  test('is not left while green serves, nor switched to a track without pods', {
    timeout: 900_000,
  }, async () => {
    const { space, upgrade, refused } = await installed();
    expect(await refused(`${GREEN},rollout.blueGreen.serve=green`)).toContain(
      `the Service ${NAME} would lead to the track green, and the Deployment ${NAME}-green has no available pod: keep rollout.blueGreen.serve=stable until it has, then switch.`,
    );
    await upgrade(GREEN);
    await upgrade(`${GREEN},rollout.blueGreen.serve=green`);
    const left = `the Service ${NAME} leads to the track green, which rollout.mode`;
    const remedy = 'first set rollout.mode=blueGreen and rollout.blueGreen.serve=stable, then leave.';
    for (const [mode, values] of [
      ['rolling', NEXT],
      ['recreate', `rollout.mode=recreate,${NEXT}`],
      ['canary', CANARY],
    ])
      expect(await refused(values ?? '')).toContain(`${left} ${mode} would remove: ${remedy}`);
    await scaleToZero(space, NAME);
    expect(await refused(GREEN)).toContain(`the Deployment ${NAME} has no available pod`);
    expect((await serviceNamed(space, NAME))?.spec?.selector?.track).toBe('green');
  });
});

describe.concurrent('a canary', () => {
  test('comes, takes its share and goes without a moment without endpoints', {
    timeout: 900_000,
  }, async () => {
    const { space, upgrade, refused } = await installed();
    const service = await watchEndpoints(testbed.api, space, NAME);
    await upgrade(ROUTE);
    expect(await refused(`${CANARY},rollout.canary.weight=10`)).toContain(
      `the canary would get requests, and the Deployment ${NAME}-canary has no available pod: keep rollout.canary.weight=0 until it has, then raise it.`,
    );
    await upgrade(CANARY);
    const canary = await watchEndpoints(testbed.api, space, `${NAME}-canary`);
    expect(await weights(space)).toEqual({ [NAME]: 100, [`${NAME}-canary`]: 0 });
    await upgrade(`${CANARY},rollout.canary.weight=10`);
    expect(await weights(space)).toEqual({ [NAME]: 90, [`${NAME}-canary`]: 10 });
    expect(await imagesBehind(space, `${NAME}-canary`)).toEqual(['api:next']);
    expect(await refused(ROUTE)).toContain(
      `the canary of ${NAME} answers 10 percent of the requests, and rollout.mode rolling would remove it: first set rollout.mode=canary and rollout.canary.weight=0, then leave.`,
    );
    expect(await refused(`${GREEN},${ROUTE}`)).toContain('rollout.mode blueGreen would remove it');
    await upgrade(`${CANARY},image.tag=next,rollout.canary.weight=10`);
    await upgrade(`${CANARY},image.tag=next`);
    expect(canary.stop().fewest).toBeGreaterThan(0);
    await upgrade(`${ROUTE},image.tag=next`);
    const seen = service.stop();
    expect(seen.tracks).toEqual(['stable']);
    expect(seen.fewest).toBeGreaterThan(0);
    const gone = await until(
      async () => (await leftovers(testbed.api, space)).filter((name) => name.includes('canary')),
      (names) => names.length === 0,
    );
    expect(gone).toEqual([]);
  });

  test('gets its share from ingress-nginx and Traefik too', { timeout: 900_000 }, async () => {
    const { space, upgrade } = await installed();
    const edge = (preset: string, weight: number) =>
      `rollout.mode=canary,${NEXT},ingress.enabled=true,global.ingress.domain=example.com,ingress.preset=${preset},rollout.canary.weight=${weight}`;
    await upgrade(edge('nginx', 0));
    await upgrade(edge('nginx', 25));
    const ingresses = await space.list<V1Ingress>('networking.k8s.io/v1/ingresses');
    expect(
      ingresses.map(({ metadata, spec }) => [
        metadata?.annotations?.['nginx.ingress.kubernetes.io/canary-weight'] ?? '',
        spec?.rules?.[0]?.http?.paths[0]?.backend.service?.name,
      ]),
    ).toEqual([
      ['', NAME],
      ['25', `${NAME}-canary`],
    ]);
    await upgrade(edge('traefik', 25));
    expect(await space.list('networking.k8s.io/v1/ingresses')).toHaveLength(1);
    const [shared] = await space.list<Weighted>('traefik.io/v1alpha1/traefikservices');
    expect(shared?.spec.weighted.services.map(({ name, weight }) => [name, weight])).toEqual([
      [NAME, 75],
      [`${NAME}-canary`, 25],
    ]);
    expect(await space.list('traefik.io/v1alpha1/ingressroutes')).toHaveLength(1);
  });
});

test.concurrent('recreate stops all pods before it starts any: the one mode with a gap', {
  timeout: 600_000,
}, async () => {
  const { space, upgrade } = await installed();
  const service = await watchEndpoints(testbed.api, space, NAME);
  await upgrade('rollout.mode=recreate');
  await upgrade('rollout.mode=recreate,podAnnotations.a=b');
  expect((await deployment(space, NAME)).spec?.strategy).toEqual({ type: 'Recreate' });
  expect(service.stop().fewest).toBe(0);
});

interface Weighted extends KubernetesObject {
  readonly spec: {
    readonly weighted: { readonly services: readonly { readonly name: string; readonly weight: number }[] };
  };
}

interface Route extends KubernetesObject {
  readonly spec: {
    readonly rules: readonly {
      readonly backendRefs: readonly { readonly name: string; readonly weight: number }[];
    }[];
  };
}

/** A release `app` of langchain-api, and ways to upgrade it with further values. */
async function installed() {
  const space = await testbed.space();
  const archive = await archiveOf('langchain-api');
  await space.helm('install', 'app', archive, '--set', API, ...WAIT);
  const args = (values: string) => ['upgrade', 'app', archive, '--set', `${API},${values}`, ...WAIT];
  return {
    space,
    upgrade: (values: string) => space.helm(...args(values)),
    refused: async (values: string) => (await space.refused(...args(values))).message,
  };
}

/** Images of the ready pods behind a Service, each once, as soon as all of them end in a tag. */
async function imagesBehind(space: Space, service: string, tag = ''): Promise<readonly string[]> {
  return until(
    async () => {
      const slices = await space.list<V1EndpointSlice>('discovery.k8s.io/v1/endpointslices');
      const names = slices
        .filter(({ metadata }) => metadata?.labels?.['kubernetes.io/service-name'] === service)
        .flatMap(({ endpoints }) => endpoints ?? [])
        .filter(({ conditions }) => conditions?.ready)
        .map(({ targetRef }) => targetRef?.name);
      const pods = await space.list<V1Pod>('pods');
      const images = pods
        .filter(({ metadata }) => names.includes(metadata?.name))
        .map(({ spec }) => spec?.containers[0]?.image ?? '');
      return [...new Set(images)];
    },
    (images) => images.length > 0 && images.every((image) => image.endsWith(tag)),
  );
}

async function deployment(space: Space, name: string): Promise<V1Deployment> {
  const found = (await space.list<V1Deployment>('apps/v1/deployments')).find(
    ({ metadata }) => metadata?.name === name,
  );
  if (found === undefined) throw new Error(`there is no Deployment ${name} in ${space.name}`);
  return found;
}

async function serviceNamed(space: Space, name: string): Promise<V1Service | undefined> {
  return (await space.list<V1Service>('services')).find(({ metadata }) => metadata?.name === name);
}

async function scaleToZero(space: Space, name: string): Promise<void> {
  await testbed.api.patch('apps/v1/deployments', space.name, name, { spec: { replicas: 0 } });
  await until(
    () => deployment(space, name),
    ({ status }) => (status?.availableReplicas ?? 0) === 0,
  );
}

/** Weights of the backends of the only HTTPRoute. */
async function weights(space: Space): Promise<Readonly<Record<string, number>>> {
  const [route] = await space.list<Route>('gateway.networking.k8s.io/v1/httproutes');
  return Object.fromEntries(
    (route?.spec.rules[0]?.backendRefs ?? []).map(({ name, weight }) => [name, weight]),
  );
}
