import { execFileSync } from 'node:child_process';
import { copyFile, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { cached } from '../../generators/src/programs/cache.ts';
import { ensureDebian } from '../toolchain/debian.ts';
import { ensureGoTool, type GoToolName } from '../toolchain/go.ts';
import { ensureNpmSet, type NpmSetName } from '../toolchain/npm.ts';
import { ensurePythonEnvironment, type PythonEnvironmentName } from '../toolchain/python.ts';
import { postgresPrograms } from './postgres-server.ts';
import type { RootKind } from './sandbox.ts';
import { siloPrograms } from './silo.ts';
import { valkeyPrograms } from './valkey.ts';

/** What of this machine a script sees instead of its image. */
export interface StandIn {
  readonly root: RootKind;
  /** The user that the image knows by name. */
  readonly user?: {
    readonly name: string;
    readonly uid: number;
    readonly gid: number;
    readonly home: string;
  };
  /** Folders before the usual ones on PATH. */
  readonly path?: readonly string[];
  /** Further folders of this machine, each shown at its own place. */
  readonly shows?: readonly string[];
  /** Programs of this machine that the image has too, though slim images lack them. */
  readonly has?: readonly string[];
  /** The image's own variables. */
  readonly env?: Readonly<Record<string, string>>;
  /** What the image runs where a container gives arguments only. */
  readonly entrypoint?: readonly string[];
}

const RCLONE = '/usr/bin/rclone';

/** By the last part of an image's name. */
const standIns: Readonly<Record<string, (tag: string) => Promise<StandIn>>> = {
  busybox: async () => ({ root: 'busybox' }),
  redis: async () => ({ root: 'debian', user: { name: 'redis', uid: 999, gid: 999, home: '/data' } }),
  valkey: async () => {
    const folder = await valkeyPrograms();
    const user = { name: 'valkey', uid: 999, gid: 999, home: '/data' };
    return { root: 'debian', user, path: [folder], shows: [folder] };
  },
  postgres: async () => {
    await ensureDebian(['libnss-wrapper']);
    const user = { name: 'postgres', uid: 999, gid: 999, home: '/var/lib/postgresql' };
    return { root: 'debian', user, path: [(await postgresPrograms()).bin] };
  },
  silo: async () => {
    const { bin, folder } = await siloPrograms();
    return { root: 'debian', path: [bin], shows: [bin, folder], entrypoint: ['silo'] };
  },
  'image-minio': () => goProgram('minio'),
  mc: () => goProgram('mc'),
  rustfs: async () => ({ root: 'debian', has: ['curl'] }),
  curl: async () => ({ root: 'debian', has: ['curl'] }),
  grafana: async () => {
    await ensureDebian(['busybox']);
    const folder = await busyboxPrograms();
    return { root: 'debian', has: ['curl'], path: [folder], shows: [folder] };
  },
  'nginx-unprivileged': async () => {
    await ensureDebian(['nginx-light', 'busybox']);
    const folder = await busyboxPrograms();
    const user = { name: 'nginx', uid: 101, gid: 101, home: '/nonexistent' };
    return { root: 'debian', user, path: [folder, '/usr/sbin'], shows: [folder] };
  },
  rclone: async () => {
    const folder = await rclonePrograms();
    return { root: 'busybox', path: [folder], shows: [folder] };
  },
  // Images that charts of tests/scripts/imported are imported with.
  nginx: async () => {
    await ensureDebian(['nginx-light']);
    const user = { name: 'nginx', uid: 101, gid: 101, home: '/nonexistent' };
    const entrypoint = ['nginx', '-e', 'stderr', '-g', 'daemon off;'];
    return { root: 'debian', user, path: ['/usr/sbin'], entrypoint };
  },
  'eclipse-mosquitto': async () => {
    await ensureDebian(['mosquitto', 'mosquitto-clients']);
    const user = { name: 'mosquitto', uid: 1883, gid: 1883, home: '/nonexistent' };
    const entrypoint = ['mosquitto', '-c', '/mosquitto/config/mosquitto.conf'];
    return { root: 'debian', user, path: ['/usr/sbin'], entrypoint };
  },
  'site-calendar': async () => ({
    ...(await python('imported')),
    entrypoint: ['python3', '-m', 'radicale'],
  }),
  radicale: () => python('imported'),
  'rq-dashboard': () => python('imported'),
  postgraphile: () => npm('imported', 'postgraphile'),
  'node-pg-migrate': () => npm('imported', 'node-pg-migrate'),
  mlflow: () => python('mlflow'),
  airflow: async (tag) => ({
    ...(await python(tag.startsWith('2.') ? 'airflow2' : 'airflow', { AIRFLOW_HOME: '/opt/airflow' })),
    user: { name: 'airflow', uid: 50000, gid: 0, home: '/home/airflow' },
  }),
};

/** The stand-in for an image; installs what it needs. `undefined` where there is none. */
export async function standInFor(image: string): Promise<StandIn | undefined> {
  const [name = '', tag = ''] = image.split('@')[0]?.split('/').at(-1)?.split(':') ?? [];
  return Object.hasOwn(standIns, name) ? standIns[name]?.(tag) : undefined;
}

/** Debian's rclone in a folder without other programs: the image has those of BusyBox. */
async function rclonePrograms(): Promise<string> {
  await ensureDebian(['rclone']);
  return cached(`rclone-${Math.floor((await stat(RCLONE)).mtimeMs)}`, (draft) =>
    copyFile(RCLONE, join(draft, 'rclone')),
  );
}

/** The programs of BusyBox in a folder of their own, for images based on Alpine. */
async function busyboxPrograms(): Promise<string> {
  const program = execFileSync('sh', ['-c', 'command -v busybox'], { encoding: 'utf8' }).trim();
  return cached(`busybox-programs-${Math.floor((await stat(program)).mtimeMs)}`, async (draft) => {
    const names = execFileSync(program, ['--list'], { encoding: 'utf8' }).trim().split('\n');
    await Promise.all(names.map((name) => symlink(program, join(draft, name))));
  });
}

async function goProgram(name: GoToolName): Promise<StandIn> {
  const folder = dirname(await ensureGoTool(name));
  return { root: 'debian', path: [folder], shows: [folder], entrypoint: [name] };
}

async function npm(name: NpmSetName, program: string): Promise<StandIn> {
  const folder = await ensureNpmSet(name);
  const node = dirname(process.execPath);
  return {
    root: 'debian',
    path: [join(folder, 'node_modules/.bin'), node],
    shows: [folder, node],
    entrypoint: [program],
  };
}

async function python(
  name: PythonEnvironmentName,
  env: Readonly<Record<string, string>> = {},
): Promise<StandIn> {
  const { folder, bin, python: base, env: own } = await ensurePythonEnvironment(name);
  return {
    root: 'debian',
    path: [bin, `${base}/bin`],
    shows: [folder, ...(base === '/usr' ? [] : [base])],
    has: ['python3'],
    env: { ...env, PYTHONPATH: own.PYTHONPATH },
  };
}
