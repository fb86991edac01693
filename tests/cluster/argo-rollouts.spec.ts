import type { KubernetesObject, V1Deployment, V1ReplicaSet, V1Service } from '@kubernetes/client-node';
import { expect, test } from 'vitest';
import { archiveOf } from '../../tools/cases/cases.ts';
import { strictValidator } from '../../tools/checks/strict.ts';
import { watchEndpoints } from './endpoints.ts';
import { leftovers, releaseObjects } from './observe.ts';
import { type Space, useCluster, WAIT } from './testbed.ts';
import { until } from './until.ts';

const NAME = 'app-langchain-api';
const SHARES = [`${NAME}-argo-stable`, `${NAME}-argo-canary`];
const VALUES = [
  'image.repository=api,image.tag=v1',
  'connections.ollama.host=ollama',
  'connections.ollama.waitSeconds=0',
  'connections.prometheus.host=prometheus',
  'httpRoute.enabled=true',
  'httpRoute.parentRefs[0].name=gateway',
];
const PLAIN = 'rollout.mode=rolling';
const BESIDE = 'rollout.mode=canary,rollout.canary.argo.enabled=true';
const SERVING = `${BESIDE},rollout.canary.argo.serve=rollout`;

const testbed = useCluster();

// No controller of Argo Rollouts runs here: what it would write to the API is written by `bringUp` and `share`.
test('the Rollout takes over from the Deployment and gives back without a moment without endpoints', {
  timeout: 900_000,
}, async () => {
  const space = await testbed.space();
  const archive = await archiveOf('langchain-api');
  const args = (values: string) => ['app', archive, '--set', [...VALUES, values].join(), ...WAIT];
  const upgrade = (values: string, ...more: readonly string[]) =>
    space.helm('upgrade', ...args(values), ...more);
  const refused = async (values: string) => (await space.refused('upgrade', ...args(values))).message;

  await space.helm('install', ...args(PLAIN));
  const main = await watchEndpoints(testbed.api, space, NAME);
  const before = await deployment(space);
  expect(await refused(SERVING)).toContain(
    `the Rollout ${NAME} would serve, and it has 0 of 2 available pods and the Service ${SHARES[0]} leads to none: keep rollout.canary.argo.serve=deployment until Argo Rollouts has brought them up, then switch.`,
  );
  await upgrade(BESIDE);
  const findings = await until(
    async () =>
      (await releaseObjects(space, 'app')).flatMap(await strictValidator(testbed.cluster.kubeconfig)),
    (found) => found.length === 0,
  );
  expect(findings).toEqual([]);
  expect((await deployment(space)).metadata?.generation).toBe(before.metadata?.generation);
  expect(await refused(SERVING)).toContain('0 of 2 available pods');

  await bringUp(space);
  const edge = await watchEndpoints(testbed.api, space, SHARES[0] ?? '');
  await upgrade(SERVING);
  expect((await deployment(space)).spec?.replicas).toBe(0);
  expect(await backends(space)).toEqual([`${SHARES[0]} 100`, `${SHARES[1]} 0`]);
  expect(await selectors(space)).toEqual([{ [HASH]: 'first' }, { [HASH]: 'first' }]);

  await share(space, 10);
  expect(await refused(`${SERVING},image.tag=next`)).toMatch(/conflict.*spec\.rules/s);
  await share(space, 0);
  await upgrade(`${SERVING},image.tag=next`);
  expect((await deployment(space)).spec?.template.spec?.containers[0]?.image).toBe('api:next');
  expect(await selectors(space)).toEqual([{ [HASH]: 'first' }, { [HASH]: 'first' }]);

  expect(await refused(PLAIN)).toContain(
    `the pods of the Rollout ${NAME} serve, and it would be removed: first set rollout.mode=canary with rollout.canary.argo.enabled and rollout.canary.argo.serve=deployment, then leave.`,
  );
  await upgrade(`${BESIDE},image.tag=next`, '--force-conflicts');
  expect(await backends(space)).toEqual([]);
  expect(edge.stop().fewest).toBeGreaterThan(0);
  await scale(space, 1);
  expect(await refused(`${PLAIN},image.tag=next`)).toContain(
    `the Deployment ${NAME} would serve alone, and it has 1 of 2 available pods: keep rollout.canary.argo.enabled until it has them, then leave.`,
  );
  await scale(space, 2);
  await upgrade(`${PLAIN},image.tag=next`, '--force-conflicts');
  const gone = await until(
    async () => (await leftovers(testbed.api, space)).filter((name) => /Rollout|Analysis|argo/.test(name)),
    (names) => names.length === 0,
  );
  expect(gone).toEqual([]);
  const own = await until(
    () => space.list<V1ReplicaSet>('apps/v1/replicasets'),
    (sets) => !sets.some(({ metadata }) => metadata?.name === `${NAME}-first`),
  );
  expect(own.map(({ metadata }) => metadata?.name)).not.toContain(`${NAME}-first`);
  expect((await deployment(space)).metadata?.uid).toBe(before.metadata?.uid);
  expect(main.stop().fewest).toBeGreaterThan(0);
});

const HASH = 'rollouts-pod-template-hash';
const ROLLOUTS = 'argoproj.io/v1alpha1/rollouts';

/** What the controller does first: a ReplicaSet with the pods of the Deployment, the Services lead to them, and the status says so. */
async function bringUp(space: Space): Promise<void> {
  const { spec } = await deployment(space);
  const [rollout] = await space.list(ROLLOUTS);
  const { labels, ...metadata } = spec?.template.metadata ?? {};
  const own = { ...labels, [HASH]: 'first' };
  await testbed.api.create('apps/v1/replicasets', space.name, {
    metadata: {
      name: `${NAME}-first`,
      labels: own,
      ownerReferences: [
        {
          apiVersion: 'argoproj.io/v1alpha1',
          kind: 'Rollout',
          name: NAME,
          uid: rollout?.metadata?.uid,
          controller: true,
        },
      ],
    },
    spec: {
      replicas: 2,
      selector: { matchLabels: { ...spec?.selector.matchLabels, [HASH]: 'first' } },
      template: { ...spec?.template, metadata: { ...metadata, labels: own } },
    },
  });
  const sets = await until(
    () => space.list<V1ReplicaSet>('apps/v1/replicasets'),
    (found) =>
      found.some((set) => set.metadata?.name === `${NAME}-first` && set.status?.availableReplicas === 2),
  );
  expect(
    sets.find(({ metadata: { name } = {} }) => name === `${NAME}-first`)?.status?.availableReplicas,
  ).toBe(2);
  for (const service of SHARES)
    await testbed.api.patch('services', space.name, service, {
      metadata: { annotations: { 'argo-rollouts.argoproj.io/managed-by-rollouts': NAME } },
      spec: { selector: { [HASH]: 'first' } },
    });
  await testbed.api.patch(ROLLOUTS, space.name, `${NAME}/status`, {
    status: {
      replicas: 2,
      availableReplicas: 2,
      stableRS: 'first',
      currentPodHash: 'first',
      phase: 'Healthy',
    },
  });
}

interface Route extends KubernetesObject {
  readonly spec: { readonly rules: readonly { readonly backendRefs: readonly Backend[] }[] };
}

interface Backend {
  readonly name: string;
  readonly weight: number;
}

const ROUTES = 'gateway.networking.k8s.io/v1/httproutes';

/** What the plugin of the controller does in a step: the weights of the only HTTPRoute. */
async function share(space: Space, weight: number): Promise<void> {
  const [route] = await space.list<Route>(ROUTES);
  const rules = route?.spec.rules.map((rule) => ({
    ...rule,
    backendRefs: rule.backendRefs.map((backend) => ({
      ...backend,
      weight: backend.name === SHARES[1] ? weight : 100 - weight,
    })),
  }));
  await testbed.api.patch(ROUTES, space.name, NAME, { spec: { rules } });
}

/** The Services of the Rollout that the only HTTPRoute leads to, with their weights. */
async function backends(space: Space): Promise<readonly string[]> {
  const [route] = await space.list<Route>(ROUTES);
  const all = route?.spec.rules.flatMap(({ backendRefs }) => backendRefs) ?? [];
  return all.filter(({ name }) => SHARES.includes(name)).map(({ name, weight }) => `${name} ${weight}`);
}

async function selectors(space: Space): Promise<readonly unknown[]> {
  const services = await space.list<V1Service>('services');
  return SHARES.map((share) => services.find(({ metadata }) => metadata?.name === share)?.spec?.selector);
}

async function deployment(space: Space): Promise<V1Deployment> {
  const found = (await space.list<V1Deployment>('apps/v1/deployments')).find(
    ({ metadata }) => metadata?.name === NAME,
  );
  if (found === undefined) throw new Error(`there is no Deployment ${NAME} in ${space.name}`);
  return found;
}

async function scale(space: Space, replicas: number): Promise<void> {
  await testbed.api.patch('apps/v1/deployments', space.name, NAME, { spec: { replicas } });
  await until(
    () => deployment(space),
    ({ status }) => (status?.availableReplicas ?? 0) === replicas,
  );
}
