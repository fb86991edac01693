import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { cases } from '../../tools/cases/cases.ts';
import { serverCertificate } from '../../tools/scripts/certificates.ts';
import { minioServer } from '../../tools/scripts/minio-server.ts';
import type { Network } from '../../tools/scripts/network.ts';
import { postgresPrograms } from '../../tools/scripts/postgres-server.ts';
import { type RunResult, runScript } from '../../tools/scripts/run-script.ts';
import { inNetwork } from './in-network.ts';
import { startPostgres } from './postgres-process.ts';
import { startServer } from './server-process.ts';
import {
  lastLine,
  PASSWORD,
  running,
  type ShippedScript,
  scriptsOfCase,
  sourceOf,
  withEnv,
} from './shipped.ts';

const example = cases().find(({ chart, name }) => chart === 'postgres' && name === 'default');
if (example === undefined) throw new Error('the chart postgres has no case');
const { major } = await postgresPrograms();
const source = (name: string) => sourceOf(`charts/postgres/src/${name}.sh`);

/** The scripts of a release with the PostgreSQL of this machine. */
function release(...values: readonly string[]): Promise<readonly ShippedScript[]> {
  const given = [`image.tag=${major}.1`, ...values];
  return scriptsOfCase(
    example as NonNullable<typeof example>,
    given.flatMap((value) => ['--set', value]),
  );
}

const all = await release(
  'clients.web-app.extensions={citext,uuid-ossp}',
  'clients.reports.username=Re"port\'s',
  'backup.enabled=true',
  'backup.keepLast=2',
  'restore.id=first',
);
const start = running(all, source('start'));
const afterRestore = { provision: running(all, source('provision')), dump: running(all, source('dump')) };
const provision = withEnv(afterRestore.provision, { RESTORE_ID: '' });
const dump = withEnv(afterRestore.dump, { RESTORE_ID: '' });
const store = running(all, source('store'));
const look = running(all, source('look'));
const restore = running(all, source('restore'));
const check = running(all, sourceOf('generators/src/features/connection/postgres/check.sh'));

interface Volumes {
  readonly data: string;
  readonly tmp: string;
  readonly run: string;
  readonly backups: string;
  readonly [name: string]: string;
}

const it = inNetwork.extend<{ readonly volumes: Volumes }>({
  volumes: async ({ task: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
    chmodSync(folder, 0o755);
    const at = (name: string) => join(folder, name);
    await use({ data: at('data'), tmp: at('tmp'), run: at('run'), backups: at('backups') });
    rmSync(folder, { recursive: true });
  },
});

/** What psql says in the pod of the clients' Job. */
async function says(
  network: Network,
  query: string,
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { script, hosts } = withEnv(provision, { PGDATABASE: 'postgres', ...env });
  const command = ['psql', '-XAtqc', query];
  const { output } = await runScript({ ...script, command, args: [] }, { network, hosts });
  return output.trim();
}

function ran(
  { script, hosts }: ShippedScript,
  network: Network,
  volumes: Readonly<Record<string, string>> = {},
) {
  return runScript(script, { network, hosts, volumes, timeout: 60_000 });
}

/** A run of both containers of a backup; they share the volumes of the pod. */
async function backUp(network: Network, volumes: Volumes, env: Readonly<Record<string, string>> = {}) {
  const own = { backups: volumes.backups, tmp: join(volumes.backups, '../backup-tmp') };
  const dumped = await ran(withEnv(dump, env), network, own);
  expect(dumped).toMatchObject({ exitCode: 0 });
  return ran(withEnv(store, env), network, own);
}

let restores = 0;

/** A restore under a name of its own. */
function restored(
  network: Network,
  volumes: Volumes,
  env: Readonly<Record<string, string>> = {},
): Promise<RunResult> {
  restores += 1;
  const given = { TIMEOUT: '20', RESTORE_ID: `number-${restores}`, ...env };
  return ran(withEnv(restore, given), network, { backups: volumes.backups });
}

const stamps = (folder: string) => readdirSync(folder).filter((name) => /^\d{8}T\d{6}Z$/.test(name));

describe.concurrent('the start of PostgreSQL', { timeout: 120_000 }, () => {
  it('runs as a user without a name, whom the namespace chose', async ({ network, volumes }) => {
    const script = { ...start.script, uid: 1_000_720_000, gid: 0 };
    const first = await startPostgres(script, network, volumes);
    expect(first.output()).not.toContain('could not look up');
    expect(first.commandLine).not.toContain('LD_PRELOAD');
    await says(network, 'create table word as select 1 as n');
    expect((await first.stop()).exitCode).toBe(0);
    const second = await startPostgres(script, network, volumes);
    expect(await says(network, 'select count(*) from word')).toBe('1');
    await second.stop();
  });

  it('makes a new volume, and keeps its data over a stop and a crash', async ({ network, volumes }) => {
    const first = await startPostgres(start.script, network, volumes);
    expect(first.commandLine).toBe(
      `postgres -D ${start.script.env.PGDATA} -c config_file=/tmp/postgresql.conf`,
    );
    await says(network, 'create table word as select 1 as n');
    const { exitCode, output } = await first.stop();
    expect(exitCode).toBe(0);
    expect(output).toContain('database system is shut down');
    expect(output).not.toContain(PASSWORD);
    expect(readdirSync(volumes.data)).toEqual(['pgdata']);
    expect(statSync(join(volumes.tmp, 'postgresql.conf')).mode & 0o777).toBe(0o600);
    const second = await startPostgres(start.script, network, volumes);
    await says(network, 'insert into word values (2)');
    await second.kill();
    const third = await startPostgres(start.script, network, volumes);
    expect(await says(network, 'select count(*) from word')).toBe('2');
    await third.stop();
  });

  it('keeps the data where images since 18 have it', async ({ network, volumes }) => {
    const eighteen = withEnv(start, {
      VOLUME: '/var/lib/postgresql/data',
      PGDATA: '/var/lib/postgresql/data/18/docker',
    });
    const server = await startPostgres(eighteen.script, network, volumes);
    await server.stop();
    expect(readFileSync(join(volumes.data, '18/docker/PG_VERSION'), 'utf8').trim()).toBe(String(major));
  });

  it('asks for the password everywhere, and takes that of the Secret at the next start', async ({
    network,
    volumes,
  }) => {
    const odd = `a b"c\\d$(id)\`id\`'#%s*é$HOME`;
    const first = await startPostgres(withEnv(start, { PGPASSWORD: odd }).script, network, volumes);
    expect(await says(network, 'select 1', { PGPASSWORD: odd })).toBe('1');
    expect(await says(network, 'select 1')).toContain('password authentication failed');
    const inside = {
      ...start.script,
      command: ['psql', '-c', 'select 1'],
      args: [],
      env: { ...start.script.env, PGHOST: '/var/run/postgresql', PGPASSWORD: 'no' },
    };
    expect((await runScript(inside, { network, volumes })).output).toContain(
      'password authentication failed',
    );
    await first.stop();
    const second = await startPostgres(start.script, network, volumes);
    expect(await says(network, 'select 1')).toBe('1');
    expect(await says(network, 'select 1', { PGPASSWORD: odd })).toContain('password authentication failed');
    const { output } = await second.stop();
    expect(output).not.toContain(PASSWORD);
  });

  it('does not start without a password', async ({ network, volumes }) => {
    const { exitCode, output } = await runScript(withEnv(start, { PGPASSWORD: '' }).script, {
      network,
      volumes,
    });
    expect({ exitCode, output }).toEqual({
      exitCode: 2,
      output: 'sh: 3: PGPASSWORD: the password is empty\n',
    });
  });

  it.for([
    ['pgdata', '14'],
    ['17/docker', '17'],
    ['18/docker', '18'],
  ] as const)(
    'leaves a volume alone that holds data of another major version, in %s',
    async ([folder, version], { network, volumes }) => {
      mkdirSync(join(volumes.data, folder), { recursive: true });
      writeFileSync(join(volumes.data, folder, 'PG_VERSION'), `${version}\n`);
      const { exitCode, output } = await runScript(start.script, { network, volumes });
      expect(exitCode).toBe(1);
      expect(output).toBe(
        `the volume holds data of PostgreSQL ${version}, which PostgreSQL ${major} cannot read. Nothing was changed.\n` +
          `Set image.tag (and majorVersion) back to ${version}. To move to ${major}: back up with ${version}, install on a new volume, restore;\n` +
          'the README of the chart says how under "Upgrade to a new major version".\n',
      );
      expect(readdirSync(volumes.data, { recursive: true }).sort()).toEqual(
        folder.includes('/')
          ? [folder.split('/')[0], folder, `${folder}/PG_VERSION`]
          : [folder, `${folder}/PG_VERSION`],
      );
    },
  );

  it('takes a folder of data that got rights for its group, and keeps to the rules of the values', async ({
    network,
    volumes,
  }) => {
    const own = running(
      await release(
        'extraHba={host replication replicator samehost scram-sha-256,host all nobody all reject}',
        'clients.replicator.username=replicator',
      ),
      source('start'),
    );
    await (await startPostgres(own.script, network, volumes)).stop();
    const widen = { ...own.script, command: ['sh', '-ec', 'chmod 2770 "$PGDATA"'], args: [] };
    expect(await runScript(widen, { network, volumes })).toMatchObject({ exitCode: 0 });
    const server = await startPostgres(own.script, network, volumes);
    await says(network, `create role replicator login replication password '${PASSWORD}'`);
    await says(network, `create role nobody login password '${PASSWORD}'`);
    const replication = await says(network, 'IDENTIFY_SYSTEM', {
      PGUSER: 'replicator',
      PGDATABASE: 'replication=true dbname=postgres',
    });
    expect(replication).not.toContain('no pg_hba.conf entry');
    expect(await says(network, 'select 1', { PGUSER: 'nobody' })).toContain('pg_hba.conf rejects connection');
    await server.stop();
  });

  it('gives a client a database of another name than its user', async ({ network, volumes }) => {
    const own = await release('clients.shop.username=seller', 'clients.shop.database=Shop "1"');
    const server = await startPostgres(running(own, source('start')).script, network, volumes);
    for (const _ of [1, 2])
      expect(await ran(running(own, source('provision')), network)).toMatchObject({
        exitCode: 0,
        output: 'shop: user seller, database Shop "1"\n',
      });
    const seller = { PGUSER: 'seller', PGDATABASE: 'Shop "1"' };
    expect(await says(network, 'create table sold as select 1 as n; select current_database()', seller)).toBe(
      'Shop "1"',
    );
    expect(await says(network, "select count(*) from pg_database where datname = 'seller'")).toBe('0');
    await server.stop();
  });

  it('says where data of its version lies in the layout of another chart', async ({ network, volumes }) => {
    mkdirSync(join(volumes.data, 'data'), { recursive: true });
    const refusal = async (file: string) => {
      writeFileSync(join(volumes.data, file), `${major}\n`);
      const { exitCode, output } = await runScript(start.script, { network, volumes });
      rmSync(join(volumes.data, file));
      return [exitCode, output];
    };
    expect(await refusal('data/PG_VERSION')).toEqual([1, expect.stringContaining(': set dataFolder=data\n')]);
    expect(await refusal('PG_VERSION')).toEqual([
      1,
      expect.stringContaining(`: move it to ${start.script.env.PGDATA}\n`),
    ]);
  });

  it('says that the image holds another version than the chart was told', async ({ network, volumes }) => {
    const { exitCode, output } = await runScript(withEnv(start, { MAJOR: '99' }).script, {
      network,
      volumes,
    });
    expect(exitCode).toBe(1);
    expect(output).toBe(
      `the image holds PostgreSQL ${major}, and the chart was told 99: set majorVersion=${major}\n`,
    );
  });

  it('begins anew where scripts for a new volume fail, and runs them once', async ({ network, volumes }) => {
    const scripts = async (text: string) =>
      running(
        await release(
          `initdb.scripts.10-a\\.sql=${text}`,
          'initdb.scripts.20-b\\.sh=psql -c "insert into begun values (2)"',
        ),
        source('start'),
      );
    const broken = await runScript((await scripts('select nothing;')).script, {
      network,
      volumes,
      timeout: 60_000,
    });
    expect(broken.exitCode).toBe(3);
    expect(broken.output).toContain('column "nothing" does not exist');
    const right = await scripts('create table begun as select 1 as n;');
    for (const _ of [1, 2]) {
      const server = await startPostgres(right.script, network, volumes);
      expect(await says(network, 'select sum(n) from begun')).toBe('3');
      await server.stop();
    }
  });

  it('ends at once while a script for a new volume runs', async ({ network, volumes }) => {
    const slow = running(await release('initdb.scripts.10-slow\\.sh=sleep 60'), source('start'));
    const marks = {
      ready: (said: string) => said.includes('10-slow.sh'),
      command: /^sh\0-c\0# Starts/,
      within: 60_000,
    };
    for (const name of ['SIGINT', 'SIGTERM'] as const) {
      const server = await startServer(slow.script, { network, volumes }, marks);
      const told = Date.now();
      expect(await server.signal(name)).toMatchObject({ exitCode: 143 });
      expect(Date.now() - told).toBeLessThan(15_000);
    }
  });

  it('follows the values', async ({ network, volumes }) => {
    const own = running(
      await release(
        'config.maxConnections=33',
        'config.sharedBuffers=16MB',
        'config.timeZone=Europe/Berlin',
        'config.sharedPreloadLibraries={pg_stat_statements}',
        "extraConfig.application_name=it's",
        'extraConfig.pg_stat_statements\\.max=200',
        'extraConfig.random_page_cost=1.5',
      ),
      source('start'),
    );
    const server = await startPostgres(own.script, network, volumes);
    const names = [
      'max_connections',
      'shared_buffers',
      'timezone',
      'shared_preload_libraries',
      'pg_stat_statements.max',
      'random_page_cost',
    ];
    const said = await Promise.all(names.map((name) => says(network, `show ${name}`)));
    expect(said).toEqual(['33', '16MB', 'Europe/Berlin', 'pg_stat_statements', '200', '1.5']);
    expect(await says(network, "select reset_val from pg_settings where name = 'application_name'")).not.toBe(
      '',
    );
    await server.stop();
  });

  it('speaks TLS with a certificate, and to nobody else where that is required', async ({
    network,
    volumes,
  }) => {
    const names = Object.keys(provision.hosts);
    const { certificate, key } = await serverCertificate(names);
    const encrypted = cases().find(({ chart, name }) => chart === 'postgres' && name === 'tls');
    if (encrypted === undefined) throw new Error('the chart postgres has no case with TLS');
    const own = await scriptsOfCase(encrypted, ['--set', `image.tag=${major}.1`]);
    const { script } = running(own, source('start'));
    // The kubelet's files belong to root, which no file in the sandbox does: here they are the server's own.
    const place = [
      'sh',
      '-ec',
      'umask 077; printf %s "$CERTIFICATE" > /run/tls/tls.crt; printf %s "$KEY" > /run/tls/tls.key',
    ];
    const mounts = script.mounts.map(({ files: _, ...mount }) => ({ ...mount, readOnly: false }));
    const tls = { ...volumes, tls: join(volumes.data, '../tls') };
    const given = {
      ...script,
      mounts,
      env: { CERTIFICATE: certificate, KEY: key },
      command: place,
      args: [],
    };
    expect(await runScript(given, { network, volumes: tls })).toMatchObject({ exitCode: 0, output: '' });
    const server = await startPostgres({ ...script, mounts }, network, tls);
    const query = 'select ssl from pg_stat_ssl where pid = pg_backend_pid()';
    expect(await says(network, query)).toBe('t');
    expect(await says(network, query, { PGSSLMODE: 'disable' })).toContain('no encryption');
    await server.stop();
  });

  it('lets the exporter in from inside of the pod, as a monitor and as nobody else', async ({
    network,
    volumes,
  }) => {
    const own = running(await release('exporter.enabled=true'), source('start'));
    for (const _ of [1, 2]) await (await startPostgres(own.script, network, volumes)).stop();
    const server = await startPostgres(own.script, network, volumes);
    const ask = async (PGHOST: string, query: string) => {
      const script = { ...own.script, command: ['psql', '-XAtqc', query], args: [] };
      const env = { ...script.env, PGHOST, PGUSER: 'exporter', PGDATABASE: 'postgres', PGPASSWORD: 'any' };
      return (await runScript({ ...script, env }, { network, volumes })).output.trim();
    };
    const query =
      "select pg_has_role('pg_monitor', 'member'), rolsuper from pg_roles where rolname = current_user";
    expect(await ask('/var/run/postgresql', query)).toBe('t|f');
    expect(await ask('127.0.0.1', query)).toContain('password authentication failed');
    await server.stop();
  });

  it('is ready when it takes connections, and lives while it recovers', async ({ network, volumes }) => {
    const ready = running(all, 'pg_isready --quiet --host=127.0.0.1');
    const alive = running(all, 'pg_isready --quiet --host=127.0.0.1 || [ $? = 1 ]');
    expect(await ran(ready, network)).toMatchObject({ exitCode: 2 });
    expect(await ran(alive, network)).toMatchObject({ exitCode: 1 });
    const server = await startPostgres(start.script, network, volumes);
    expect(await ran(ready, network)).toMatchObject({ exitCode: 0, output: '' });
    expect(await ran(alive, network)).toMatchObject({ exitCode: 0, output: '' });
    await server.stop();
  });
});

describe.concurrent('the clients of PostgreSQL', { timeout: 120_000 }, () => {
  it('get users and databases of their own, twice alike, with every kind of name and password', async ({
    network,
    volumes,
  }) => {
    const server = await startPostgres(withEnv(start, { LOG_STATEMENT: 'all' }).script, network, volumes);
    const odd = withEnv(provision, { REPORTS_PASSWORD: `x'"\\;$(id) é` });
    for (const _ of [1, 2])
      expect(await ran(odd, network)).toMatchObject({
        exitCode: 0,
        output:
          'reports: user Re"port\'s, database Re"port\'s\nweb-app: user web_app, database web_app, extensions citext uuid-ossp\n',
      });
    const web = { PGUSER: 'web_app', PGDATABASE: 'web_app' };
    const reports = { PGUSER: 'Re"port\'s', PGDATABASE: 'Re"port\'s', PGPASSWORD: `x'"\\;$(id) é` };
    expect(
      await says(
        network,
        "create table kept as select 'a'::citext as word; select rolsuper, rolcreatedb from pg_roles where rolname = current_user",
        web,
      ),
    ).toBe('f|f');
    expect(await says(network, 'select current_database()', reports)).toBe('Re"port\'s');
    expect(await says(network, 'select 1', { ...reports, PGDATABASE: 'web_app' })).toContain(
      'permission denied for database',
    );
    const { output } = await server.stop();
    for (const secret of [PASSWORD, '$(id) é']) expect(output).not.toContain(secret);
  });

  it('that come later are added, and those that were there keep what they have', async ({
    network,
    volumes,
  }) => {
    const server = await startPostgres(start.script, network, volumes);
    const one = running(await release('clients.web-app.username=web_app'), source('provision'));
    expect(await ran(one, network)).toMatchObject({ exitCode: 0 });
    const web = { PGUSER: 'web_app', PGDATABASE: 'web_app' };
    await says(network, 'create table kept as select 1 as n', web);
    expect(await ran(provision, network)).toMatchObject({ exitCode: 0 });
    expect(
      await says(
        network,
        "select n, (select count(*) from pg_extension where extname in ('citext', 'uuid-ossp')) from kept",
        web,
      ),
    ).toBe('1|2');
    expect(await ran(one, network)).toMatchObject({ exitCode: 0 });
    expect(await says(network, "select count(*) from pg_database where datname = 'Re\"port''s'")).toBe('1');
    await server.stop();
  });

  it('follow the passwords of their Secrets', async ({ network, volumes }) => {
    const server = await startPostgres(start.script, network, volumes);
    expect(await ran(provision, network)).toMatchObject({ exitCode: 0 });
    expect(await ran(withEnv(provision, { WEB_APP_PASSWORD: 'other' }), network)).toMatchObject({
      exitCode: 0,
    });
    const web = { PGUSER: 'web_app', PGDATABASE: 'web_app' };
    expect(await says(network, 'select 1', web)).toContain('password authentication failed');
    expect(await says(network, 'select 1', { ...web, PGPASSWORD: 'other' })).toBe('1');
    const empty = await ran(withEnv(provision, { WEB_APP_PASSWORD: '' }), network);
    expect(empty).toMatchObject({ exitCode: 1 });
    expect(lastLine(empty.output)).toBe('the Secret of the client web-app has an empty password');
    await server.stop();
  });

  it('ask for an extension that the image lacks', async ({ network, volumes }) => {
    const server = await startPostgres(start.script, network, volumes);
    const result = await ran(withEnv(provision, { WEB_APP_EXTENSIONS: 'vector' }), network);
    expect(result.exitCode).not.toBe(0);
    expect(result.output).toContain('extension "vector" is not available');
    await server.stop();
  });

  it('are made once the server is there, or it is said why not', async ({ network, volumes }) => {
    const away = await ran(withEnv(provision, { TIMEOUT: '0' }), network);
    expect(away).toMatchObject({ exitCode: 1 });
    expect(lastLine(away.output)).toMatch(
      /^gave up after 0s waiting for postgres at demo-postgres:5432: .*Connection refused/,
    );
    const early = ran(withEnv(provision, { TIMEOUT: '60' }), network);
    const server = await startPostgres(start.script, network, volumes);
    expect(await early).toMatchObject({ exitCode: 0 });
    const wrong = await ran(withEnv(provision, { PGPASSWORD: 'no', TIMEOUT: '0' }), network);
    expect(wrong).toMatchObject({ exitCode: 1 });
    expect(lastLine(wrong.output)).toContain('password authentication failed for user "postgres"');
    await server.stop();
  });

  it('are made by an administrator who is no superuser', async ({ network, volumes }) => {
    const server = await startPostgres(start.script, network, volumes);
    await says(network, `create role admin login createrole createdb password '${PASSWORD}'`);
    const managed = withEnv(provision, { PGUSER: 'admin', WEB_APP_EXTENSIONS: 'citext' });
    for (const _ of [1, 2]) expect(await ran(managed, network)).toMatchObject({ exitCode: 0 });
    expect(await says(network, 'select 1', { PGUSER: 'web_app', PGDATABASE: 'web_app' })).toBe('1');
    await server.stop();
  });
});

describe.concurrent('the wait for PostgreSQL', { timeout: 120_000 }, () => {
  it('ends when the database takes the client, and says what is missing until then', async ({
    network,
    volumes,
  }) => {
    const wait = withEnv(check, { PGUSER: 'web_app', DATABASE: 'web_app', TIMEOUT: '0' });
    const last = async (shipped: ShippedScript) => {
      const { exitCode, output } = await ran(shipped, network);
      return [exitCode, lastLine(output)];
    };
    const gaveUp = 'gave up after 0s waiting for postgres at demo-postgres:5432, database web_app: ';
    expect((await last(wait)).join()).toMatch(new RegExp(`^1,${gaveUp}.*Connection refused`));
    const server = await startPostgres(start.script, network, volumes);
    expect(await last(wait)).toEqual([1, `${gaveUp}password authentication failed for user "web_app"`]);
    const waiting = ran(withEnv(wait, { TIMEOUT: '60' }), network);
    expect(await ran(provision, network)).toMatchObject({ exitCode: 0 });
    const there = 'postgres answers at demo-postgres:5432, database web_app';
    const { exitCode, output } = await waiting;
    expect([exitCode, lastLine(output)]).toEqual([0, there]);
    expect(await last(wait)).toEqual([0, there]);
    expect(await last(withEnv(wait, { PGPASSWORD: 'no' }))).toEqual([
      1,
      `${gaveUp}password authentication failed for user "web_app"`,
    ]);
    expect(await last(withEnv(wait, { PGUSER: 'postgres', DATABASE: 'other' }))).toEqual([
      1,
      'gave up after 0s waiting for postgres at demo-postgres:5432, database other: database "other" does not exist',
    ]);
    expect(await ran(check, network)).toMatchObject({ exitCode: 0 });
    await server.stop();
  });
});

const WEB = { PGUSER: 'web_app', PGDATABASE: 'web_app' } as const;

/** A server with a client that has written something. */
async function filled(network: Network, volumes: Volumes) {
  const server = await startPostgres(start.script, network, volumes);
  expect(await ran(provision, network)).toMatchObject({ exitCode: 0 });
  await says(network, "create table word as select 'kept'::citext as text", WEB);
  return server;
}

/** The server anew, after its volume is lost. */
async function emptied(server: Awaited<ReturnType<typeof filled>>, network: Network, volumes: Volumes) {
  await server.stop();
  rmSync(volumes.data, { recursive: true });
  return startPostgres(start.script, network, volumes);
}

describe.concurrent('a backup of PostgreSQL', { timeout: 240_000 }, () => {
  it('brings everything back to a new server', async ({ network, volumes }) => {
    const old = await filled(network, volumes);
    await says(network, `create role other login password 'Their0Own'`);
    await says(network, 'create database "odd name/=" owner other');
    await says(network, "alter role web_app set work_mem to '7MB'");
    const { exitCode, output } = await backUp(network, volumes);
    expect({ exitCode, output }).toMatchObject({ exitCode: 0, output: '1 backups are kept\n' });
    const [stamp = ''] = stamps(volumes.backups);
    expect(statSync(join(volumes.backups, stamp)).mode & 0o777).toBe(0o700);

    const server = await emptied(old, network, volumes);
    expect(await ran(withEnv(provision, { WEB_APP_PASSWORD: 'newer' }), network)).toMatchObject({
      exitCode: 0,
    });
    const result = await restored(network, volumes);
    expect(result).toMatchObject({ exitCode: 0 });
    expect(lastLine(result.output)).toBe(`restored web_app from ${stamp}`);
    expect(await says(network, 'select text from word', { ...WEB, PGPASSWORD: 'newer' })).toBe('kept');
    expect(await says(network, 'show work_mem', { ...WEB, PGPASSWORD: 'newer' })).toBe('7MB');
    expect(
      await says(network, "select pg_get_userbyid(datdba) from pg_database where datname = 'odd name/='"),
    ).toBe('other');
    expect(await says(network, 'select 1', { PGUSER: 'other', PGPASSWORD: 'Their0Own' })).toBe('1');
    expect(await says(network, 'select 1', { PGUSER: 'Re"port\'s', PGDATABASE: 'web_app' })).toContain(
      'permission denied for database',
    );
    expect(await says(network, "select count(*) from pg_database where datname like '%before%'")).toBe('0');
    await server.stop();
  });

  it('replaces nothing that has content, unless that is wanted', async ({ network, volumes }) => {
    const server = await filled(network, volumes);
    await backUp(network, volumes);
    await says(network, "update word set text = 'newer'", WEB);
    const refused = await restored(network, volumes);
    expect(refused).toMatchObject({ exitCode: 1 });
    expect(refused.output).toContain('these databases have content: web_app. Nothing was changed.');
    expect(await says(network, 'select text from word', WEB)).toBe('newer');
    const others = await restored(network, volumes, { DATABASES: 'Re"port\'s' });
    expect(others).toMatchObject({ exitCode: 0 });
    const none = await restored(network, volumes, { DATABASES: 'nothing' });
    expect(none).toMatchObject({ exitCode: 1 });
    expect(lastLine(none.output)).toContain('holds none of the databases: nothing');
    for (const _ of [1, 2])
      expect(await restored(network, volumes, { CLEAN: 'true' })).toMatchObject({ exitCode: 0 });
    expect(await says(network, 'select text from word', WEB)).toBe('kept');
    await server.stop();
  });

  it('leaves the database as it was when it cannot be restored', async ({ network, volumes }) => {
    const server = await filled(network, volumes);
    await backUp(network, volumes);
    await says(network, "update word set text = 'newer'", WEB);
    // The server now lacks what the dump needs.
    await says(network, 'drop database "Re""port\'s"');
    await says(network, 'drop role "Re""port\'s"');
    const [stamp = ''] = stamps(volumes.backups);
    const roles = join(volumes.backups, stamp, 'roles.sql');
    const without = readFileSync(roles, 'utf8')
      .split('\n')
      .filter((line) => !line.includes('Re""port'))
      .join('\n');
    writeFileSync(roles, without);
    const unsound = await restored(network, volumes, { CLEAN: 'true' });
    expect(unsound).toMatchObject({ exitCode: 1 });
    expect(unsound.output).toContain('roles.sql: FAILED');
    const sums = join(volumes.backups, stamp, 'SHA256SUMS');
    writeFileSync(
      sums,
      readFileSync(sums, 'utf8')
        .split('\n')
        .filter((line) => !line.includes('roles.sql'))
        .join('\n'),
    );
    const half = { RESTORE_ID: 'half', CLEAN: 'true' };
    const failed = await restored(network, volumes, half);
    expect(failed).toMatchObject({ exitCode: 1 });
    expect(lastLine(failed.output)).toContain('could not be restored; it is as it was');
    expect(await says(network, 'select text from word', WEB)).toBe('newer');
    const again = await restored(network, volumes, half);
    expect(again).toMatchObject({ exitCode: 1 });
    expect(again.output).toContain(
      'the restore half has begun before and did not end well: nothing is changed.',
    );
    const after = await ran(withEnv(afterRestore.dump, { RESTORE_ID: 'half', TIMEOUT: '20' }), network, {
      backups: volumes.backups,
    });
    expect(after).toMatchObject({ exitCode: 1 });
    expect(after.output).toContain('the restore half failed, and nothing else is done before it.');
    await server.stop();
  });

  it('comes back once for each name, whatever else changes', async ({ network, volumes }) => {
    const server = await filled(network, volumes);
    await backUp(network, volumes);
    const once = { RESTORE_ID: 'once', CLEAN: 'true' };
    expect(await restored(network, volumes, once)).toMatchObject({ exitCode: 0 });
    await says(network, "update word set text = 'newer'", WEB);
    await backUp(network, volumes);
    for (const changed of [{}, { PGPORT: '5432' }, { DATABASES: 'web_app' }, { BACKUP: '20000101T000000Z' }])
      expect(await restored(network, volumes, { ...once, ...changed })).toMatchObject({
        exitCode: 0,
        output: expect.stringContaining('the restore once has been done: nothing is changed.'),
      });
    expect(await says(network, 'select text from word', WEB)).toBe('newer');
    const [first = ''] = stamps(volumes.backups).sort();
    expect(await restored(network, volumes, { CLEAN: 'true', BACKUP: first })).toMatchObject({ exitCode: 0 });
    expect(await says(network, 'select text from word', WEB)).toBe('kept');
    // What this server knows of restores is none of another one that takes its backups.
    await backUp(network, volumes);
    const next = await emptied(server, network, volumes);
    expect(await restored(network, volumes, once)).toMatchObject({ exitCode: 0 });
    expect(
      await says(network, "select string_agg(rolname, ',') from pg_roles where rolname ~ '^chart'"),
    ).toBe('chart restore once');
    await next.stop();
  });

  it('of a new release comes back before its first backup, and before its clients', async ({
    network,
    volumes,
  }) => {
    const old = await filled(network, volumes);
    await backUp(network, volumes);
    const [stamp = ''] = stamps(volumes.backups);
    const server = await emptied(old, network, volumes);
    const own = { backups: volumes.backups, tmp: join(volumes.backups, '../backup-tmp') };
    const others = Promise.all([
      ran(withEnv(afterRestore.dump, { TIMEOUT: '30' }), network, own),
      ran(withEnv(afterRestore.provision, { TIMEOUT: '30' }), network),
    ]);
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect(stamps(volumes.backups)).toEqual([stamp]);
    expect(await says(network, "select count(*) from pg_database where datname = 'web_app'")).toBe('0');
    const result = await restored(network, volumes, { RESTORE_ID: 'first' });
    expect(lastLine(result.output)).toBe(`restored web_app from ${stamp}`);
    for (const { exitCode } of await others) expect(exitCode).toBe(0);
    expect(stamps(volumes.backups)).toHaveLength(2);
    expect(await says(network, 'select text from word', WEB)).toBe('kept');
    const alone = await ran(withEnv(afterRestore.dump, { RESTORE_ID: 'never', TIMEOUT: '0' }), network, own);
    expect(alone).toMatchObject({ exitCode: 1 });
    expect(alone.output).toContain('the restore never has not begun, and nothing else is done before it.');
    await server.stop();
  });

  it('of a server without content is none to go back to, and pushes out no other', async ({
    network,
    volumes,
  }) => {
    const old = await filled(network, volumes);
    await backUp(network, volumes);
    const [stamp = ''] = stamps(volumes.backups);
    const server = await emptied(old, network, volumes);
    expect(await ran(provision, network)).toMatchObject({ exitCode: 0 });
    for (const _ of [1, 2, 3]) {
      const { output } = await backUp(network, volumes, { KEEP_LAST: '1' });
      const newest = stamps(volumes.backups).sort().at(-1);
      expect(lastLine(output)).toBe(`1 backups are kept, and ${newest}, which has no content`);
      expect(stamps(volumes.backups).sort()).toEqual([stamp, newest]);
      await new Promise((resolve) => setTimeout(resolve, 1100));
    }
    const result = await restored(network, volumes);
    expect(lastLine(result.output)).toBe(`restored web_app from ${stamp}`);
    rmSync(join(volumes.backups, stamp), { recursive: true });
    const none = await restored(network, volumes);
    expect(lastLine(none.output)).toMatch(/^there is no complete backup with content; there are: /);
    await server.stop();
  });

  it('brings tables of tablespaces back, to where they were or where all others are', async ({
    network,
    volumes,
  }) => {
    const server = await filled(network, volumes);
    const folder = join(start.script.env.VOLUME ?? '', 'fast');
    await says(network, `copy (select 1) to program 'mkdir -p ${folder}'`);
    expect(await says(network, `create tablespace "fast disk" location '${folder}'`)).toBe('');
    await says(network, 'alter table word set tablespace "fast disk"', { PGDATABASE: 'web_app' });
    await says(network, 'create database whole tablespace "fast disk"');
    await says(network, 'create table word as select 1 as n', { PGDATABASE: 'whole' });
    await backUp(network, volumes);
    expect(await restored(network, volumes, { CLEAN: 'true' })).toMatchObject({ exitCode: 0 });
    const place =
      "select coalesce(spcname, 'default') from pg_class c left join pg_tablespace t on t.oid = c.reltablespace where relname = 'word'";
    expect(await says(network, place, { PGDATABASE: 'web_app' })).toBe('fast disk');
    const next = await emptied(server, network, volumes);
    const result = await restored(network, volumes);
    expect(result).toMatchObject({ exitCode: 0 });
    expect(result.output).toContain('this server lacks the tablespaces fast disk of the backup');
    expect(await says(network, place, { PGDATABASE: 'web_app' })).toBe('default');
    expect(await says(network, 'select n from word', { PGDATABASE: 'whole' })).toBe('1');
    await next.stop();
  });

  it('is the newest without a name, the one that is named, and none that is not complete', async ({
    network,
    volumes,
  }) => {
    const server = await filled(network, volumes);
    await backUp(network, volumes);
    const [first = ''] = stamps(volumes.backups);
    mkdirSync(join(volumes.backups, '20990101T000000Z'));
    const none = await restored(network, volumes, { BACKUP: '20000101T000000Z' });
    expect(none).toMatchObject({
      exitCode: 1,
      output: `there is no complete backup 20000101T000000Z; there are: ${first}\n`,
    });
    const named = await restored(network, volumes, { BACKUP: first, CLEAN: 'true' });
    expect(lastLine(named.output)).toBe(`restored web_app from ${first}`);
    const newest = await restored(network, volumes, { CLEAN: 'true' });
    expect(lastLine(newest.output)).toBe(`restored web_app from ${first}`);
    await server.stop();
  });

  it('is the first only where there is no complete one', async ({ network, volumes }) => {
    const server = await filled(network, volumes);
    mkdirSync(join(volumes.backups, '20990101T000000Z'), { recursive: true });
    chmodSync(volumes.backups, 0o777);
    const own = { backups: volumes.backups, tmp: join(volumes.backups, '../backup-tmp') };
    const first = async () => {
      for (const script of [look, dump])
        expect(await ran(script, network, own)).toMatchObject({ exitCode: 0 });
      return lastLine((await ran(store, network, own)).output);
    };
    expect(await first()).toBe('1 backups are kept');
    const [stamp = ''] = stamps(volumes.backups);
    expect(await first()).toBe(`there is a backup already: ${stamp}`);
    expect(stamps(volumes.backups)).toEqual([stamp, '20990101T000000Z']);
    await server.stop();
  });

  it('goes when it is neither among the last nor young enough', async ({ network, volumes }) => {
    const server = await filled(network, volumes);
    const day = (days: number) =>
      new Date(Date.now() - days * 86_400_000).toISOString().replace(/[-:]|\.\d+/g, '');
    const old = [40, 20, 3, 2].map(day);
    const begun = `.${day(2)}`;
    const command = [
      ...old.map((name) => `mkdir -p /backups/${name}; echo sums > /backups/${name}/SHA256SUMS`),
      `mkdir /backups/notes /backups/20200101T000000Z.keep /backups/${begun}`,
      `touch -d '2 days ago' /backups/${begun}`,
    ].join('; ');
    await runScript({ ...dump.script, command: ['sh', '-ec', command], args: [] }, { network, volumes });
    const { output } = await backUp(network, volumes, { KEEP_LAST: '2', KEEP_DAYS: '10' });
    expect(lastLine(output)).toBe('3 backups are kept');
    const left = readdirSync(volumes.backups).sort();
    expect(left).toHaveLength(5);
    expect(left).toEqual(expect.arrayContaining([...old.slice(2), 'notes', '20200101T000000Z.keep']));
    const { output: fewer } = await backUp(network, volumes);
    expect(lastLine(fewer)).toBe('2 backups are kept');
    await server.stop();
  });

  it('that fails leaves nothing behind and removes nothing', async ({ network, volumes }) => {
    const server = await filled(network, volumes);
    await backUp(network, volumes);
    const before = readdirSync(volumes.backups);
    const refused = await ran(withEnv(dump, { PGPASSWORD: 'no', TIMEOUT: '0' }), network, {
      backups: volumes.backups,
    });
    expect(refused).toMatchObject({ exitCode: 1 });
    expect(refused.output).toContain('password authentication failed');
    await server.stop();
    const away = await ran(withEnv(dump, { TIMEOUT: '0' }), network, { backups: volumes.backups });
    expect(away).toMatchObject({ exitCode: 1 });
    expect(readdirSync(volumes.backups)).toEqual(before);
  });

  it('goes to a bucket and comes back from it', async ({ network, volumes }) => {
    const user = 'backup-user';
    const minio = await minioServer({
      network,
      user,
      password: PASSWORD,
      env: { MINIO_REGION: 'us-east-1' },
    });
    const s3 = await release(
      'clients.web-app.extensions={citext,uuid-ossp}',
      'backup.enabled=true',
      'backup.destination=s3',
      'backup.keepLast=2',
      'restore.id=first',
      'connections.s3.host=127.0.0.1',
      'connections.s3.existingSecret=store',
    );
    const keys = { RCLONE_CONFIG_STORE_ACCESS_KEY_ID: user, TIMEOUT: '20' };
    const scripts = Object.fromEntries(
      ['look', 'dump', 'store', 'ask', 'fetch', 'restore'].map((name) => [
        name,
        withEnv(running(s3, source(name)), { ...keys, ...(name === 'dump' ? { RESTORE_ID: '' } : {}) }),
      ]),
    );
    const pod = (name: string) => ({ tmp: join(volumes.backups, `../${name}`) });
    const run = (name: string, where: string, env: Readonly<Record<string, string>> = {}) =>
      ran(withEnv(scripts[name] as ShippedScript, env), network, pod(where));
    const server = await filled(network, volumes);

    expect(await run('dump', 'one')).toMatchObject({ exitCode: 0 });
    const missing = await run('store', 'one');
    expect(missing.exitCode).not.toBe(0);
    expect(missing.output).toContain('NoSuchBucket');
    const made = {
      ...(scripts.store as ShippedScript).script,
      args: ['rclone --config /dev/null mkdir store:$BUCKET'],
    };
    const making = { ...made, env: { ...made.env, RCLONE_CONFIG_STORE_NO_CHECK_BUCKET: 'false' } };
    expect(await runScript(making, { network })).toMatchObject({ exitCode: 0 });
    expect(await run('look', 'one')).toMatchObject({ exitCode: 0, output: '' });
    const wrong = await run('store', 'one', { RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY: 'wrong-password' });
    expect(wrong.exitCode).not.toBe(0);
    expect(wrong.output).toContain('SignatureDoesNotMatch');
    const stored = await run('store', 'one');
    expect(stored).toMatchObject({ exitCode: 0 });
    expect(lastLine(stored.output)).toBe('1 backups are kept');
    expect(existsSync(join(pod('one').tmp, 'backups'))).toBe(true);
    expect(readdirSync(join(pod('one').tmp, 'backups'))).toEqual([]);

    for (const count of [2, 2]) {
      await new Promise((resolve) => setTimeout(resolve, 1100));
      expect(await run('dump', 'one')).toMatchObject({ exitCode: 0 });
      expect(lastLine((await run('store', 'one')).output)).toBe(`${count} backups are kept`);
    }
    expect(await run('look', 'three')).toMatchObject({ exitCode: 0 });
    expect(await run('dump', 'three')).toMatchObject({ exitCode: 0, output: '' });
    expect((await run('store', 'three')).output).toMatch(/^there is a backup already: \d{8}T\d{6}Z\n$/);
    await says(network, 'drop table word', WEB);
    const unknown = await run('fetch', 'two', { BACKUP: '20000101T000000Z' });
    expect(unknown).toMatchObject({ exitCode: 1 });
    expect(unknown.output).toContain(
      'has no complete backup 20000101T000000Z in the folder apps/demo-postgres; there are: ',
    );
    expect(await run('fetch', 'two')).toMatchObject({ exitCode: 0 });
    expect(await run('restore', 'two', { CLEAN: 'true' })).toMatchObject({
      exitCode: 0,
    });
    expect(await says(network, 'select text from word', WEB)).toBe('kept');
    // Once it is done, an upgrade asks for it again and fetches nothing.
    const away = { BACKUP: '20000101T000000Z', CLEAN: 'true' };
    for (const name of ['ask', 'fetch', 'restore'])
      expect(await run(name, 'three', away)).toMatchObject({ exitCode: 0 });
    await server.stop();
    await minio.stop();
  });
});
