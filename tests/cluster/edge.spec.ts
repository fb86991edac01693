import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KubernetesObject, V1Ingress, V1Service } from '@kubernetes/client-node';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { archiveOf } from '../../tools/cases/cases.ts';
import { goModuleFolder } from '../../tools/toolchain/go.ts';
import { footprint } from './observe.ts';
import { type Space, useCluster, WAIT } from './testbed.ts';
import { until } from './until.ts';

const APP = 'image.repository=app,image.tag=v1,replicaCount=2';
const NGINX = 'nginx.ingress.kubernetes.io/';
const TRAEFIK = 'traefik.ingress.kubernetes.io/';
const EDGE = 'ingress.enabled=true,global.ingress.domain=example.com,ingress.rateLimit.requestsPerSecond=20';

const testbed = useCluster('default');

test('an edge goes from Traefik to nginx and to none without a new pod, and leaves nothing behind', {
  timeout: 600_000,
}, async () => {
  const { space, upgrade } = await installed(`${EDGE},ingress.preset=traefik`);
  const { pods } = await footprint(space);

  expect(await namesOf(space, 'middlewares')).toEqual([
    'app-streamlit-body-size',
    'app-streamlit-rate-limit',
  ]);
  expect(await namesOf(space, 'serverstransports')).toEqual(['app-streamlit']);
  expect(await annotations(space, 'networking.k8s.io/v1/ingresses')).toMatchObject({
    [`${TRAEFIK}router.middlewares`]: ['rate-limit', 'body-size']
      .map((name) => `${space.name}-app-streamlit-${name}@kubernetescrd`)
      .join(),
  });
  expect(await annotations(space, 'services')).toMatchObject({
    [`${TRAEFIK}service.sticky.cookie`]: 'true',
    [`${TRAEFIK}service.sticky.cookie.name`]: 'app-streamlit',
    [`${TRAEFIK}service.serverstransport`]: `${space.name}-app-streamlit@kubernetescrd`,
  });

  await upgrade(`${EDGE},ingress.preset=nginx`);
  expect(await namesOf(space, 'middlewares')).toEqual([]);
  expect(await namesOf(space, 'serverstransports')).toEqual([]);
  expect(keysOf(await annotations(space, 'services'), TRAEFIK)).toEqual([]);
  expect(await annotations(space, 'networking.k8s.io/v1/ingresses')).toMatchObject({
    [`${NGINX}affinity`]: 'cookie',
    [`${NGINX}limit-rps`]: '20',
    [`${NGINX}proxy-body-size`]: '210m',
    [`${NGINX}proxy-read-timeout`]: '3600',
  });

  await upgrade(`${EDGE},ingress.preset=none`);
  expect(keysOf(await annotations(space, 'networking.k8s.io/v1/ingresses'), NGINX)).toEqual([]);
  expect((await footprint(space)).pods).toEqual(pods);
});

test('a Service knows its clients by address, for as long as it is told', { timeout: 600_000 }, async () => {
  const { space, upgrade } = await installed('service.sessionAffinityTimeoutSeconds=600');
  const affinity = async () => {
    const [service] = await space.list<V1Service>('services');
    return [service?.spec?.sessionAffinity, service?.spec?.sessionAffinityConfig?.clientIP?.timeoutSeconds];
  };
  expect(await affinity()).toEqual(['ClientIP', 600]);
  const notes = await upgrade('service.sessionAffinity=None');
  expect(await affinity()).toEqual(['None', undefined]);
  expect(notes).toContain('WARNING: up to 2 pods run and a session lives in one of them');
  expect(await upgrade('replicaCount=1,service.sessionAffinity=None')).not.toContain('WARNING');
});

test('a sticky HTTPRoute needs the experimental channel of the Gateway API', {
  timeout: 600_000,
}, async () => {
  const route = 'httpRoute.enabled=true,httpRoute.parentRefs[0].name=gateway';
  const sticky = `${route},httpRoute.sticky.enabled=true,httpRoute.sticky.maxAgeSeconds=100000`;
  const { space, upgrade } = await installed(APP);
  expect(await upgrade(route)).toContain('httpRoute.sticky.enabled is false');
  const { message } = await space.refused(...(await upgradeArgs(sticky)));
  expect(message).toContain('sessionPersistence');

  await useExperimentalRoutes();
  // The server publishes the new schema a moment after it took the definition.
  const notes = await until(
    () => upgrade(sticky).catch(() => undefined),
    (output) => output !== undefined,
  );
  expect(notes?.match(/WARNING.*/g)).toEqual([
    'WARNING: it does so under every name that leads to its Gateway: set httpRoute.hostnames.',
    'WARNING: it asks nobody who they are, and whoever reaches it may use it.',
  ]);
  const [found] = await space.list<KubernetesObject & { spec: { rules: readonly object[] } }>(
    'gateway.networking.k8s.io/v1/httproutes',
  );
  expect(found?.spec.rules).toMatchObject([
    {
      sessionPersistence: {
        type: 'Cookie',
        sessionName: 'app-streamlit',
        absoluteTimeout: '27h2800s',
        cookieConfig: { lifetimeType: 'Permanent' },
      },
    },
  ]);
});

async function installed(set: string) {
  const space = await testbed.space();
  await space.helm('install', ...(await upgradeArgs(set)).slice(1));
  const upgrade = async (values: string) => space.helm(...(await upgradeArgs(values)));
  return { space, upgrade };
}

async function upgradeArgs(set: string): Promise<readonly string[]> {
  return ['upgrade', 'app', await archiveOf('streamlit'), '--set', `${APP},${set}`, ...WAIT];
}

async function namesOf(space: Space, kind: string): Promise<readonly (string | undefined)[]> {
  return (await space.list(`traefik.io/v1alpha1/${kind}`)).map(({ metadata }) => metadata?.name).sort();
}

async function annotations(space: Space, resource: string): Promise<Readonly<Record<string, string>>> {
  const [found] = await space.list<V1Ingress | V1Service>(resource);
  return found?.metadata?.annotations ?? {};
}

function keysOf(map: Readonly<Record<string, string>>, prefix: string): readonly string[] {
  return Object.keys(map).filter((key) => key.startsWith(prefix));
}

async function useExperimentalRoutes(): Promise<void> {
  const module = await goModuleFolder('crds', 'sigs.k8s.io/gateway-api');
  const file = join(module, 'config/crd/experimental/gateway.networking.k8s.io_httproutes.yaml');
  const crd = parse(await readFile(file, 'utf8')) as KubernetesObject & { spec: object };
  await testbed.api.patch(
    'apiextensions.k8s.io/v1/customresourcedefinitions',
    '',
    'httproutes.gateway.networking.k8s.io',
    { spec: crd.spec },
  );
}
