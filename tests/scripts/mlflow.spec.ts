import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe } from 'vitest';
import { load } from '../../generators/src/generate.ts';
import { type Case, cases, render } from '../../tools/cases/cases.ts';
import { parseManifests, podSourcesOf } from '../../tools/kubernetes/objects.ts';
import { minioServer } from '../../tools/scripts/minio-server.ts';
import type { Network } from '../../tools/scripts/network.ts';
import { type RunResult, runScript } from '../../tools/scripts/run-script.ts';
import { ensureGoTool } from '../../tools/toolchain/go.ts';
import { ensurePythonEnvironment } from '../../tools/toolchain/python.ts';
import { inNetwork as it } from './in-network.ts';
import { mc } from './minio-process.ts';
import { ask, client, sql, startMlflow, withDatabase } from './mlflow-process.ts';
import { ALL_IN_ONE } from './passwords.ts';
import {
  lastLine,
  PASSWORD,
  running,
  type ShippedScript,
  scriptsOfCase,
  sourceOf,
  withEnv,
} from './shipped.ts';

const LONG_MS = 1_200_000;
/** Whatever its characters mean in a URI, a shell or a file of settings. */
const DATABASE_PASSWORD = ALL_IN_ONE;
const STORE = { user: 'Root0User', password: PASSWORD };
const SEARCH = '/api/2.0/mlflow/experiments/search?max_results=1';

/** The scripts of a case, which find database and bucket in the network of a test. */
async function scriptsOf(name: string, ...values: readonly string[]) {
  const example = cases().find((one) => one.chart === 'mlflow' && one.name === name) as Case;
  const all = await scriptsOfCase(
    example,
    values.flatMap((value) => ['--set', value]),
    { 'status.podIP': '127.9.8.7' },
  );
  const ready = (file: string) =>
    withEnv(running(all, sourceOf(`charts/mlflow/src/${file}.sh`)), {
      PGPASSWORD: DATABASE_PASSWORD,
      AWS_ACCESS_KEY_ID: STORE.user,
      AWS_SECRET_ACCESS_KEY: STORE.password,
    });
  return {
    start: ready('start'),
    migrate: ready('migrate'),
    wait: ready('wait-for-migrations'),
    gc: values.includes('gc.enabled=true') || name !== 'default' ? ready('gc') : undefined,
  };
}

function run(network: Network, { script, hosts }: ShippedScript, env = {}): Promise<RunResult> {
  return runScript({ ...script, env: { ...script.env, ...env } }, { network, hosts, timeout: LONG_MS / 2 });
}

const database = (network: Network) => withDatabase(network, DATABASE_PASSWORD);

async function bucket(network: Network): Promise<void> {
  await minioServer({ network, ...STORE });
  await mc(network, STORE, 'mc mb store/mlflow');
}

beforeAll(async () => {
  await ensurePythonEnvironment('mlflow');
  await ensureGoTool('minio');
  await ensureGoTool('mc');
}, 3_600_000);

describe('migrations', { timeout: LONG_MS }, () => {
  const gaveUp = (why: string) => `gave up after 0s waiting for the migrations: ${why}`;

  it('make the tables once, and the wait sees that they are there', async ({ network, expect }) => {
    const { migrate, wait } = await scriptsOf('default');
    const look = (env = {}) => run(network, wait, { TIMEOUT: '0', ...env });
    expect(lastLine((await look()).output)).toContain('Connection refused');
    await database(network);
    const wrong = { PGPASSWORD: 'wrong' };
    expect(await run(network, migrate, wrong)).toMatchObject({ exitCode: 1 });
    const refused = await look(wrong);
    expect(refused.exitCode).toBe(1);
    expect(lastLine(refused.output)).toContain('password authentication failed for user "mlflow"');
    const empty = await look();
    expect(empty.exitCode).toBe(1);
    expect(lastLine(empty.output)).toBe(gaveUp('the tables of MLflow are not there yet'));

    const waiting = run(network, wait);
    await pause(10_000);
    const first = await run(network, migrate);
    expect(first, first.output).toMatchObject({ exitCode: 0 });
    expect(lastLine(first.output)).toBe('the database is up to date');
    expect(await waiting).toMatchObject({
      exitCode: 0,
      output: expect.stringMatching(
        /^waiting for the migrations: the tables of MLflow are not there yet\n(waiting .*\n)*the database is up to date\n$/,
      ),
    });
    const tables = () =>
      sql(network, "select count(*), max(oid) from pg_class where relkind = 'r'", 'mlflow');
    const before = await tables();
    expect(await run(network, migrate)).toMatchObject({ exitCode: 0 });
    expect(await tables()).toBe(before);
  });

  it('the wait tells an old database from one of a newer version', async ({ network, expect }) => {
    const { migrate, wait } = await scriptsOf('default');
    await database(network);
    expect(await run(network, migrate)).toMatchObject({ exitCode: 0 });
    const head = await sql(network, 'select version_num from alembic_version', 'mlflow');
    const said = async (revision: string) => {
      await sql(network, `update alembic_version set version_num = '${revision}'`, 'mlflow');
      return lastLine((await run(network, wait, { TIMEOUT: '0' })).output);
    };
    expect(await said('451aebb31d03')).toBe(
      gaveUp(`the tables of MLflow are at 451aebb31d03, not yet at ${head}`),
    );
    expect(await said('ffffffffffff')).toMatch(/ at ffffffffffff, of a newer version than 3\./);
    expect(await run(network, migrate)).not.toMatchObject({ exitCode: 0 });
  });

  it('make the tables of users where there are users', async ({ network, expect }) => {
    const { migrate, wait } = await scriptsOf('default');
    const auth = { AUTH: 'true', TIMEOUT: '0' };
    await database(network);
    expect(await run(network, migrate)).toMatchObject({ exitCode: 0 });
    expect(lastLine((await run(network, wait, auth)).output)).toBe(
      gaveUp('the tables of users are not there yet'),
    );
    const made = await run(network, migrate, auth);
    expect(made, made.output).toMatchObject({ exitCode: 0 });
    expect(await run(network, wait, auth)).toMatchObject({ exitCode: 0 });
  });
});

const LOG = `
import mlflow, sys
mlflow.set_experiment("trial")
with mlflow.start_run() as run:
    mlflow.log_param("rate", "0.1")
    mlflow.log_metric("loss", 0.5)
    mlflow.log_text("content of the artifact", "folder/note.txt")
client = mlflow.MlflowClient()
assert client.get_run(run.info.run_id).data.params == {"rate": "0.1"}
assert mlflow.artifacts.load_text(run.info.artifact_uri + "/folder/note.txt") == "content of the artifact"
print(run.info.artifact_uri)
print(run.info.run_id)
`;
const READ = `
import mlflow, os
assert mlflow.artifacts.load_text(os.environ["URI"] + "/folder/note.txt") == "content of the artifact"
`;
const DELETE = `
import mlflow, os
mlflow.delete_run(os.environ["RUN"])
`;

/** The variables of MLflow that charts with a connection to it give their pods, without the address. */
async function consumers(): Promise<readonly (readonly [string, Readonly<Record<string, string>>])[]> {
  const { charts } = await load(process.cwd());
  const edges = charts.flatMap(({ name, connections }) =>
    connections
      .filter(({ internal, provider }) => !internal && provider.chart === 'mlflow')
      .map((edge) => ({ name, edge })),
  );
  return Promise.all(
    edges.map(async ({ name, edge }) => {
      const one = cases().find(({ chart, name: of }) => chart === name && of === 'default') as Case;
      const pods = podSourcesOf(
        parseManifests(await render(one, { args: ['--set', `connections.${edge.name}.host=tracking`] })),
      );
      const entries = pods.flatMap(({ spec }) => spec.containers.flatMap(({ env = [] }) => env));
      const own = entries.filter(({ name: of }) => of.startsWith('MLFLOW_') && of !== 'MLFLOW_TRACKING_URI');
      return [name, Object.fromEntries(own.map(({ name: of, value = '' }) => [of, value]))] as const;
    }),
  );
}

describe('the server', { timeout: LONG_MS }, () => {
  it('answers under its names only, keeps artifacts in the bucket, counts, and removes what was deleted', async ({
    network,
    expect,
  }) => {
    const { start, migrate, gc } = await scriptsOf('default', 'gc.enabled=true', 'gc.olderThan=0s');
    await Promise.all([database(network), bucket(network)]);
    expect(await run(network, migrate)).toMatchObject({ exitCode: 0 });
    const server = await startMlflow(start, network);
    const asked = (host: string, ...options: readonly string[]) =>
      ask(network, `http://127.0.0.1:5000${SEARCH}`, ['--header', `Host: ${host}`, ...options]);
    const names = [
      'demo-mlflow',
      'demo-mlflow.apps',
      'demo-mlflow.apps.svc',
      'demo-mlflow.apps.svc.cluster.local',
    ];
    const local = [
      'localhost',
      'localhost:9999',
      '127.0.0.1:5000',
      '[::1]:5000',
      '127.9.8.7:5000',
      '127.9.8.7',
    ];
    for (const host of [...names, ...names.map((name) => `${name}:5000`), ...local])
      expect({ host, ...(await asked(host)) }).toMatchObject({ host, status: 200 });
    for (const host of [
      'evil.example.com',
      'demo-mlflow:80',
      'demo-mlflow.other',
      '10.evil.com',
      '127.9.8.8',
    ])
      expect({ host, ...(await asked(host)) }).toMatchObject({ host, status: 403 });
    const create = ['--json', '{"name":"x"}'];
    const url = 'http://127.0.0.1:5000/api/2.0/mlflow/experiments/create';
    const written = (origin: string) =>
      ask(network, url, [...create, '--header', `Origin: ${origin}`]).then(({ status }) => status);
    expect(await written('https://evil.example.com')).toBe(403);
    expect(await written('http://demo-mlflow.apps:5000')).toBe(200);

    const env = { MLFLOW_TRACKING_URI: 'http://demo-mlflow.apps:5000' };
    const logged = await client(network, start.hosts, LOG, env);
    expect(logged, logged.output).toMatchObject({ exitCode: 0 });
    const [uri = '', id = ''] = logged.output.trim().split('\n').slice(-2);
    expect(uri).toMatch(/^mlflow-artifacts:\/\d+\/|^mlflow-artifacts:\//);
    const stored = () => mc(network, STORE, 'mc find store/mlflow').then(({ output }) => output);
    expect(await stored()).toContain(`${id}/artifacts/folder/note.txt`);

    // Who reaches the server only is handed a link into the store, unless the variables of consumers say otherwise.
    const apart = { ...start.hosts, 'demo-minio': '192.0.2.1' };
    const impatient = { MLFLOW_HTTP_REQUEST_MAX_RETRIES: '0', MLFLOW_HTTP_REQUEST_TIMEOUT: '5' };
    const read = (own: Readonly<Record<string, string>>) =>
      client(network, apart, READ, { ...env, ...impatient, ...own, URI: uri });
    const left = await read({});
    expect(left.exitCode).toBe(1);
    expect(left.output).toContain('Failed to download 1 chunk(s) for note.txt');
    const known = await consumers();
    expect(known.map(([name]) => name)).toEqual(['fastapi', 'streamlit']);
    for (const [name, own] of known)
      expect({ name, ...(await read(own)) }).toMatchObject({ name, exitCode: 0 });

    const metrics = await ask(network, 'http://127.0.0.1:9464/metrics');
    const listed = readFileSync(join(import.meta.dirname, '../../charts/mlflow/ci/metrics.txt'), 'utf8');
    const promised = listed.split('\n').filter((line) => /^\w/.test(line));
    expect(promised.filter((name) => !metrics.body.includes(`\n${name}{`))).toEqual([]);
    expect(metrics.body).toMatch(/^mlflow_http_request_duration_seconds_bucket\{[^}]*method="GET"/m);

    expect(await client(network, start.hosts, DELETE, { ...env, RUN: id })).toMatchObject({ exitCode: 0 });
    await pause(1500);
    expect(await stored()).toContain(id);
    const removed = await run(network, gc as ShippedScript);
    expect(removed, removed.output).toMatchObject({ exitCode: 0 });
    expect(removed.output).toContain(`Run with ID ${id} has been permanently deleted.`);
    expect(await stored()).not.toContain(id);
    const ended = await server.stop();
    expect(ended, ended.output).toMatchObject({ exitCode: 0, timedOut: false });
  });

  it('below a path, with users, for clients that write to the bucket themselves', async ({
    network,
    expect,
  }) => {
    const { start, migrate, wait, gc } = await scriptsOf(
      'prefix',
      'auth.enabled=true',
      'artifacts.proxied=false',
      'artifacts.folder=a/b',
      'gc.olderThan=0s',
      'service.port=5000',
    );
    const admin = { ADMIN_PASSWORD: ALL_IN_ONE };
    await Promise.all([database(network), bucket(network)]);
    const migrated = await run(network, migrate);
    expect(migrated, migrated.output).toMatchObject({ exitCode: 0 });
    expect(await run(network, wait)).toMatchObject({ exitCode: 0 });
    const server = await startMlflow(withEnv(start, admin), network, '/mlflow/health');
    const asked = (host: string, path = SEARCH, ...options: readonly string[]) =>
      ask(network, `http://127.0.0.1:5000/mlflow${path}`, ['--header', `Host: ${host}`, ...options]).then(
        ({ status }) => status,
      );
    const login = ['--user', `admin:${admin.ADMIN_PASSWORD}`];
    expect(await asked('127.9.8.7:5000', '/health')).toBe(200);
    expect(await asked('ml.example.com')).toBe(401);
    expect(await asked('ml.example.com', SEARCH, '--user', 'admin:wrong')).toBe(401);
    for (const host of [
      'ml.example.com',
      'ml.example.com:8443',
      'mlflow.example.org',
      'models.example.com',
      'tracking.apps.svc:5000',
    ])
      expect({ host, status: await asked(host, SEARCH, ...login) }).toEqual({ host, status: 200 });
    expect(await asked('other.example.com', SEARCH, ...login)).toBe(403);
    expect(await asked('127.9.8.7:5000', '/metrics')).not.toBe(200);
    expect((await ask(network, 'http://127.0.0.1:9464/metrics')).status).toBe(200);

    const env = {
      MLFLOW_TRACKING_URI: 'http://demo-mlflow:5000/mlflow',
      MLFLOW_TRACKING_USERNAME: 'admin',
      MLFLOW_TRACKING_PASSWORD: admin.ADMIN_PASSWORD,
    };
    const bucketOnly = {
      MLFLOW_S3_ENDPOINT_URL: 'http://demo-minio:9000',
      AWS_ACCESS_KEY_ID: STORE.user,
      AWS_SECRET_ACCESS_KEY: STORE.password,
    };
    const logged = await client(network, start.hosts, LOG, { ...env, ...bucketOnly });
    expect(logged, logged.output).toMatchObject({ exitCode: 0 });
    const [uri = '', id = ''] = logged.output.trim().split('\n').slice(-2);
    expect(uri).toMatch(/^s3:\/\/mlflow\/a\/b\//);
    expect(await client(network, start.hosts, DELETE, { ...env, RUN: id })).toMatchObject({ exitCode: 0 });
    await pause(1500);
    const removed = await run(network, gc as ShippedScript, admin);
    expect(removed, removed.output).toMatchObject({ exitCode: 0 });
    expect((await mc(network, STORE, 'mc find store/mlflow')).output).not.toContain(id);
    await server.stop();

    const again = await startMlflow(withEnv(start, admin), network, '/mlflow/health');
    expect(await asked('ml.example.com', SEARCH, ...login)).toBe(200);
    await again.stop();
  });
});
