import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type Network, stop, textOf } from '../../tools/scripts/network.ts';
import type { RunningServer } from '../../tools/scripts/redis-server.ts';
import { untilWritten } from '../../tools/scripts/until-written.ts';
import type { Answers } from './answering.ts';

const SERVER = fileURLToPath(new URL('answering.ts', import.meta.url));

/** Starts a server in a network that answers as it is told to; its log has a line `METHOD /path` for each request. */
export async function webServer(network: Network, port: number, answers: Answers): Promise<RunningServer> {
  const child = network.start(process.execPath, [SERVER, String(port), JSON.stringify(answers)]);
  const log = textOf(child.stdout);
  await untilWritten(child.stdout, log, 'listening', 'web server');
  return { log, close: () => stop(child) };
}
