import { execFile } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { type ClientRequestArgs, type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cases } from '../../tools/cases/cases.ts';
import { type Network, openNetwork, textOf as outputOf, stop } from '../../tools/scripts/network.ts';
import type { RunningServer } from '../../tools/scripts/redis-server.ts';
import { type RunResult, runScript } from '../../tools/scripts/run-script.ts';
import { untilWritten } from '../../tools/scripts/until-written.ts';
import { until } from '../cluster/until.ts';
import { running, type ShippedScript, scriptsOfCase } from './shipped.ts';

/** What the container of a gateway runs, from its ConfigMap. */
export const START = 'sh /etc/gateway/start.sh';
/** The hook before it is stopped. */
export const DRAIN = 'sh /etc/gateway/drain.sh';
const KEYS = 'gateway-keys';

/** An answer of the gateway, with the time in milliseconds at which each piece of its body came. */
export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly pieces: readonly { readonly text: string; readonly at: number }[];
}

export interface Gateway {
  readonly ask: (path: string, options?: ClientRequestArgs) => Promise<Reply>;
  readonly metrics: () => Promise<string>;
  /** Socket of the gateway's port, for other protocols. */
  readonly socket: string;
  readonly output: () => string;
  /** Replaces the keys as the kubelet does. */
  readonly setKeys: (keys: Readonly<Record<string, string>>) => void;
  readonly application: () => string;
  readonly stopApplication: () => Promise<void>;
  /** Runs the hook with which the kubelet begins to delete the pod. */
  readonly drain: () => Promise<void>;
  readonly ended: Promise<RunResult>;
  /** Ends it as the kubelet does. */
  readonly stop: () => Promise<RunResult>;
  readonly close: () => Promise<void>;
}

/** The script of a gateway as a case ships it, rendered with further values. */
export async function gatewayScript(chart: string, ...values: readonly string[]): Promise<ShippedScript> {
  const example = cases().find((one) => one.chart === chart && one.name === 'gateway');
  if (example === undefined) throw new Error(`${chart} has no case with a gateway`);
  const all = await scriptsOfCase(
    example,
    values.flatMap((value) => ['--set', value]),
  );
  return running(all, START);
}

/** What stands behind a gateway. */
export interface GatewayOptions {
  readonly port: number;
  readonly keys?: Readonly<Record<string, string>>;
  /** Starts the application; one of Node's by default. */
  readonly serve?: (network: Network) => Promise<RunningServer>;
}

/** Runs an application and a gateway before it in a network of their own. */
export async function startGateway(
  { script }: Pick<ShippedScript, 'script'>,
  {
    port,
    keys = {},
    serve = (network) => nodeProgram(network, 'application.ts', [String(port)]),
  }: GatewayOptions,
): Promise<Gateway> {
  const network = await openNetwork();
  const folder = mkdtempSync(join(tmpdir(), 'gateway-'));
  chmodSync(folder, 0o755);
  const application = await serve(network);
  const mounted = join(folder, 'keys');
  mkdirSync(mounted);
  const setKeys = (next: Readonly<Record<string, string>>) => swap(mounted, next);
  setKeys(keys);
  let output = '';
  const container = {
    ...script,
    mounts: script.mounts.map(({ files, ...mount }) =>
      mount.volume === KEYS || files === undefined ? mount : { ...mount, files },
    ),
  };
  const volumes = {
    [KEYS]: mounted,
    'gateway-tmp': join(folder, 'tmp'),
    'gateway-cache': join(folder, 'cache'),
  };
  const ended = runScript(container, {
    network,
    timeout: 120_000,
    volumes,
    onOutput: (text) => {
      output += text;
    },
  });
  const sockets = [8900, 8901].map((number) => join(folder, `${number}.socket`));
  for (const socket of sockets)
    await nodeProgram(network, 'bridge.ts', [socket, /(\d+)\.socket$/.exec(socket)?.[1] ?? '']);
  const [socket = '', inner = ''] = sockets;
  const ask: Gateway['ask'] = (path, options) => asked({ socketPath: socket, path, ...options });
  const metrics = async () => (await asked({ socketPath: inner, path: '/metrics' })).body;
  const gateway: Gateway = {
    ask,
    metrics,
    socket,
    output: () => output,
    setKeys,
    application: application.log,
    stopApplication: application.close,
    drain: () => within(network, script.uid ?? 0, ...DRAIN.split(' ')),
    ended,
    stop: () => {
      end(network, 'SIGTERM');
      return ended;
    },
    close: async () => {
      end(network, 'SIGKILL');
      await network.close();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const status = () =>
    asked({ socketPath: inner, path: '/healthz' }).then(
      (reply) => reply.status,
      () => 0,
    );
  if ((await until(status, (value) => value === 204)) === 204) return gateway;
  await gateway.close();
  throw new Error(`the gateway did not start: ${output}`);
}

/** Starts a program beside this file in a network, and waits until it listens. */
export async function nodeProgram(
  network: Network,
  file: string,
  args: readonly string[],
): Promise<RunningServer> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = network.start(process.execPath, [path, ...args]);
  const log = outputOf(child.stdout);
  await untilWritten(child.stdout, log, 'listening', file);
  return { log, close: () => stop(child) };
}

/** A Secret's folder: the kubelet writes the new files beside the old ones and swaps one link. */
function swap(folder: string, keys: Readonly<Record<string, string>>): void {
  const data = mkdtempSync(join(folder, '..data-'));
  chmodSync(data, 0o755);
  for (const [name, key] of Object.entries(keys)) writeFileSync(join(data, name), key);
  symlinkSync(data.slice(folder.length + 1), join(folder, '..data_tmp'));
  renameSync(join(folder, '..data_tmp'), join(folder, '..data'));
  for (const name of readdirSync(folder)) if (!name.startsWith('..')) rmSync(join(folder, name));
  for (const name of Object.keys(keys)) symlinkSync(`..data/${name}`, join(folder, name));
}

function asked(options: ClientRequestArgs): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const call = request({ agent: false, timeout: 10_000, ...options }, (response) => {
      const pieces: { readonly text: string; readonly at: number }[] = [];
      response.on('data', (piece: Buffer) =>
        pieces.push({ text: String(piece), at: performance.now() - began }),
      );
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: pieces.map(({ text }) => text).join(''),
          pieces,
        }),
      );
    });
    call.on('timeout', () => call.destroy(new Error('no answer')));
    call.on('error', reject);
    call.end();
  });
}

/** Sends a signal to the shell that runs the script in a network, if it still does. */
function end(network: Network, signal: 'SIGTERM' | 'SIGKILL'): void {
  const found = shellOf(network);
  if (found !== undefined) process.kill(Number(found), signal);
}

/** Runs a program in the container of the script as its user, as `kubectl exec` and hooks do. */
async function within(network: Network, uid: number, ...command: readonly string[]): Promise<void> {
  const scope = ['nsenter', `--target=${shellOf(network)}`, '--mount', '--pid'];
  const as =
    process.getuid?.() === 0
      ? ['setpriv', `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups']
      : ['--user', '--preserve-credentials'];
  const [program = '', ...words] = [...scope, ...as, ...command];
  await promisify(execFile)(program, words);
}

/** The process of that shell. */
function shellOf({ enter }: Network): string | undefined {
  const holder = /\d+/.exec(enter.join(' '))?.[0] ?? '';
  const home = readlinkSync(`/proc/${holder}/ns/net`);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .find((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
        return words.join(' ').trim() === START && readlinkSync(`/proc/${pid}/ns/net`) === home;
      } catch {
        return false;
      }
    });
}
