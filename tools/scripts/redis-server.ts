import { ensureDebian } from '../toolchain/debian.ts';
import { type Network, stop, textOf } from './network.ts';
import { untilWritten } from './until-written.ts';

export interface RedisOptions {
  readonly network: Network;
  /** 6379 when absent. */
  readonly port?: number;
  /** The address to listen on; all when absent. */
  readonly host?: string;
  readonly password?: string;
  /** Further arguments of redis-server, for example `['--user', 'app on >secret ~* +@all']`. */
  readonly args?: readonly string[];
}

export interface RunningServer {
  /** What the server has written so far. */
  readonly log: () => string;
  readonly close: () => Promise<void>;
}

/** Starts the redis-server of this machine in a network and waits until it takes connections, at most thirty seconds. */
export async function redisServer({
  network,
  port = 6379,
  host,
  password,
  args = [],
}: RedisOptions): Promise<RunningServer> {
  await ensureDebian(['redis-server']);
  const child = network.start('redis-server', [
    ...['--port', String(port), '--save', '', '--appendonly', 'no', '--protected-mode', 'no', '--dir', '/'],
    ...(host === undefined ? [] : ['--bind', host]),
    ...(password === undefined ? [] : ['--requirepass', password]),
    ...args,
  ]);
  const log = textOf(child.stdout);
  await untilWritten(child.stdout, log, 'Ready to accept connections', 'redis-server');
  return { log, close: () => stop(child) };
}
