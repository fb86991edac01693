import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Network } from '../../tools/scripts/network.ts';
import { type RunResult, runScript } from '../../tools/scripts/run-script.ts';
import type { Script } from '../../tools/scripts/scripts-of.ts';

/** What the client of a server's own container says to some words. */
export async function clientSays(script: Script, network: Network, words: string): Promise<string> {
  const command = ['sh', '-c', `$CLI ${words} 2>&1`];
  const { output } = await runScript({ ...script, command, args: [] }, { network });
  return output.trim();
}

/** A server that a chart's start script has become. */
export interface StartedRedis {
  readonly pid: number;
  /** The words of its command line, as every process of the node may read them. */
  readonly commandLine: string;
  readonly output: () => string;
  readonly ended: Promise<RunResult>;
  /** Ends it as the kubelet does, and waits for that. */
  readonly stop: () => Promise<RunResult>;
}

/** Runs the start script of a Redis until the server takes connections, at most thirty seconds. */
export async function startRedis(
  script: Script,
  network: Network,
  volumes: Readonly<Record<string, string>>,
): Promise<StartedRedis> {
  let said = '';
  let ended = false;
  const result = runScript(script, { network, volumes, timeout: 60_000, onOutput: (text) => (said += text) });
  void result.then(() => (ended = true));
  const deadline = Date.now() + 30_000;
  while (!said.includes('Ready to accept connections')) {
    if (ended || Date.now() > deadline) throw new Error(`the server did not start: ${said}`);
    await pause(20);
  }
  const pid = processIn(network);
  return {
    pid,
    commandLine: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim(),
    output: () => said,
    ended: result,
    stop: () => {
      process.kill(pid, 'SIGTERM');
      return result;
    },
  };
}

/** The server that lives in a network on the port of the chart. */
function processIn({ enter }: Network): number {
  const holder = /\d+/.exec(enter.join(' '))?.[0] ?? '';
  const home = readlinkSync(`/proc/${holder}/ns/net`);
  const found = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .find(
      (pid) =>
        /^(redis|valkey)-server .*:6379/.test(readText(`/proc/${pid}/cmdline`)) &&
        readLink(`/proc/${pid}/ns/net`) === home,
    );
  if (found === undefined) throw new Error('no server runs in the network');
  return Number(found);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}

function readLink(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
