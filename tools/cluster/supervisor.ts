import { type ChildProcess, fork, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, openSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { cacheFolder } from '../../generators/src/programs/cache.ts';
import { ensureGoTool } from '../toolchain/go.ts';
import { certificatePaths, makeCertificates } from './certificates.ts';
import { apiServer, type Component, controllerManager, etcd, type Layout, scheduler } from './components.ts';
import type { Hardware } from './hardware.ts';
import { writeKubeconfig } from './kubeconfig.ts';
import { NETWORKS } from './networks.ts';
import { freePorts } from './ports.ts';
import { type ClusterState, writeState } from './state.ts';

/** What the starter hands to the supervisor as its one argument, in JSON. */
export interface SupervisorOptions {
  readonly name: string;
  readonly folder: string;
  readonly hardware: Hardware;
  /** Whether the folder and what is stored in it survive the end of the cluster. */
  readonly keepData: boolean;
}

/** What the supervisor tells its starter. */
export type SupervisorMessage = { readonly state: ClusterState };

/** What the starter tells the supervisor: `keep` lets the cluster outlive the starter. */
export type StarterMessage = 'keep' | 'stop';

/**
 * Garbage is collected less often while there is room. With many releases the API server keeps half a gigabyte; a limit near
 * that makes it collect all the time, which was a third of its work.
 */
const LAZY = { GOGC: '400', GOMEMLIMIT: '1500MiB' };
const READY_TIMEOUT_MS = 90_000;
const children = new Map<string, ChildProcess>();
const options = JSON.parse(process.argv[2] ?? '{}') as SupervisorOptions;
const log = (name: string) => join(options.folder, 'logs', `${name}.log`);
let ending = false;
let kept = false;

process.on('message', (message: StarterMessage) => {
  if (message === 'stop') void end();
  kept = true;
});
process.on('disconnect', () => {
  if (!kept) void end();
});
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void end());

try {
  await start();
} catch (error) {
  await fail(error instanceof Error ? error.message : String(error));
}

async function start(): Promise<void> {
  const layout = await prepare();
  await tell(layout, 'starting');
  // Loading its libraries takes as long as the API server's start.
  const simulator = startSimulator(layout);
  await startComponent(etcd(layout));
  await startComponent(apiServer(layout));
  await untilReady(layout);
  console.log(`API server ready after ${Math.round(performance.now())} ms`);
  simulator.send('go');
  await Promise.all([startComponent(controllerManager(layout)), startComponent(scheduler(layout))]);
  await new Promise<void>((resolve, reject) => {
    simulator.once('message', () => resolve());
    setTimeout(() => reject(new Error('the simulated nodes did not become ready')), READY_TIMEOUT_MS).unref();
  });
  await tell(layout, 'ready');
  console.log(`ready after ${Math.round(performance.now())} ms`);
}

async function prepare(): Promise<Layout> {
  const { folder, name } = options;
  await mkdir(join(folder, 'logs'), { recursive: true });
  const [api = 0, etcdPort = 0, etcdPeer = 0] = await freePorts(3);
  const networks = NETWORKS[options.hardware.family ?? 'IPv4'];
  const certificates = certificatePaths(folder);
  if (!existsSync(certificates.serving)) await makeCertificates(folder, networks.firstService);
  const token = randomBytes(24).toString('hex');
  const layout: Layout = {
    folder,
    certificates,
    tokens: join(folder, 'tokens.csv'),
    kubeconfig: join(folder, 'kubeconfig'),
    networks,
    ports: { api, etcd: etcdPort, etcdPeer },
  };
  await writeFile(layout.tokens, `${token},admin,admin,"system:masters"\n`, { mode: 0o600 });
  await writeKubeconfig(layout.kubeconfig, { name, server: serverOf(layout), ca: certificates.ca, token });
  return layout;
}

async function startComponent(component: Component): Promise<void> {
  const binary = await ensureGoTool(component.name);
  if (ending) return;
  const out = openSync(log(component.name), 'a');
  // The kernel then ends the component with this process, however that ends.
  const withParent = existsSync('/usr/bin/setpriv') ? ['/usr/bin/setpriv', '--pdeathsig', 'KILL'] : [];
  const [command = binary, ...args] = [...withParent, binary, ...component.args];
  watch(
    component.name,
    spawn(command, args, {
      cwd: options.folder,
      env: { ...LAZY, ...process.env },
      stdio: ['ignore', out, out],
    }),
  );
}

function startSimulator({ kubeconfig, folder }: Layout): ChildProcess {
  const out = openSync(log('simulator'), 'a');
  const hardware = JSON.stringify(options.hardware);
  const child = fork(join(import.meta.dirname, 'simulator', 'main.ts'), [kubeconfig, hardware], {
    cwd: folder,
    execArgv: [],
    env: { ...process.env, NODE_COMPILE_CACHE: join(cacheFolder(), 'node') },
    stdio: ['ignore', out, out, 'ipc'],
  });
  watch('simulator', child);
  return child;
}

function watch(name: string, child: ChildProcess): void {
  children.set(name, child);
  child.once('exit', (code, signal) => {
    children.delete(name);
    if (!ending) void fail(`${name} ended with ${signal ?? code}`, name);
  });
}

async function untilReady(layout: Layout): Promise<void> {
  const ca = await readFile(layout.certificates.ca);
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (Date.now() < deadline && !ending) {
    if (await answers(`${serverOf(layout)}/readyz`, ca)) return;
    await sleep(100);
  }
  throw new ChartwrightError(
    'cluster/not-ready',
    'the API server did not become ready',
    options.name,
    `Read ${log('kube-apiserver')}.`,
  );
}

function answers(url: string, ca: Buffer): Promise<boolean> {
  return new Promise((resolve) => {
    const call = request(url, { ca, timeout: 2000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    call.on('error', () => resolve(false));
    call.on('timeout', () => call.destroy());
    call.end();
  });
}

function serverOf({ ports }: Layout): string {
  return `https://127.0.0.1:${ports.api}`;
}

async function tell(layout: Layout, phase: ClusterState['phase']): Promise<void> {
  const { kubeconfig } = layout;
  const state: ClusterState = {
    name: options.name,
    pid: process.pid,
    phase,
    kubeconfig,
    server: serverOf(layout),
  };
  await writeState(options.folder, state);
  say({ state });
}

/** A component that ends by itself ends the cluster; the folder stays, for its logs. */
async function fail(what: string, component?: string): Promise<void> {
  if (ending) return;
  ending = true;
  const tail = component === undefined ? '' : await logTail(component);
  const { folder, name } = options;
  const state: ClusterState = {
    name,
    pid: process.pid,
    phase: 'failed',
    kubeconfig: join(folder, 'kubeconfig'),
    server: '',
    message: tail === '' ? what : `${what}; the end of ${component ? log(component) : 'its log'}:\n${tail}`,
  };
  await killAll();
  await writeState(folder, state).catch(() => undefined);
  say({ state });
  process.exit(1);
}

async function logTail(component: string): Promise<string> {
  const text = await readFile(log(component), 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-15).join('\n');
}

async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  await killAll();
  const { folder, keepData } = options;
  await rm(keepData ? join(folder, 'state.json') : folder, { recursive: true, force: true });
  process.exit(0);
}

/** Nothing is asked to shut down in good order: what is written is in the system's memory, and an API server takes seconds. */
async function killAll(): Promise<void> {
  const ended = [...children.values()].map((child) => new Promise((resolve) => child.once('exit', resolve)));
  for (const child of children.values()) child.kill('SIGKILL');
  await Promise.race([Promise.all(ended), sleep(5000)]);
}

function say(message: SupervisorMessage): void {
  if (process.connected) process.send?.(message, () => undefined);
}
