import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import process from 'node:process';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { type KubeObject, namespaceOf, ofKind } from '../kubernetes/objects.ts';
import { ensureDebian } from '../toolchain/debian.ts';

/** As whom and with what a server is started. */
export interface StartOptions {
  /** Variables on top of the current environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Root becomes this user; who is not root can only be itself, by its own number instead of 0. */
  readonly user?: User;
}

/** A user of this machine by number. */
export interface User {
  readonly uid: number;
  readonly gid: number;
}

/** A network of its own with nothing but a loopback device, so that every port and every 127.x address is free. */
export interface Network {
  /** The command words that put a process into the network. */
  readonly enter: readonly string[];
  /** Starts a server in the network; it ends with the network, or with this process. */
  readonly start: (command: string, args: readonly string[], options?: StartOptions) => ChildProcess;
  readonly close: () => Promise<void>;
}

/**
 * Opens a network namespace; as an ordinary user it lives in a user namespace.
 * Installs busybox and bubblewrap where they are missing. Throws `scripts/network` where the kernel refuses.
 */
export async function openNetwork(): Promise<Network> {
  await ensureDebian(['busybox', 'bubblewrap']);
  const asRoot = process.getuid?.() === 0;
  const scope = asRoot ? ['--net'] : ['--user', '--map-root-user', '--net'];
  const script = 'busybox ip link set lo up && echo up && exec cat';
  const holder = spawn('unshare', [...scope, 'sh', '-c', script], { stdio: ['pipe', 'pipe', 'pipe'] });
  const problem = textOf(holder.stderr);
  const up = await Promise.race([once(holder.stdout, 'data'), once(holder, 'exit'), once(holder, 'error')]);
  if (holder.exitCode !== null || holder.pid === undefined || String(up[0]).trim() !== 'up') {
    throw new ChartwrightError(
      'scripts/network',
      `no network namespace: ${problem() || String(up[0])}`,
      'unshare --net',
      'Install util-linux, and run as root or allow user namespaces',
    );
  }
  const enter = asRoot
    ? ['nsenter', `--net=/proc/${holder.pid}/ns/net`]
    : ['nsenter', '--user', '--net', '--preserve-credentials', `--target=${holder.pid}`];
  return networkOf(enter, [holder]);
}

/** The network of this machine, for servers and clients that other processes must reach. */
export function machineNetwork(): Network {
  return networkOf([], []);
}

/** A TCP port on which nothing listens on this machine at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function networkOf(enter: readonly string[], holders: readonly ChildProcess[]): Network {
  const servers: ChildProcess[] = [];
  return {
    enter,
    start(command, args, { env, user } = {}) {
      const [program = '', ...words] = [
        ...enter,
        ...(user === undefined || process.getuid?.() === 0 || enter.length === 0 ? [] : renumbered(user)),
        ...['setpriv', '--pdeathsig', 'KILL'],
        ...(user === undefined || process.getuid?.() !== 0 ? [] : changedTo(user)),
        command,
        ...args,
      ];
      const server = spawn(program, words, {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, ...env },
      });
      servers.push(server);
      return server;
    },
    async close() {
      await Promise.all([...servers, ...holders].map(stop));
    },
  };
}

function changedTo({ uid, gid }: User): readonly string[] {
  return [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
}

/** In a network of its own an ordinary user is seen as root; some servers refuse that. */
function renumbered({ uid, gid }: User): readonly string[] {
  return ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`];
}

/** Ends a process and waits until it is gone. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Collects what a stream says; the result returns all of it so far. */
export function textOf(stream: NodeJS.ReadableStream | null): () => string {
  let text = '';
  stream?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return () => text;
}

/** The names under which pods reach the Services of a release, each Service with a loopback address of its own. */
export function serviceHosts(
  objects: readonly KubeObject[],
  releaseNamespace = 'default',
): Readonly<Record<string, string>> {
  const entries = ofKind(objects, 'Service').flatMap((service, index) => {
    const { name } = service.metadata;
    const namespace = namespaceOf(service, releaseNamespace);
    const address = `127.0.${1 + Math.floor(index / 250)}.${1 + (index % 250)}`;
    const full = [
      `${name}.${namespace}`,
      `${name}.${namespace}.svc`,
      `${name}.${namespace}.svc.cluster.local`,
    ];
    return [...(namespace === releaseNamespace ? [name] : []), ...full].map(
      (host) => [host, address] as const,
    );
  });
  return Object.fromEntries(entries);
}
