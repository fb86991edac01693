import { chmodSync, chownSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { describe } from 'vitest';
import { type Case, cases } from '../../tools/cases/cases.ts';
import { postgresPrograms } from '../../tools/scripts/postgres-server.ts';
import { runScript } from '../../tools/scripts/run-script.ts';
import { FROM_BITNAMI, valuesOfPage } from '../from-bitnami.ts';
import { inNetwork } from './in-network.ts';
import { mc, startStore } from './minio-process.ts';
import { startPostgres } from './postgres-process.ts';
import { clientSays, startRedis } from './redis-process.ts';
import { running, type ShippedScript, scriptsOfCase, sourceOf } from './shipped.ts';

const BITNAMI = 1001;

interface Places {
  readonly folder: string;
  readonly volumes: Readonly<Record<string, string>>;
}

const it = inNetwork.extend<{ readonly places: Places }>({
  places: async ({ task: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'bitnami-'));
    chmodSync(folder, 0o755);
    const at = (name: string) => join(folder, name);
    await use({ folder, volumes: { data: at('data'), tmp: at('tmp'), run: at('run') } });
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  },
});

/** The scripts of a chart with the values that the page gives for it, and the Secret it speaks of. */
function scriptsOf(
  chart: string,
  { folder }: Places,
  more: readonly string[] = [],
): Promise<readonly ShippedScript[]> {
  const values = join(folder, `${chart}.yaml`);
  writeFileSync(values, valuesOfPage(chart));
  return scriptsOfCase(
    defaultCase(chart),
    ['--values', values, ...more],
    {},
    { 'from-bitnami': FROM_BITNAMI },
  );
}

function defaultCase(chart: string): Case {
  const found = cases().find((one) => one.chart === chart && one.name === 'default');
  if (found === undefined) throw new Error(`${chart} has no case`);
  return found;
}

/** Gives a volume to the user of bitnami's images; without root the sandbox maps whoever runs to whoever owns. */
function giveToBitnami(folder: string): void {
  if (process.getuid?.() !== 0) return;
  chownSync(folder, BITNAMI, BITNAMI);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    chownSync(join(entry.parentPath, entry.name), BITNAMI, BITNAMI);
}

describe.concurrent('a volume and a Secret of bitnami’s chart come up with the same passwords', {
  timeout: 180_000,
}, () => {
  it('of PostgreSQL, whose configuration is not in the data', async ({ network, places, expect }) => {
    const { major } = await postgresPrograms();
    const set = ['--set', `image.tag=${major}.1,majorVersion=${major}`];
    const all = await scriptsOf('postgres', places, set);
    const start = running(all, sourceOf('charts/postgres/src/start.sh'));
    const provision = running(all, sourceOf('charts/postgres/src/provision.sh'));
    const asked = (query: string, env: Readonly<Record<string, string>>) =>
      runScript(
        {
          ...provision.script,
          command: ['psql', '-XAtqc', query],
          args: [],
          env: { ...provision.script.env, ...env },
        },
        { network, hosts: provision.hosts },
      ).then(({ output }) => output.trim());
    const superuser = {
      PGDATABASE: 'postgres',
      PGUSER: 'postgres',
      PGPASSWORD: FROM_BITNAMI['postgres-password'],
    };
    const client = { PGDATABASE: 'app', PGUSER: 'app', PGPASSWORD: FROM_BITNAMI.password };

    expect(start.script.uid).toBe(BITNAMI);
    const old = await startPostgres({ ...start.script, uid: 999, gid: 999 }, network, places.volumes);
    await asked(`create role app login password '${FROM_BITNAMI.password}'`, superuser);
    await asked('create database app owner app', superuser);
    await asked('create table kept as select 42 as n', client);
    await old.stop();
    const data = join(places.volumes.data ?? '', 'data');
    for (const file of ['postgresql.conf', 'pg_hba.conf', 'pg_ident.conf']) rmSync(join(data, file));
    giveToBitnami(places.volumes.data ?? '');
    rmSync(places.volumes.tmp ?? '', { recursive: true });
    rmSync(places.volumes.run ?? '', { recursive: true });

    const server = await startPostgres(start.script, network, places.volumes);
    expect(await asked('select n from kept', client)).toBe('42');
    const { exitCode, output } = await runScript(provision.script, { network, hosts: provision.hosts });
    expect([exitCode, output]).toEqual([0, 'app: user app, database app\n']);
    expect(await asked('select n from kept', client)).toBe('42');
    expect(await asked('select 1', { ...client, PGPASSWORD: 'another' })).toContain(
      'password authentication failed',
    );
    await server.stop();
  });

  it('of Redis', async ({ network, places, expect }) => {
    const start = running(await scriptsOf('redis', places), sourceOf('charts/redis/src/start.sh'));
    expect(start.script).toMatchObject({
      uid: BITNAMI,
      env: { REDISCLI_AUTH: FROM_BITNAMI['redis-password'] },
    });
    const old = await startRedis({ ...start.script, uid: 999, gid: 999 }, network, places.volumes);
    await clientSays(start.script, network, 'set kept 42');
    await old.stop();
    giveToBitnami(places.volumes.data ?? '');
    rmSync(places.volumes.tmp ?? '', { recursive: true });
    const server = await startRedis(start.script, network, places.volumes);
    expect(await clientSays(start.script, network, 'get kept')).toBe('42');
    await server.stop();
  });

  it('of MinIO, which its fork reads', async ({ network, places, expect }) => {
    const user = { user: FROM_BITNAMI['root-user'], password: FROM_BITNAMI['root-password'] };
    const startOf = async (more: readonly string[] = []) =>
      running(await scriptsOf('minio', places, more), sourceOf('charts/minio/src/start.sh')).script;
    const minio = await startOf(['--set', 'engine=minio']);
    expect(minio).toMatchObject({ uid: BITNAMI });
    const old = await startStore({ ...minio, uid: 999, gid: 999 }, network, places.volumes);
    await mc(network, user, 'mc mb store/kept && echo 42 | mc pipe store/kept/n');
    await old.stop();
    giveToBitnami(places.volumes.data ?? '');
    rmSync(places.volumes.tmp ?? '', { recursive: true });
    const server = await startStore(await startOf(), network, places.volumes);
    expect((await mc(network, user, 'mc cat store/kept/n')).output.trim()).toBe('42');
    await server.stop();
  });
});
