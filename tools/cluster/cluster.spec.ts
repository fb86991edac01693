import { fork } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findKubectl } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import { consoleOf, INITIALIZED } from './fixtures/console.ts';
import { deployment } from './fixtures/manifests.ts';
import { type Cluster, startCluster } from './start.ts';

let cluster: Cluster;
let kubectlPath: string;

beforeAll(async () => {
  kubectlPath = await findKubectl();
  cluster = await startCluster();
}, 120_000);

afterAll(() => cluster?.stop());

const { kubectl, apply, until } = consoleOf(
  () => cluster,
  () => kubectlPath,
);

test('a Deployment comes up on both nodes with addresses of its own, and goes', async () => {
  await apply(deployment('web', { replicas: 6 }));
  expect(await kubectl('rollout status deployment/web --timeout=120s')).toMatchObject({ code: 0 });
  const ips = (await kubectl('get pods -l app=web -o jsonpath={.items[*].status.podIP}')).stdout.split(' ');
  expect(new Set(ips).size).toBe(6);
  await kubectl('delete deployment web --wait=false');
  await until('pods -l app=web', '{.items[*].metadata.name}', '');
});

test('a restricted namespace refuses a pod that is not restricted', async () => {
  await kubectl('create namespace safe');
  await kubectl('label namespace safe pod-security.kubernetes.io/enforce=restricted');
  const refused = await kubectl('run bad --image=example/main -n safe');
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('violates PodSecurity "restricted:latest"');
});

test('a claim of local-path is bound on the node of the pod that mounts it, and its volume goes with it', async () => {
  await apply(`
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data }
spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
`);
  await until('pvc/data', '{.status.phase}', 'Pending');
  await apply(
    deployment('disk', { volumes: '[{ name: data, persistentVolumeClaim: { claimName: data } }]' }),
  );
  expect(await kubectl('rollout status deployment/disk --timeout=120s')).toMatchObject({ code: 0 });
  await until('pvc/data', '{.status.phase}', 'Bound');
  await kubectl('delete deployment/disk pvc/data --wait=false');
  await until('pv', '{.items[*].metadata.name}', '');
});

test('a claim of an immediate class is bound at once and grows', async () => {
  const claim = (size: string) => `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: shared }
spec: { storageClassName: standard, accessModes: [ReadWriteMany], resources: { requests: { storage: ${size} } } }
`;
  await apply(claim('1Gi'));
  await until('pvc/shared', '{.status.phase}', 'Bound');
  await apply(claim('2Gi'));
  await until('pvc/shared', '{.status.capacity.storage}', '2Gi');
});

test('a pod starts only when the Secret that it reads exists', async () => {
  await apply(deployment('reader', { volumes: '[{ name: key, secret: { secretName: key } }]' }));
  await until('pods -l app=reader', INITIALIZED, /Secret "key" not found/);
  await kubectl('create secret generic key --from-literal=a=b');
  expect(await kubectl('rollout status deployment/reader --timeout=120s')).toMatchObject({ code: 0 });
});

test('a probe of a port that the container does not have is never answered', async () => {
  const probe = 'readinessProbe: { httpGet: { port: htpp } }, ports:';
  await apply(deployment('typo').replace('ports:', probe));
  const message = `{.items[0].status.conditions[?(@.type=="Ready")].message}`;
  await until('pods -l app=typo', message, /readinessProbe names port "htpp"/);
});

test('pods misbehave by annotation and by rule', async () => {
  await apply(deployment('crash', { annotations: '{ chartwright.dev/behaviour: fail }' }));
  await until('pods -l app=crash', '{.items[0].status.containerStatuses[0].restartCount}', /[1-9]/);
  expect((await kubectl('get pods -l app=crash')).stdout).toContain('CrashLoopBackOff');
  await kubectl('annotate pods -l app=crash chartwright.dev/behaviour-');
  await until('pods -l app=crash', '{.items[0].status.containerStatuses[0].ready}', 'true');
  await kubectl('annotate pods -l app=crash chartwright.dev/behaviour=kill');
  await until('deployment/crash', '{.status.unavailableReplicas}', '1');

  const rule = `- { selector: { labels: { app: late } }, action: never }`;
  await kubectl(
    'create -f -',
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'behaviours', namespace: 'kube-system' },
      data: { rules: rule },
    }),
  );
  await apply(deployment('late'));
  await until('pods -l app=late', '{.items[0].status.phase}', 'Running');
  await until('pods -l app=late', '{.items[0].status.containerStatuses[0].ready}', 'false');
  await kubectl('delete configmap behaviours -n kube-system');
  expect(await kubectl('rollout status deployment/late --timeout=120s')).toMatchObject({ code: 0 });
});

test('a Job whose pods fail is failed', async () => {
  await apply(`
apiVersion: batch/v1
kind: Job
metadata: { name: broken }
spec:
  backoffLimit: 0
  template:
    metadata: { annotations: { chartwright.dev/behaviour: fail } }
    spec: { restartPolicy: Never, containers: [{ name: main, image: example/main }] }
`);
  await until('job/broken', '{.status.conditions[?(@.type=="Failed")].status}', 'True');
});

test.each([
  ['ServiceMonitor', 'monitoring.coreos.com/v1', '{ selector: {}, endpoint: [] }', 'endpoint'],
  ['Password', 'generators.external-secrets.io/v1alpha1', '{ lenght: 32 }', 'lenght'],
  [
    'ClusterSecretStore',
    'external-secrets.io/v1',
    '{ provider: { vault: { servers: [], auth: {} } } }',
    'provider.vault.servers',
  ],
  ['VolumeSnapshot', 'snapshot.storage.k8s.io/v1', '{ source: {}, class: fast }', 'class'],
  ['Cluster', 'postgresql.cnpg.io/v1', '{ instances: 1, storage: { sizes: 1Gi } }', 'storage.sizes'],
  ['Database', 'postgresql.cnpg.io/v1', '{ name: a, owner: a, cluster: {}, extension: [] }', 'extension'],
])('the optional kind %s is served and strict', async (kind, apiVersion, spec, unknown) => {
  const manifest = `{ apiVersion: ${apiVersion}, kind: ${kind}, metadata: { name: typo }, spec: ${spec} }`;
  const { stderr } = await kubectl('create -f - --validate=strict', manifest);
  expect(stderr).toContain(`unknown field "spec.${unknown}"`);
});

test('a Raspberry Pi has room for what fits beside its system pods', async () => {
  const pi = await startCluster({ name: 'pi', hardware: 'rpi5' });
  try {
    const get = (args: string) => run(kubectlPath, ['--kubeconfig', pi.kubeconfig, ...args.split(' ')]);
    const pod = (memory: string) => ({
      containers: [{ name: 'main', image: 'example/main', resources: { requests: { memory } } }],
    });
    const make = (name: string, memory: string) =>
      run(kubectlPath, ['--kubeconfig', pi.kubeconfig, 'apply', '-f', '-'], {
        input: JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name }, spec: pod(memory) }),
      });
    await make('fits', '7Gi');
    await expect
      .poll(async () => (await get('get pod fits')).stdout, { timeout: 120_000 })
      .toContain('Running');
    await make('too-much', '600Mi');
    await expect
      .poll(async () => (await get('get pod too-much -o jsonpath={.status.conditions[*].message}')).stdout, {
        timeout: 120_000,
      })
      .toContain('Insufficient memory');
  } finally {
    await pi.stop();
  }
});

test('after stop, the ports and the folder are free', async () => {
  const other = await startCluster({ name: 'other' });
  const port = Number(new URL(other.server).port);
  expect(await accepts(port)).toBe(true);
  await other.stop();
  expect(await accepts(port)).toBe(false);
  expect(existsSync(other.folder)).toBe(false);
  expect(processesOf(other.folder)).toEqual([]);
});

test('when its starter is killed outright, nothing is left', async () => {
  const starter = fork(`${import.meta.dirname}/fixtures/starter.ts`, {
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const folder = await new Promise<string>((done) =>
    starter.once('message', (message) => done(String(message))),
  );
  expect(processesOf(folder).length).toBeGreaterThan(4);
  starter.kill('SIGKILL');
  await expect.poll(() => processesOf(folder), { timeout: 120_000 }).toEqual([]);
  await expect.poll(() => existsSync(folder), { timeout: 120_000 }).toBe(false);
});

test('when its supervisor is killed outright, nothing runs on', async () => {
  const other = await startCluster({ name: 'headless', onCrash: () => undefined });
  process.kill(other.pid, 'SIGKILL');
  await expect.poll(() => processesOf(other.folder), { timeout: 120_000 }).toEqual([]);
  await other.stop();
});

test('when a component dies, the cluster ends and says why', async () => {
  let message = '';
  const other = await startCluster({
    name: 'crashing',
    onCrash: (text) => {
      message = text;
    },
  });
  const etcd = processesOf(other.folder).find((line) => line.includes('/etcd'));
  process.kill(Number(etcd?.split(' ')[0]), 'SIGKILL');
  await expect.poll(() => message, { timeout: 120_000 }).toContain('etcd ended with SIGKILL');
  await expect.poll(() => processesOf(other.folder), { timeout: 120_000 }).toEqual([]);
  await other.stop();
});

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** Id and command line of every process that names a folder. */
function processesOf(folder: string): string[] {
  return readdirSync('/proc').flatMap((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      return command.includes(folder) ? [`${pid} ${command}`] : [];
    } catch {
      return [];
    }
  });
}
