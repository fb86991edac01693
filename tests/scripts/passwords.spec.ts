import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { type Case, cases, render } from '../../tools/cases/cases.ts';
import { parseManifests, podSourcesOf } from '../../tools/kubernetes/objects.ts';
import { minioServer } from '../../tools/scripts/minio-server.ts';
import { type Network, stop } from '../../tools/scripts/network.ts';
import { postgresPrograms } from '../../tools/scripts/postgres-server.ts';
import { redisServer } from '../../tools/scripts/redis-server.ts';
import { runScript } from '../../tools/scripts/run-script.ts';
import { ensureDebian } from '../../tools/toolchain/debian.ts';
import { ensureGoTool } from '../../tools/toolchain/go.ts';
import { ensurePythonEnvironment } from '../../tools/toolchain/python.ts';
import { eventually } from './eventually.ts';
import { inNetwork } from './in-network.ts';
import { startStore } from './minio-process.ts';
import { ask } from './mlflow-process.ts';
import { ALL_IN_ONE, BROKEN, PASSWORDS, refusal, USERS } from './passwords.ts';
import { startPostgres } from './postgres-process.ts';
import { clientSays, startRedis } from './redis-process.ts';
import {
  lastLine,
  PASSWORD,
  running,
  type ShippedScript,
  scriptsOfCase,
  sourceOf,
  withEnv,
} from './shipped.ts';

const it = inNetwork.extend<{ readonly volumes: Readonly<Record<'data' | 'tmp' | 'run', string>> }>({
  volumes: async ({ task: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'passwords-'));
    chmodSync(folder, 0o755);
    await use({ data: join(folder, 'data'), tmp: join(folder, 'tmp'), run: join(folder, 'run') });
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  },
});

const caseOf = (chart: string, name = 'default') =>
  cases().find((one) => one.chart === chart && one.name === name) as Case;

/** The scripts of a case with values, and Secrets by their names. */
const scripts = (
  example: Case,
  values: unknown = {},
  secrets: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
) =>
  scriptsOfCase(
    example,
    Object.entries(values as object).flatMap(([key, value]) => [
      '--set-json',
      `${key}=${JSON.stringify(value)}`,
    ]),
    {},
    secrets,
  );

const check = (type: string) => sourceOf(`generators/src/features/connection/${type}/check.sh`);

const numbered = <T, U>(items: readonly T[], make: (item: T, name: string) => U) =>
  Object.fromEntries(items.map((item, index) => [`c${index}`, make(item, `c${index}`)]));

async function run(
  network: Network,
  { script, hosts }: ShippedScript,
  env: Readonly<Record<string, string>> = {},
) {
  const { exitCode, output } = await runScript(
    { ...script, env: { ...script.env, TIMEOUT: '0', ...env } },
    { network, hosts, timeout: 300_000 },
  );
  return { exitCode, said: lastLine(output) };
}

describe.concurrent('PostgreSQL', { timeout: 400_000 }, async () => {
  const { major } = await postgresPrograms();
  const clients = {
    ...numbered(PASSWORDS, () => ({})),
    ...Object.fromEntries(USERS.map((username, index) => [`u${index}`, { username }])),
  };
  const secrets = numbered(PASSWORDS, (password) => ({ username: '', password }));
  const all = await scripts(
    caseOf('postgres'),
    { 'image.tag': `${major}.1`, clients, 'backup.enabled': true },
    Object.fromEntries(Object.entries(secrets).map(([name, keys]) => [`demo-postgres-${name}`, keys])),
  );
  const start = running(all, sourceOf('charts/postgres/src/start.sh'));
  const provision = running(all, sourceOf('charts/postgres/src/provision.sh'));
  const dump = running(all, sourceOf('charts/postgres/src/dump.sh'));
  const wait = running(all, check('postgres'));

  it('takes each as that of the superuser', async ({ network, volumes, expect }) => {
    for (const PGPASSWORD of PASSWORDS) {
      const server = await startPostgres(withEnv(start, { PGPASSWORD }).script, network, volumes);
      expect.soft(await run(network, wait, { PGPASSWORD }), PGPASSWORD).toMatchObject({ exitCode: 0 });
      expect.soft(await run(network, wait, { PGPASSWORD: `${PGPASSWORD}x` })).toMatchObject({ exitCode: 1 });
      const { output } = await server.stop();
      expect.soft(output).not.toContain(PGPASSWORD);
    }
  });

  it('gives each to its client, with any name, and dumps what they have', async ({
    network,
    volumes,
    expect,
  }) => {
    const own = withEnv(start, { PGPASSWORD: ALL_IN_ONE });
    const server = await startPostgres(own.script, network, volumes);
    expect(await run(network, provision, { PGPASSWORD: ALL_IN_ONE, TIMEOUT: '20' })).toMatchObject({
      exitCode: 0,
    });
    for (const [index, PGPASSWORD] of PASSWORDS.entries()) {
      const login = { PGUSER: `c${index}`, DATABASE: `c${index}`, PGPASSWORD };
      expect.soft(await run(network, wait, login), PGPASSWORD).toMatchObject({ exitCode: 0 });
    }
    for (const user of USERS) {
      const login = { PGUSER: user, DATABASE: user, PGPASSWORD: PASSWORD };
      expect.soft(await run(network, wait, login), user).toMatchObject({ exitCode: 0 });
    }
    const dumped = await runScript(withEnv(dump, { PGPASSWORD: ALL_IN_ONE, TIMEOUT: '20' }).script, {
      network,
      hosts: dump.hosts,
      timeout: 300_000,
    });
    expect(dumped.exitCode, dumped.output).toBe(0);
    const lines = dumped.output.split('\n');
    for (const user of USERS) expect.soft(lines).toContain(`dumped ${user}`);
    await server.stop();
  });

  it('refuses one with a line break, on both sides', async ({ network, volumes, expect }) => {
    const { exitCode, output } = await runScript(withEnv(start, { PGPASSWORD: BROKEN }).script, {
      network,
      volumes,
    });
    expect({ exitCode, output }).toEqual({
      exitCode: 1,
      output: `${refusal('the password of the superuser')}\n`,
    });
    expect(await run(network, wait, { PGPASSWORD: BROKEN })).toEqual({
      exitCode: 1,
      said: refusal('the password for postgres'),
    });
    const server = await startPostgres(start.script, network, volumes);
    expect(await run(network, provision, { C0_PASSWORD: BROKEN, TIMEOUT: '20' })).toEqual({
      exitCode: 1,
      said: refusal('the password in the Secret of the client c0'),
    });
    await server.stop();
  });
});

describe.concurrent('Redis', { timeout: 400_000 }, async () => {
  const users = numbered(PASSWORDS, () => ({ permissions: '~* +@all' }));
  const all = await scripts(
    caseOf('redis'),
    { 'auth.users': users, architecture: 'replication' },
    { 'demo-redis-users': numbered(PASSWORDS, (password) => password) },
  );
  const start = running(all, sourceOf('charts/redis/src/start.sh'));
  const probe = running(all, '$CLI ping | grep -q PONG');
  const replica = all.find(({ id }) => id.includes('demo-redis-read')) as ShippedScript;
  const wait = running(all, check('redis'));

  it('takes each as its own, for probes and waits', async ({ network, volumes, expect }) => {
    for (const password of PASSWORDS) {
      const own = withEnv(start, { REDISCLI_AUTH: password });
      const server = await startRedis(own.script, network, volumes);
      const env = { REDISCLI_AUTH: password, PASSWORD: password };
      expect.soft(await run(network, probe, env), password).toMatchObject({ exitCode: 0 });
      expect.soft(await run(network, wait, env), password).toMatchObject({ exitCode: 0 });
      expect
        .soft(await run(network, probe, { REDISCLI_AUTH: `${password}x` }))
        .toMatchObject({ exitCode: 1 });
      await server.stop();
    }
  });

  it('takes each in Valkey too', async ({ network, volumes, expect }) => {
    const valkey = await scripts(caseOf('redis', 'valkey'));
    for (const password of PASSWORDS) {
      const own = withEnv(running(valkey, sourceOf('charts/redis/src/start.sh')), {
        REDISCLI_AUTH: password,
      });
      const server = await startRedis(own.script, network, volumes);
      expect.soft(server.commandLine).toMatch(/^valkey-server/);
      const env = { REDISCLI_AUTH: password, PASSWORD: password };
      const pinged = await run(network, running(valkey, '$CLI ping | grep -q PONG'), env);
      expect.soft(pinged, password).toMatchObject({ exitCode: 0 });
      await server.stop();
    }
  });

  it('shows its metrics with each', async ({ network, volumes, expect }) => {
    await ensureDebian(['prometheus-redis-exporter']);
    const args = ['--set', 'exporter.enabled=true'];
    const objects = parseManifests(await render(caseOf('redis'), { args }));
    const { env: variables = [] } =
      podSourcesOf(objects)
        .flatMap(({ spec }) => spec.containers)
        .find(({ name }) => name === 'exporter') ?? {};
    const [secret, ...others] = variables.filter(({ valueFrom }) => valueFrom !== undefined);
    expect([secret?.name, secret?.valueFrom?.secretKeyRef?.key, others]).toEqual([
      'REDIS_PASSWORD',
      'password',
      [],
    ]);
    const given = Object.fromEntries(variables.map(({ name, value = '' }) => [name, value]));
    for (const REDIS_PASSWORD of PASSWORDS) {
      const own = withEnv(start, { REDISCLI_AUTH: REDIS_PASSWORD });
      const server = await startRedis(own.script, network, volumes);
      const exporter = network.start('prometheus-redis-exporter', [], { env: { ...given, REDIS_PASSWORD } });
      const metrics = () =>
        ask(network, 'http://127.0.0.1:9121/metrics').then(
          ({ body }) => body,
          () => '',
        );
      const said = await eventually(metrics, (body) => body.includes('redis_up '));
      expect.soft(/^redis_up \d/m.exec(said)?.[0], REDIS_PASSWORD).toBe('redis_up 1');
      await stop(exporter);
      await server.stop();
    }
  });

  it('gives each to its user', async ({ network, volumes, expect }) => {
    const server = await startRedis(start.script, network, volumes);
    for (const [index, password] of PASSWORDS.entries()) {
      const as = withEnv(start, { REDISCLI_AUTH: password });
      expect.soft(await clientSays(as.script, network, `--user c${index} ping`), password).toBe('PONG');
      const env = { USERNAME: `c${index}`, PASSWORD: password };
      expect.soft(await run(network, wait, env), password).toMatchObject({ exitCode: 0 });
    }
    await server.stop();
  });

  it('tells replicas, whatever it is', async ({ network, volumes, expect }) => {
    await redisServer({ network, port: 6380, password: ALL_IN_ONE });
    const env = { PRIMARY_HOST: '127.0.0.1', PRIMARY_PORT: '6380', PRIMARY_PASSWORD: ALL_IN_ONE };
    const server = await startRedis(withEnv(replica, env).script, network, volumes);
    const up = () => clientSays(replica.script, network, 'info replication');
    expect(await eventually(up, (said) => said.includes('master_link_status:up'))).toContain(
      'master_link_status:up',
    );
    await server.stop();
  });

  it('refuses one with a line break, on both sides', async ({ network, volumes, expect }) => {
    const refused = async (script: ShippedScript) => {
      const { exitCode, output } = await runScript(script.script, { network, volumes });
      return { exitCode, output };
    };
    expect(await refused(withEnv(start, { REDISCLI_AUTH: BROKEN }))).toEqual({
      exitCode: 1,
      output: `${refusal('the password')}\n`,
    });
    const mounts = start.script.mounts.map((mount) =>
      mount.volume === 'users' ? { ...mount, files: { ...mount.files, c0: BROKEN } } : mount,
    );
    expect(await refused({ ...start, script: { ...start.script, mounts } })).toEqual({
      exitCode: 1,
      output: `${refusal('the password of the user c0')}\n`,
    });
    expect(await run(network, wait, { PASSWORD: BROKEN })).toEqual({
      exitCode: 1,
      said: refusal('the password for redis'),
    });
  });
});

describe.concurrent('MinIO', { timeout: 400_000 }, async () => {
  await ensureGoTool('minio');
  await ensureGoTool('mc');
  const ALL_BUT_BLANKS = ALL_IN_ONE.trim();
  const OF_CLIENTS = PASSWORDS.filter((password) => password.trim() === password);
  const root = { username: 'root.user@x', password: ALL_BUT_BLANKS };
  const secrets = {
    'demo-minio': root,
    ...Object.fromEntries(
      OF_CLIENTS.map((password, index) => [`demo-minio-c${index}`, { username: '', password }]),
    ),
    'other-store': { username: root.username, password: ALL_BUT_BLANKS },
  };
  const all = await scripts(
    caseOf('minio', 'mirror'),
    {
      clients: numbered(OF_CLIENTS, (_, name) => ({
        username: `${name}.user@x`,
        buckets: [`bucket-${name}`],
      })),
    },
    secrets,
  );
  const start = running(all, sourceOf('charts/minio/src/start.sh'));
  const provision = running(all, sourceOf('charts/minio/src/provision.sh'));
  const wait = running(all, check('s3'));

  it('takes each as that of a client, and all of them in one as that of the root user', async ({
    network,
    volumes,
    expect,
  }) => {
    const server = await startStore(start.script, network, volumes);
    expect(await run(network, provision)).toMatchObject({ exitCode: 0 });
    expect(await run(network, wait)).toMatchObject({ exitCode: 0 });
    for (const [index, SECRET_KEY] of OF_CLIENTS.entries()) {
      const login = { ACCESS_KEY: `c${index}.user@x`, SECRET_KEY, BUCKET: `bucket-c${index}` };
      expect.soft(await run(network, wait, login), SECRET_KEY).toMatchObject({ exitCode: 0 });
    }
    await server.stop();
  });

  it('takes all of them in one in rclone, which copies to another store', async ({ network, expect }) => {
    const far = { STORE_URL: 'http://127.0.0.1:9200' };
    for (const port of [9000, 9200])
      await minioServer({ network, port, user: root.username, password: ALL_BUT_BLANKS });
    const made = { CLIENTS: '', BUCKETS: 'copies false - 0 0 none' };
    for (const env of [made, { ...made, ...far }])
      expect(await run(network, provision, env)).toMatchObject({ exitCode: 0 });
    const mirror = running(all, sourceOf('charts/minio/src/mirror.sh'));
    expect(await run(network, mirror, { TARGET_URL: far.STORE_URL, TARGET_BUCKET: 'copies' })).toEqual({
      exitCode: 0,
      said: 'copies is at http://127.0.0.1:9200/copies/copies',
    });
  });

  it('refuses one with a line break, on both sides', async ({ network, expect }) => {
    expect(await run(network, start, { MINIO_ROOT_PASSWORD: BROKEN })).toEqual({
      exitCode: 1,
      said: refusal('the password of the root user'),
    });
    expect(await run(network, wait, { SECRET_KEY: BROKEN })).toEqual({
      exitCode: 1,
      said: refusal('the secret key for minio'),
    });
    await minioServer({ network, user: root.username, password: ALL_BUT_BLANKS });
    expect(await run(network, provision, { C0_PASSWORD: BROKEN })).toEqual({
      exitCode: 1,
      said: refusal('the password in the Secret of the client c0'),
    });
    expect(await run(network, provision, { C0_PASSWORD: ' blanks ' })).toEqual({
      exitCode: 1,
      said: 'the password in the Secret of the client c0 begins or ends with a blank, which programs for S3 cut off: write it without',
    });
  });
});

describe('what Python takes', { timeout: 600_000 }, async () => {
  await ensurePythonEnvironment('airflow');
  const worker = running(
    await scripts(caseOf('airflow', 'celery')),
    'python /opt/airflow/checks/alive.py celery',
  );
  const python = (network: Network, code: string, env: Readonly<Record<string, string>>) =>
    run(network, { ...worker, script: { ...worker.script, command: ['python', '-c', code], args: [] } }, env);

  /** A server that lets each password in under a name of its own. */
  const server = (network: Network) =>
    redisServer({
      network,
      password: ALL_IN_ONE,
      args: PASSWORDS.flatMap((password, index) => [
        '--user',
        `u@${index}`,
        'on',
        digest(password),
        '~*',
        '+@all',
      ]),
    });

  it('Airflow reaches its queue with each', async ({ network, expect }) => {
    await server(network);
    const connect =
      'import sys; sys.path.insert(0, "/opt/airflow/checks"); from broker import url; from kombu import Connection; Connection(url()).connect()';
    expect(await python(network, connect, { BROKER_PASSWORD: ALL_IN_ONE })).toMatchObject({ exitCode: 0 });
    expect(await python(network, connect, { BROKER_PASSWORD: 'wrong' })).toMatchObject({ exitCode: 1 });
    for (const [index, BROKER_PASSWORD] of PASSWORDS.entries()) {
      const login = { BROKER_USERNAME: `u@${index}`, BROKER_PASSWORD };
      expect.soft(await python(network, connect, login), BROKER_PASSWORD).toMatchObject({ exitCode: 0 });
    }
  });

  it('a URL in an application of yours holds it, or the wait refuses it by name', async ({
    network,
    expect,
  }) => {
    const all = await scripts(caseOf('fastapi', 'full'));
    const wait = running(all, check('redis'));
    await server(network);
    const verdicts = await Promise.all(
      PASSWORDS.map(async (password, index) => {
        const { exitCode, said } = await run(network, wait, { USERNAME: `u@${index}`, PASSWORD: password });
        if (exitCode !== 0) {
          expect
            .soft(said)
            .toBe(
              'the password for redis has a character that does not arrive in REDIS_URL: take letters and digits, or name a key with the whole URL in connections.redis.urlKey',
            );
          return 'refused';
        }
        const ask = `import os, redis; redis.Redis.from_url(os.environ["REDIS_URL"]).ping()`;
        const env = { REDIS_URL: `redis://u%40${index}:${password}@127.0.0.1:6379/0` };
        expect.soft(await python(network, ask, env), password).toMatchObject({ exitCode: 0 });
        return 'held';
      }),
    );
    expect(verdicts.filter((verdict) => verdict === 'held')).toHaveLength(HELD_BY_URLS);
  });
});

describe('JSON that Kubernetes composes', { timeout: 300_000 }, () => {
  it('holds it for the logs of Airflow, or the wait refuses it by name', async ({ network, expect }) => {
    const outside = { 'connections.s3.host': 's3.example.com', 'connections.s3.existingSecret': 'keys' };
    const wait = running(await scripts(caseOf('airflow'), outside), check('s3'));
    const parsed = (password: string) => {
      try {
        return JSON.parse(`{"password":"${password}"}`).password;
      } catch {
        return undefined;
      }
    };
    const verdicts = await Promise.all(
      PASSWORDS.map(async (SECRET_KEY) => {
        const { said } = await run(network, wait, { SECRET_KEY });
        const refused = said.startsWith(
          'the secret key for minio has a character that does not arrive in AIRFLOW_CONN_S3_LOGS',
        );
        expect.soft(!refused, SECRET_KEY).toBe(parsed(SECRET_KEY) === SECRET_KEY);
        return refused;
      }),
    );
    expect(new Set(verdicts)).toEqual(new Set([true, false]));
  });
});

/** One of the list: those of letters, digits and what RFC 3986 lets stand in a user's part. */
const HELD_BY_URLS = 1;

/** A password as an ACL of Redis has it without showing it. */
function digest(password: string): string {
  return `#${createHash('sha256').update(password).digest('hex')}`;
}
