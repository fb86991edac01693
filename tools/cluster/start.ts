import { type ChildProcess, fork } from 'node:child_process';
import { openSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { crdFiles } from '../toolchain/crds.ts';
import { ensureDebian } from '../toolchain/debian.ts';
import { ensureGoTool } from '../toolchain/go.ts';
import { checkHardware, type Hardware, loadHardware } from './hardware.ts';
import { type ClusterState, isRunning, readState } from './state.ts';
import type { StarterMessage, SupervisorMessage, SupervisorOptions } from './supervisor.ts';

/** What a cluster is made of. */
export interface StartOptions {
  /** Name of its context; default `test`. Several of one name can run at once. */
  readonly name?: string;
  /** A description, the path of one, or the bare name of one in `hardware/`; default `default`. */
  readonly hardware?: string | Hardware;
  /** Folder for its files and what is stored in it, kept at the end; default a temporary one that is removed. */
  readonly dataDir?: string;
  /** Called when a component of the cluster ends by itself; default: a message on standard error. */
  readonly onCrash?: (message: string) => void;
}

/** A running cluster. */
export interface Cluster {
  readonly name: string;
  /** Path of a kubeconfig for its administrator. */
  readonly kubeconfig: string;
  /** Address of the API server. */
  readonly server: string;
  /** Its folder; the logs of its components are in `logs/`. */
  readonly folder: string;
  /** Process id of the supervisor that holds all of it. */
  readonly pid: number;
  /** Ends it; afterwards its ports and, unless `dataDir` was given, its folder are free again. */
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 15_000;

/**
 * Starts a cluster and waits until its nodes are ready and its custom resources served.
 * It ends with the process that called this, however that ends.
 */
export async function startCluster(options: StartOptions = {}): Promise<Cluster> {
  const { child, cluster } = await launch(options);
  child.unref();
  child.channel?.unref();
  return cluster;
}

/** Starts a cluster that outlives this process; its folder is given and removed when it ends. */
export async function startDetached(folder: string, options: StartOptions): Promise<Cluster> {
  const { child, cluster } = await launch({ ...options, dataDir: folder }, false);
  await new Promise((done) => child.send('keep' satisfies StarterMessage, done));
  child.disconnect();
  child.unref();
  return cluster;
}

/** Ends a cluster by the state in its folder; false when none was running there. */
export async function stopDetached(folder: string): Promise<boolean> {
  const state = await readState(folder);
  if (state === undefined || !(await isRunning(state))) return false;
  process.kill(state.pid, 'SIGTERM');
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (await isRunning(state)) {
    if (Date.now() > deadline) process.kill(state.pid, 'SIGKILL');
    await new Promise((done) => setTimeout(done, 50));
  }
  return true;
}

async function launch(options: StartOptions, keepData = options.dataDir !== undefined) {
  const { name = 'test', hardware = 'default', dataDir } = options;
  await ensureDebian(['openssl']);
  for (const tool of ['etcd', 'kube-apiserver'] as const) await ensureGoTool(tool);
  await crdFiles();
  const folder =
    dataDir === undefined ? await mkdtemp(join(tmpdir(), 'chartwright-cluster-')) : resolve(dataDir);
  await mkdir(join(folder, 'logs'), { recursive: true });
  const supervisorOptions: SupervisorOptions = {
    name,
    folder,
    keepData,
    hardware: typeof hardware === 'string' ? await loadHardware(hardware) : checkHardware(hardware, name),
  };
  const child = forkSupervisor(supervisorOptions);
  const state = await untilReady(child, folder);
  const onCrash = options.onCrash ?? ((message) => process.stderr.write(`cluster ${name}: ${message}\n`));
  child.on('message', ({ state: { phase, message = '' } }: SupervisorMessage) => {
    if (phase === 'failed') onCrash(message);
  });
  const { kubeconfig, server, pid } = state;
  const stop = async () => {
    await endSupervisor(child);
    // One that was killed or had failed could not clean up.
    if (dataDir === undefined) await rm(folder, { recursive: true, force: true });
  };
  const cluster: Cluster = { name, kubeconfig, server, folder, pid, stop };
  return { child, cluster };
}

/** The supervisor has a process group of its own: a Ctrl-C reaches only its starter, and through that the supervisor. */
function forkSupervisor(options: SupervisorOptions): ChildProcess {
  const out = openSync(join(options.folder, 'logs', 'supervisor.log'), 'a');
  const { NODE_OPTIONS: _, ...env } = process.env;
  return fork(join(import.meta.dirname, 'supervisor.ts'), [JSON.stringify(options)], {
    detached: true,
    execArgv: [],
    env,
    stdio: ['ignore', out, out, 'ipc'],
  });
}

function untilReady(child: ChildProcess, folder: string): Promise<ClusterState> {
  return new Promise((done, reject) => {
    const refuse = (what: string) => {
      finish();
      child.kill('SIGKILL');
      reject(
        new ChartwrightError(
          'cluster/not-started',
          what,
          folder,
          'The folder logs/ in it has the whole story.',
        ),
      );
    };
    const timer = setTimeout(() => refuse(`not ready after ${START_TIMEOUT_MS / 1000} s`), START_TIMEOUT_MS);
    const onExit = () => refuse('the supervisor ended before the cluster was ready');
    const onMessage = ({ state }: SupervisorMessage) => {
      if (state.phase === 'failed') refuse(state.message ?? 'a component ended');
      if (state.phase !== 'ready') return;
      finish();
      done(state);
    };
    const finish = () => {
      clearTimeout(timer);
      child.off('exit', onExit);
      child.off('message', onMessage);
    };
    child.on('exit', onExit);
    child.on('message', onMessage);
  });
}

function endSupervisor(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.ref();
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    child.once('exit', () => {
      clearTimeout(timer);
      done();
    });
    if (child.connected) child.send('stop' satisfies StarterMessage, () => undefined);
    else child.kill('SIGTERM');
  });
}
