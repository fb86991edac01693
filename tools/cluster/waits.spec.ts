import { afterAll, beforeAll, expect, test } from 'vitest';
import { findKubectl } from '../../generators/src/programs/helm.ts';
import { consoleOf, INITIALIZED } from './fixtures/console.ts';
import { deployment, identity, job, service, wait } from './fixtures/manifests.ts';
import { type Cluster, startCluster } from './start.ts';

let cluster: Cluster;
let kubectlPath: string;

beforeAll(async () => {
  kubectlPath = await findKubectl();
  cluster = await startCluster({ name: 'waits' });
}, 120_000);

afterAll(() => cluster?.stop());

const { kubectl, apply, until } = consoleOf(
  () => cluster,
  () => kubectlPath,
);

const comesUp = async (name: string) =>
  expect(await kubectl(`rollout status deployment/${name} --timeout=20s`)).toMatchObject({ code: 0 });

test('a pod waits until the service that it names has ready endpoints', async () => {
  await apply(deployment('app', { init: wait('db.default.svc.cluster.local', 5432) }));
  await until('pods -l app=app', INITIALIZED, /there is no Service db in namespace default/);
  expect((await kubectl('get pods -l app=app')).stdout).toContain('Init:0/1');
  await apply(service('db', 5432));
  await until('pods -l app=app', INITIALIZED, /Service db has no ready endpoint for port 5432/);
  await apply(deployment('db', { labels: identity('db') }));
  await comesUp('app');
});

test.each([
  ['text', { EXPECT: 'schema 7' }],
  ['database', { DATABASE: 'web_app' }],
  ['bucket', { BUCKET: 'web-app' }],
])('a pod that expects a %s waits until the Job of that service is complete', async (effect, variables) => {
  const store = `store-${effect}`;
  const provision = (suspend: boolean) => job(`${store}-provision`, store, 'provision', suspend);
  await apply(deployment(store, { labels: identity(store) }) + service(store, 5432) + provision(true));
  await apply(deployment(`eager-${effect}`, { init: wait(store, 5432) }));
  await apply(deployment(`empty-${effect}`, { init: wait(store, 5432, emptied(variables)) }));
  await apply(deployment(`patient-${effect}`, { init: wait(store, 5432, variables) }));
  await comesUp(`eager-${effect}`);
  await comesUp(`empty-${effect}`);
  await until(
    `pods -l app=patient-${effect}`,
    INITIALIZED,
    new RegExp(`waits for ${store}:5432: Job ${store}-provision is not complete`),
  );
  await apply(provision(false));
  await comesUp(`patient-${effect}`);
});

test('pods of the service itself do not wait for its Jobs, which may wait for them', async () => {
  await apply(deployment('own', { labels: identity('own') }) + service('own', 5432));
  await apply(job('own-provision', 'own', 'provision', true));
  const init = wait('own', 5432, { DATABASE: 'own' });
  await apply(deployment('replica', { labels: identity('own'), init }));
  await comesUp('replica');
});

test('a wait without an address holds for the Job of that component of the same release', async () => {
  const init = '[{ name: wait-for-migrations, image: example/main }]';
  await apply(deployment('shop', { labels: identity('shop'), init }));
  await until('pods -l app=shop', INITIALIZED, /waits: there is no Job migrations of this release/);
  await apply(
    job('shop-cleanup', 'shop', 'cleanup', false) + job('other-migrations', 'other', 'migrations', false),
  );
  await apply(job('shop-migrations-1', 'shop', 'migrations', true));
  await until('pods -l app=shop', INITIALIZED, /waits: Job shop-migrations-1 is not complete/);
  await apply(job('shop-migrations-1', 'shop', 'migrations', false));
  await comesUp('shop');
});

test('a wait for a Job by its ConfigMap holds until exactly that one is complete', async () => {
  const env = '[{ name: JOB, value: load-awaited }, { name: NAMESPACE, value: default }]';
  const init = `[{ name: wait-for-load, image: example/main, env: ${env} }]`;
  const named = (name: string) =>
    `\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: { name: load-awaited }\ndata: { job: ${name} }\n`;
  await apply(deployment('store', { labels: identity('store'), init }));
  await until('pods -l app=store', INITIALIZED, /waits: there is no ConfigMap load-awaited with a job/);
  await apply(job('load-1', 'store', 'load', false) + named('load-2'));
  await until('pods -l app=store', INITIALIZED, /waits: there is no Job load-2/);
  await apply(job('load-2', 'store', 'load', true));
  await until('pods -l app=store', INITIALIZED, /waits: Job load-2 is not complete/);
  await apply(job('load-2', 'store', 'load', false));
  await comesUp('store');
});

test('a host outside the cluster is up when it is listed', async () => {
  await apply(deployment('remote', { init: wait('db.example.com', 5432) }));
  await until('pods -l app=remote', INITIALIZED, /not listed as up \(db.example.com_5432\)/);
  await kubectl('create configmap external-endpoints -n kube-system --from-literal=db.example.com_5432=up');
  await comesUp('remote');
});

test('a service killed after its start has no endpoint, holds who comes then, and is back', async () => {
  await apply(deployment('cache', { labels: identity('cache') }) + service('cache', 6379));
  await comesUp('cache');
  const ready = '{.items[*].endpoints[*].conditions.ready}';
  const slices = 'endpointslices -l kubernetes.io/service-name=cache';
  await until(slices, ready, 'true');

  const rules = JSON.stringify([{ selector: { labels: { app: 'cache' } }, action: 'kill' }]);
  await kubectl(`create configmap behaviours -n kube-system --from-literal=rules=${rules}`);
  await until('deployment/cache', '{.status.unavailableReplicas}', '1');
  await until(slices, ready, 'false');
  await apply(deployment('late', { init: wait('cache', 6379) }));
  await until('pods -l app=late', INITIALIZED, /Service cache has no ready endpoint for port 6379/);

  await kubectl('delete configmap behaviours -n kube-system');
  await until(slices, ready, 'true');
  await comesUp('cache');
  await comesUp('late');
});

function emptied(variables: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(variables).map((name) => [name, '']));
}
