import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { V1ConfigMap, V1Job, V1Pod } from '@kubernetes/client-node';
import { beforeAll, describe, expect, test } from 'vitest';
import { load, renderAll } from '../../generators/src/generate.ts';
import { packChart } from '../../generators/src/package/pack.ts';
import { chartFiles, createWorkspace, web } from '../../generators/src/testing/workspace.ts';
import { applyChanges, changesOf } from '../../generators/src/workspace/write.ts';
import { checkPoints } from '../../tools/checks/points.ts';
import { checkRules } from '../../tools/checks/rules.ts';
import { parseManifests } from '../../tools/kubernetes/objects.ts';
import { serverCertificate } from '../../tools/scripts/certificates.ts';
import { machineNetwork } from '../../tools/scripts/network.ts';
import { type RunResult, runScript } from '../../tools/scripts/run-script.ts';
import { type Script, scriptsOf } from '../../tools/scripts/scripts-of.ts';
import { footprint } from './observe.ts';
import { saysThatItWaits } from './said.ts';
import { CHECKED, type Space, useCluster } from './testbed.ts';
import { until } from './until.ts';

const testbed = useCluster();
const COMPONENT = 'app.kubernetes.io/component';
const MIGRATE = { [COMPONENT]: 'migrate' };
const LIMIT = ['--wait', '--wait-for-jobs', '--timeout'];
const digest = `sha256:${'a'.repeat(64)}`;
const image = { registry: 'docker.io', repository: 'example/web', tag: '1', digest };
const migrate = { kind: 'Job', description: 'Migrates.', image: 'main', command: ['migrate'] };

let archive = '';
let page = '';
let schema: unknown;

beforeAll(async () => {
  const worker = web({ description: 'Works.', image: 'main', after: ['migrate'] });
  const main = web({ image, after: ['migrate'], features: { ingress: {} } });
  const { root } = createWorkspace(chartFiles({ name: 'web', workloads: { main, worker, migrate } }));
  applyChanges(root, changesOf(root, renderAll(await load(root))));
  archive = await packChart('web', join(root, 'dist'), join(root, 'charts'));
  page = readFileSync(join(root, 'charts/web/README.md'), 'utf8');
  schema = JSON.parse(readFileSync(join(root, 'charts/web/values.schema.json'), 'utf8'));
}, 120_000);

async function jobOf(space: Space): Promise<V1Job | undefined> {
  return (await space.list<V1Job>('batch/v1/jobs'))[0];
}

async function podsOf(space: Space): Promise<readonly V1Pod[]> {
  const pods = await space.list<V1Pod>('pods');
  return pods.filter(({ metadata }) => metadata?.labels?.[COMPONENT] !== 'migrate');
}

type Texts = Readonly<Record<string, string>>;

/** When something was so, in milliseconds. */
const time = (date: Date | string | undefined) => new Date(date ?? Number.NaN).getTime();

describe.concurrent('a workload that comes after a Job', () => {
  test('starts when a slow one is complete, and an upgrade that changes nothing leaves it alone', {
    timeout: 600_000,
  }, async () => {
    const space = await testbed.space();
    await testbed.misbehave(space, MIGRATE, 'slow 6');
    const installed = space.helm('install', 'r', archive, CHECKED, ...LIMIT, '180s');
    await saysThatItWaits(space, 'web', /wait-for-migrate waits: Job r-web-migrate-\w{8} is not complete/);
    await installed;
    const complete = time((await jobOf(space))?.status?.completionTime);
    const pods = await podsOf(space);
    expect(pods).toHaveLength(2);
    for (const { status } of pods) {
      const initialized = status?.conditions?.find(({ type }) => type === 'Initialized');
      expect(time(initialized?.lastTransitionTime)).toBeGreaterThanOrEqual(complete);
    }
    const [before, first] = [await footprint(space), await jobOf(space)];
    await space.helm('upgrade', 'r', archive, ...LIMIT, '180s');
    expect(await footprint(space)).toEqual(before);
    expect((await jobOf(space))?.metadata?.name).not.toBe(first?.metadata?.name);
  });

  test('holds where it failed, and goes on without being replaced when an upgrade mends it', {
    timeout: 600_000,
  }, async () => {
    const space = await testbed.space();
    await testbed.misbehave(space, MIGRATE, 'fail');
    const args = ['r', archive, '--set', 'migrate.backoffLimit=0', ...LIMIT];
    await space.refused('install', ...args, '30s');
    const uids = async () => (await podsOf(space)).map(({ metadata }) => metadata?.uid).sort();
    const [held] = await podsOf(space);
    expect(held?.status?.conditions?.find(({ type }) => type === 'Initialized')?.status).toBe('False');
    const before = await uids();
    await testbed.misbehave(space, MIGRATE, 'normal');
    await space.helm('upgrade', ...args, '180s');
    expect(await uids()).toEqual(before);
  });
});

describe('the script that waits, at a real API server', () => {
  const job = (status: object) => ({ metadata: { name: 'load-1' }, spec: JOB, status });
  const JOB = {
    suspend: true,
    template: { spec: { restartPolicy: 'Never', containers: [{ name: 'load', image: 'example/load' }] } },
  };
  const now = '2026-01-01T00:00:00Z';
  const condition = (type: string, more: object = {}) => ({
    ...{ type, status: 'True', lastProbeTime: now, lastTransitionTime: now, ...more },
  });

  test('says what it finds, and ends when the Job is complete', { timeout: 300_000 }, async () => {
    const space = await testbed.space();
    const { api } = testbed;
    await testbed.misbehave(space, MIGRATE, 'never');
    await space.helm('install', 'r', archive, '--set', 'migrate.activeDeadlineSeconds=1000');
    const run = await waiting(space);
    const name =
      (
        await until(
          () => jobOf(space),
          (found) => found !== undefined,
        )
      )?.metadata?.name ?? '';
    const head = 'gave up after 0s waiting for the Job of ConfigMap r-web-migrate-awaited: ';
    const says = async (text: string) =>
      expect(await run()).toMatchObject({ exitCode: 1, output: `${head}${text}\n` });

    await says(`Job ${name} is not complete`);
    await says(`Job ${name} is not complete`);
    expect(await run({ http_proxy: 'http://127.0.0.1:9', HTTPS_PROXY: 'http://127.0.0.1:9' })).toMatchObject({
      output: `${head}Job ${name} is not complete\n`,
    });

    const foreign = await serverCertificate(['other']);
    const away = await run({ KUBERNETES_SERVICE_HOST: '::1', KUBERNETES_SERVICE_PORT: '9' });
    expect(away.output).toMatch(/does not answer: .*::1 port 9/);
    expect((await run({}, { 'ca.crt': foreign.ca })).output).toMatch(/does not answer: .*certificate/);

    // Of the namespace it may read these two objects alone.
    await api.create('batch/v1/jobs', space.name, job({}));
    await api.patch('configmaps', space.name, 'r-web-migrate-awaited', { data: { job: 'load-1' } });
    await says('the service account may not get it');
    await api.create('configmaps', space.name, { metadata: { name: 'other' }, data: { job: name } });
    expect((await run({ JOB: 'other' })).output).toContain('may not get it');
    await api.patch('rbac.authorization.k8s.io/v1/roles', space.name, 'r-web-migrate-awaited', {
      rules: [
        { apiGroups: ['batch'], resources: ['jobs'], resourceNames: ['load-1', 'load-2'], verbs: ['get'] },
        {
          apiGroups: [''],
          resources: ['configmaps'],
          resourceNames: ['r-web-migrate-awaited'],
          verbs: ['get'],
        },
      ],
    });
    await until(
      async () => (await run()).output,
      (said) => !said.includes('may not'),
    );

    const status = async (to: object) => {
      await api.call(
        'PATCH',
        `/apis/batch/v1/namespaces/${space.name}/jobs/load-1/status`,
        { status: to },
        { 'content-type': 'application/merge-patch+json' },
      );
    };
    const failed = { reason: 'BackoffLimitExceeded', message: 'Job has reached the "limit"' };
    await status({
      startTime: now,
      conditions: [condition('FailureTarget', failed), condition('Failed', failed)],
    });
    await says('Job load-1 failed: Job has reached the \\"limit\\"');
    await api.patch('configmaps', space.name, 'r-web-migrate-awaited', { data: { job: 'load-2' } });
    await says('there is no Job load-2 yet, or no longer: an upgrade of the release makes it');

    // While it waits, an upgrade names another Job, which is complete in the end.
    const patient = run({ TIMEOUT: '60' });
    await testbed.misbehave(space, MIGRATE, 'normal');
    await space.helm('upgrade', 'r', archive, '--force-conflicts', ...LIMIT, '180s');
    const last = (await space.list<V1ConfigMap>('configmaps')).find(
      ({ metadata }) => metadata?.name === 'r-web-migrate-awaited',
    )?.data?.job;
    const { exitCode, output } = await patient;
    expect(output.trim().split('\n').at(-1)).toBe(`Job ${last} is complete`);
    expect(exitCode).toBe(0);
  });

  /** Runs the wait of main with a token and the authority of its pod. */
  async function waiting(space: Space): Promise<(env?: Texts, files?: Texts) => Promise<RunResult>> {
    const objects = parseManifests(await space.helm('get', 'manifest', 'r'));
    const authority = await until(
      async () =>
        (await space.list<V1ConfigMap>('configmaps')).find(
          ({ metadata }) => metadata?.name === 'kube-root-ca.crt',
        ),
      (found) => found !== undefined,
    );
    const configMaps = { 'kube-root-ca.crt': authority?.data ?? {} };
    const script = scriptsOf(objects, { namespace: space.name, configMaps }).find(
      ({ container, source }) => container === 'wait-for-migrate' && source === 'Deployment/r-web',
    );
    if (script === undefined) throw new Error('the pod has no such container');
    const { status } = await testbed.api.call<{ readonly status: { readonly token: string } }>(
      'POST',
      `/api/v1/namespaces/${space.name}/serviceaccounts/r-web/token`,
      { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenRequest', spec: { expirationSeconds: 3600 } },
    );
    const { hostname, port } = new URL(testbed.cluster.server);
    const mountsWith = (files: Texts): Script['mounts'] =>
      script.mounts.map((mount) => ({
        ...mount,
        ...(mount.files && { files: { ...mount.files, token: status.token, ...files } }),
      }));
    const server = { KUBERNETES_SERVICE_HOST: hostname, KUBERNETES_SERVICE_PORT: port, TIMEOUT: '0' };
    return (env = {}, files = {}) =>
      runScript(
        { ...script, mounts: mountsWith(files), env: { ...script.env, ...server, ...env } },
        { network: machineNetwork(), timeout: 120_000 },
      );
  }
});

test('the thirteen points hold, and README says who has a token', async () => {
  const space = await testbed.space();
  const render = () => space.helm('template', 'r', archive);
  const renders = [await render(), await render()] as const;
  const apiClients = ['Deployment/r-web', 'Deployment/r-web-worker'];
  const objects = parseManifests(renders[0]);
  const open = [
    'extraObjects/items',
    'extraObjects/items/properties/metadata',
    'global',
    'global/properties/members',
  ];
  const openSchemas = open.map((path) => `#/properties/${path}`);
  expect(checkPoints(objects, { apiClients, renders, schema, openSchemas })).toEqual({});
  expect(checkRules(objects, {})).toEqual({});
  expect(page).toContain('| worker | 1000 | `/tmp` | what waits for Jobs, while `jobWaits.enabled` |');
  expect(page).toContain('| migrate | 1000 | `/tmp` | no |');
  expect(page).toContain('the service account may get the Jobs that pods wait for, each by its name');
  expect(page).toContain('| migrate | batch | jobs | get | its own, while `jobWaits.enabled` |');
});
