import { type ChildProcess, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { chmod, chown, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { ensureDebian } from '../toolchain/debian.ts';
import type { ServerCertificate } from './certificates.ts';
import { freePort, stop as kill, machineNetwork, type Network, textOf, type User } from './network.ts';
import { untilWritten } from './until-written.ts';

const INSTALLED = '/usr/lib/postgresql';

export interface PostgresOptions {
  /** The network of this machine when absent. */
  readonly network?: Network;
  /** 5432 in a network of its own, a free one in the machine's. */
  readonly port?: number;
  /** Name of the superuser; `postgres` when absent. */
  readonly user?: string;
  /** Password of the superuser; anyone is let in as anyone when absent. */
  readonly password?: string;
  /** Makes the server refuse connections without TLS. */
  readonly tls?: ServerCertificate;
  /** Further settings, for example `{ max_connections: '5' }`. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface PostgresServer {
  readonly port: number;
  /** Major version, for example 15: the one of this machine's Debian. */
  readonly major: number;
  /** Folder with psql, pg_dump and the others of the same version. */
  readonly bin: string;
  /** Folder of the server's data. */
  readonly data: string;
  /** What the server has written so far. */
  readonly log: () => string;
  /** Ends it as `pg_ctl stop` does and starts it anew on the same data and port. */
  readonly restart: () => Promise<void>;
  /** Ends it as `pg_ctl stop` does. Its data goes with it, also when its network is closed instead. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the PostgreSQL of this machine on data of its own, as an unprivileged user, and waits until it takes connections,
 * at most thirty seconds. Nothing is synced to the disk. Installs the Debian package where it is missing; no service is started.
 */
export async function postgresServer(options: PostgresOptions = {}): Promise<PostgresServer> {
  const { network = machineNetwork(), user = 'postgres', password, tls, settings = {} } = options;
  const { bin, major } = await postgresPrograms();
  const port = options.port ?? (options.network === undefined ? await freePort() : 5432);
  const owner = serverUser();
  const folder = await mkdtemp(join(tmpdir(), 'postgres-'));
  await chmod(folder, 0o700);
  await give(folder, owner);
  const put = async (name: string, text: string) => {
    const path = join(folder, name);
    await writeFile(path, text, { mode: 0o600 });
    await give(path, owner);
    return path;
  };
  const data = join(folder, 'data');
  const as = { user: owner, env: { LC_ALL: 'C.UTF-8', TZ: 'UTC' } };
  const passwordFile = await put('password', `${password ?? 'none'}\n`);
  await finished(
    network.start(
      join(bin, 'initdb'),
      [...['-D', data, '-U', user, '-A', 'trust', '-E', 'UTF8', '--no-sync'], `--pwfile=${passwordFile}`],
      as,
    ),
  );
  const configured = {
    listen_addresses: options.network === undefined ? '127.0.0.1' : '*',
    port: String(port),
    unix_socket_directories: folder,
    hba_file: await put('hba.conf', accessRules(password, tls !== undefined)),
    fsync: 'off',
    ...(tls === undefined
      ? {}
      : {
          ssl: 'on',
          ssl_ca_file: await put('ca.crt', tls.ca),
          ssl_cert_file: await put('tls.crt', tls.certificate),
          ssl_key_file: await put('tls.key', tls.key),
        }),
    ...settings,
  };
  const words = Object.entries(configured).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  let log = '';
  let restarting = false;
  const start = async (): Promise<ChildProcess> => {
    const child = network.start(join(bin, 'postgres'), ['-D', data, ...words], as);
    const own = textOf(child.stderr);
    child.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString()));
    child.once('exit', () => {
      if (!restarting) rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    });
    await untilWritten(child.stderr, own, 'ready to accept connections', 'postgres');
    return child;
  };
  let running = await start();
  return {
    ...{ port, major, bin, data, log: () => log },
    async restart() {
      restarting = true;
      await end(running);
      restarting = false;
      running = await start();
    },
    stop: () => end(running),
  };
}

/** The newest PostgreSQL of this machine, installed from Debian where there is none. */
export async function postgresPrograms(): Promise<{ readonly bin: string; readonly major: number }> {
  await ensureDebian(['postgresql']);
  const majors = (await readdir(INSTALLED).catch(() => []))
    .map(Number)
    .filter(Number.isInteger)
    .toSorted((one, other) => other - one);
  const [major] = majors;
  if (major !== undefined) return { bin: join(INSTALLED, String(major), 'bin'), major };
  throw new ChartwrightError(
    'scripts/no-postgres',
    'there are no PostgreSQL programs',
    INSTALLED,
    'Install them, on Debian with "apt-get install postgresql".',
  );
}

/** PostgreSQL refuses root, and looks its user up by name: Debian's own for root, otherwise the current one. */
function serverUser(): User {
  const number = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return process.getuid?.() === 0 ? { uid: number('-u'), gid: number('-g') } : userInfo();
}

function accessRules(password: string | undefined, encrypted: boolean): string {
  const method = password === undefined ? 'trust' : 'scram-sha-256';
  const type = encrypted ? 'hostssl' : 'host';
  const lines = ['all', 'replication'].flatMap((database) => [
    `local ${database} all ${method}`,
    `${type} ${database} all all ${method}`,
  ]);
  return `${lines.join('\n')}\n`;
}

async function give(path: string, { uid, gid }: User): Promise<void> {
  if (process.getuid?.() === 0) await chown(path, uid, gid);
}

/** SIGINT is the fast stop: it ends sessions and writes everything. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGINT');
  const timer = setTimeout(() => void kill(child), 20_000);
  await gone;
  clearTimeout(timer);
}

async function finished(child: ChildProcess): Promise<void> {
  const problem = textOf(child.stderr);
  child.stdout?.resume();
  const [code] = (await once(child, 'close')) as [number | null];
  if (code === 0) return;
  throw new ChartwrightError(
    'scripts/server',
    `no data could be made: ${problem().trim()}`,
    'initdb',
    'Look at its output',
  );
}
