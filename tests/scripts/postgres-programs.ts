import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { minioServer } from '../../tools/scripts/minio-server.ts';
import { type Network, openNetwork } from '../../tools/scripts/network.ts';
import { postgresPrograms as installed, postgresServer } from '../../tools/scripts/postgres-server.ts';
import { type RunResult, runScript } from '../../tools/scripts/run-script.ts';
import { startPostgres } from './postgres-process.ts';
import { lastLine, PASSWORD, type ShippedScript, sourceOf, withEnv } from './shipped.ts';

/** A network and volumes of its own, both gone afterwards. */
async function alone(work: (network: Network, volumes: Readonly<Record<string, string>>) => Promise<void>) {
  const network = await openNetwork();
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  chmodSync(folder, 0o755);
  const names = ['data', 'tmp', 'run', 'backups'];
  try {
    await work(network, Object.fromEntries(names.map((name) => [name, join(folder, name)])));
  } finally {
    await network.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

const shared = new Map<string, Promise<Network>>();
afterAll(async () => {
  for (const network of shared.values()) await (await network).close();
});

/** A network with a server on a port; scripts that leave it as they find it share one. */
function networkWithServer(port = '5432'): Promise<Network> {
  const start = async () => {
    const network = await openNetwork();
    await postgresServer({ network, port: Number(port), password: PASSWORD });
    return network;
  };
  const made = shared.get(port) ?? start();
  shared.set(port, made);
  return made;
}

/** The script with the superuser of the test, where the server it looks for is in the network. */
function here(shipped: ShippedScript, env: Readonly<Record<string, string>> = {}): ShippedScript {
  const { PGHOST, HOST, PGUSER } = shipped.script.env;
  const host = PGHOST ?? HOST ?? '';
  const user = HOST === undefined && PGUSER !== undefined ? { PGUSER: 'postgres' } : {};
  return {
    ...withEnv(shipped, { PGSSLMODE: 'prefer', ...user, ...env }),
    hosts: { ...shipped.hosts, [host]: shipped.hosts[host] ?? '127.0.0.1' },
  };
}

/** A server on the port that a script asks. */
function server(network: Network, { script: { env } }: ShippedScript) {
  return postgresServer({ network, port: Number(env.PGPORT ?? env.PORT), password: PASSWORD });
}

/** What psql of the script's image says to the superuser. */
function sql(shipped: ShippedScript, network: Network, ...statements: readonly string[]): Promise<RunResult> {
  const { script, hosts } = here(shipped);
  const { HOST, PORT, PGHOST = HOST, PGPORT = PORT } = script.env;
  const env = {
    ...script.env,
    PGHOST: `${PGHOST}`,
    PGPORT: `${PGPORT}`,
    PGUSER: 'postgres',
    PGPASSWORD: PASSWORD,
  };
  const command = ['psql', '-XAtq', '-d', 'postgres', ...statements.flatMap((text) => ['-c', text])];
  return runScript({ ...script, image: 'postgres', env, command, args: [] }, { network, hosts });
}

/** A store instead of the one of the case, with its bucket. */
async function store(network: Network, shipped: ShippedScript): Promise<ShippedScript> {
  await minioServer({ network, user: PASSWORD, password: PASSWORD });
  const own = here(shipped, { RCLONE_CONFIG_STORE_ENDPOINT: 'http://127.0.0.1:9000' });
  const env = { ...own.script.env, RCLONE_CONFIG_STORE_NO_CHECK_BUCKET: 'false' };
  const args = ['rclone --config /dev/null mkdir "store:$BUCKET"'];
  expect(await runScript({ ...own.script, image: 'rclone', env, args }, { network })).toMatchObject({
    exitCode: 0,
  });
  return own;
}

/** Puts something that looks like a backup where the script looks for new ones. */
async function newBackup(
  { script }: ShippedScript,
  volumes: Readonly<Record<string, string>>,
): Promise<void> {
  const args = ['mkdir -p "$FOLDER/20260102T030405Z" && echo sums > "$FOLDER/20260102T030405Z/SHA256SUMS"'];
  expect(await runScript({ ...script, args }, { volumes })).toMatchObject({ exitCode: 0, output: '' });
}

async function awaySays(shipped: ShippedScript, network: Network, message: RegExp): Promise<void> {
  const { script, hosts } = here(shipped, { TIMEOUT: '0' });
  const result = await runScript(script, { network, hosts });
  expect(result).toMatchObject({ exitCode: 1 });
  expect(result.output).toMatch(message);
}

const GAVE_UP = /gave up after 0s waiting for postgres at .*: .*(Connection refused|Network is unreachable)/;

const ready = {
  async works({ script }: ShippedScript) {
    const network = await networkWithServer();
    expect(await runScript(script, { network })).toMatchObject({ exitCode: 0, output: '' });
  },
  async fails({ script }: ShippedScript, network: Network) {
    const { exitCode } = await runScript(script, { network });
    expect(exitCode).toBeGreaterThan(0);
  },
};

/** The programs of the database, of its clients and of its backups: where the server is, and where it is not. */
export const postgresPrograms = {
  'pg_isready --quiet --host=127.0.0.1': ready,
  'pg_isready --quiet --host=127.0.0.1 || [ $? = 1 ]': ready,
  [sourceOf('generators/src/features/connection/postgres/check.sh')]: {
    async works(shipped: ShippedScript) {
      const { PGUSER: user = '', DATABASE: database = '', SERVICE, HOST, PORT } = shipped.script.env;
      const network = await networkWithServer(PORT);
      // Clients of the same name come from several cases.
      if (user !== 'postgres')
        await sql(
          shipped,
          network,
          `create role "${user}" login password '${PASSWORD}'`,
          `create database "${database}"`,
        );
      const { script, hosts } = here(shipped);
      expect(await runScript(script, { network, hosts })).toMatchObject({
        exitCode: 0,
        output: `${SERVICE} answers at ${HOST}:${PORT}, database ${database}\n`,
      });
    },
    fails: (shipped: ShippedScript, network: Network) =>
      awaySays(
        shipped,
        network,
        /gave up after 0s waiting for \S+ at .*: .*(Connection refused|unreachable)/,
      ),
  },
  [sourceOf('charts/postgres/src/start.sh')]: {
    works: (shipped: ShippedScript) =>
      alone(async (network, volumes) => {
        // The certificates of cases are no certificates.
        const own = withEnv(shipped, {
          MAJOR: String((await installed()).major),
          TLS: 'false',
          TLS_REQUIRED: 'false',
        });
        const started = await startPostgres(own.script, network, volumes);
        expect(await started.stop()).toMatchObject({ exitCode: 0 });
      }),
  },
  [sourceOf('charts/postgres/src/provision.sh')]: {
    async works(shipped: ShippedScript) {
      const network = await networkWithServer(shipped.script.env.PGPORT);
      const { script, hosts } = here(shipped, { RESTORE_ID: '' });
      const result = await runScript(script, { network, hosts });
      expect(result).toMatchObject({ exitCode: 0 });
      const done = result.output
        .trim()
        .split('\n')
        .map((line) => line.split(':')[0]);
      expect(done.join(' ')).toBe(script.env.CLIENTS);
    },
    fails: (shipped: ShippedScript, network: Network) => awaySays(shipped, network, GAVE_UP),
  },
  [sourceOf('charts/postgres/src/dump.sh')]: {
    works: (shipped: ShippedScript) =>
      alone(async (network, volumes) => {
        await server(network, shipped);
        await sql(shipped, network, 'create database web_app');
        const { script, hosts } = here(shipped, { RESTORE_ID: '' });
        const result = await runScript(script, { network, hosts, volumes });
        expect(result).toMatchObject({ exitCode: 0 });
        expect(result.output).toMatch(
          /^dumped web_app\nno database has content yet: .*\nthe backup \d{8}T\d{6}Z takes /,
        );
      }),
    fails: (shipped: ShippedScript, network: Network) => awaySays(shipped, network, GAVE_UP),
  },
  [sourceOf('charts/postgres/src/store.sh')]: {
    works: (shipped: ShippedScript) =>
      alone(async (network, volumes) => {
        const own = shipped.script.env.DESTINATION === 's3' ? await store(network, shipped) : shipped;
        await newBackup(own, volumes);
        const result = await runScript(own.script, { network, volumes });
        expect(result).toMatchObject({ exitCode: 0 });
        expect(lastLine(result.output)).toBe('1 backups are kept');
      }),
  },
  [sourceOf('charts/postgres/src/look.sh')]: {
    works: (shipped: ShippedScript) =>
      alone(async (network, volumes) => {
        const own = shipped.script.env.DESTINATION === 's3' ? await store(network, shipped) : shipped;
        expect(await runScript(own.script, { network, volumes })).toMatchObject({ exitCode: 0, output: '' });
      }),
  },
  [sourceOf('charts/postgres/src/ask.sh')]: {
    async works(shipped: ShippedScript) {
      const network = await networkWithServer(shipped.script.env.PGPORT);
      const { script, hosts } = here(shipped);
      expect(await runScript(script, { network, hosts })).toMatchObject({ exitCode: 0, output: '' });
    },
    fails: (shipped: ShippedScript, network: Network) => awaySays(shipped, network, GAVE_UP),
  },
  [sourceOf('charts/postgres/src/fetch.sh')]: {
    works: (shipped: ShippedScript) =>
      alone(async (network, volumes) => {
        const own = await store(network, shipped);
        await newBackup(own, volumes);
        const args = ['rclone --config /dev/null copy "$FOLDER" "store:$BUCKET/$PREFIX"'];
        await runScript({ ...own.script, args }, { network, volumes });
        const env = { BACKUP: '' };
        expect(await runScript(withEnv(own, env).script, { network, volumes })).toMatchObject({
          exitCode: 0,
          output: 'fetched 20260102T030405Z\n',
        });
      }),
  },
  [sourceOf('charts/postgres/src/restore.sh')]: {
    works: (shipped: ShippedScript) =>
      alone(async (network, volumes) => {
        await server(network, shipped);
        // An empty backup is none to restore without its name.
        await sql(shipped, network, 'create database web_app', '\\connect web_app', 'create table kept ()');
        const { script, hosts } = here(shipped, { BACKUP: '', CLEAN: 'true' });
        const env = { ...script.env, RESTORE_ID: '' };
        const dump = { ...script, env, args: [sourceOf('charts/postgres/src/dump.sh')] };
        expect(await runScript(dump, { network, hosts, volumes })).toMatchObject({ exitCode: 0 });
        const result = await runScript(script, { network, hosts, volumes });
        expect(result).toMatchObject({ exitCode: 0 });
        expect(lastLine(result.output)).toMatch(/^restored web_app from /);
      }),
    fails: (shipped: ShippedScript, network: Network) => awaySays(shipped, network, GAVE_UP),
  },
};
