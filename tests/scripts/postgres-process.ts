import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Network } from '../../tools/scripts/network.ts';
import { type RunResult, runScript } from '../../tools/scripts/run-script.ts';
import type { Script } from '../../tools/scripts/scripts-of.ts';

/** A server that the chart's start script has become. */
export interface StartedPostgres {
  /** The words of its command line, as every process of the node may read them. */
  readonly commandLine: string;
  readonly output: () => string;
  readonly ended: Promise<RunResult>;
  /** Ends it as the image's stop signal does, and waits for that. */
  readonly stop: () => Promise<RunResult>;
  /** Ends it as a node that fails does. */
  readonly kill: () => Promise<RunResult>;
}

/** Runs the start script until the server takes connections over the network, at most a minute. */
export async function startPostgres(
  script: Script,
  network: Network,
  volumes: Readonly<Record<string, string>>,
): Promise<StartedPostgres> {
  let said = '';
  let over = false;
  const ended = runScript(script, { network, volumes, timeout: 120_000, onOutput: (text) => (said += text) });
  void ended.then(() => (over = true));
  const deadline = Date.now() + 60_000;
  while (!/listening on IPv4.*ready to accept connections/s.test(said)) {
    if (over || Date.now() > deadline) throw new Error(`the server did not start: ${said}`);
    await pause(50);
  }
  const pid = serverIn(network);
  const signal = (name: NodeJS.Signals) => () => {
    process.kill(pid, name);
    return ended;
  };
  return {
    commandLine: readText(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim(),
    output: () => said,
    ended,
    stop: signal('SIGINT'),
    kill: signal('SIGKILL'),
  };
}

/** The first server of a network; its sessions are its children. */
function serverIn({ enter }: Network): number {
  const holder = /\d+/.exec(enter.join(' '))?.[0] ?? '';
  const home = readLink(`/proc/${holder}/ns/net`);
  const found = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .find(
      (pid) =>
        readText(`/proc/${pid}/cmdline`).startsWith('postgres\0-D\0') &&
        readLink(`/proc/${pid}/ns/net`) === home,
    );
  if (found === undefined) throw new Error('no server runs in the network');
  return Number(found);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
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
