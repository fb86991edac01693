import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Network } from '../../tools/scripts/network.ts';
import { type RunOptions, type RunResult, runScript } from '../../tools/scripts/run-script.ts';
import type { Script } from '../../tools/scripts/scripts-of.ts';

/** A server that a chart's start script has become. */
export interface StartedServer {
  readonly pid: number;
  /** The words of its command line, as every process of the node may read them. */
  readonly commandLine: string;
  readonly output: () => string;
  readonly ended: Promise<RunResult>;
  /** Sends it a signal, and waits until it has ended. */
  readonly signal: (name: NodeJS.Signals) => Promise<RunResult>;
  /** Ends it as the kubelet does, and waits for that. */
  readonly stop: () => Promise<RunResult>;
}

/** How a server is known. */
export interface ServerMarks {
  /** Whether it serves, by what it has said. */
  readonly ready: (said: string) => boolean | Promise<boolean>;
  /** Its command line, with a NUL after each word unless it has another title. */
  readonly command: RegExp;
  /** Milliseconds it may take to start. */
  readonly within: number;
  /** Milliseconds between two looks; 50 when absent. */
  readonly every?: number;
}

/** Runs a start script in a network until the server serves. */
export async function startServer(
  script: Script,
  options: RunOptions & { readonly network: Network },
  { ready, command, within, every = 50 }: ServerMarks,
): Promise<StartedServer> {
  let said = '';
  let over = false;
  const ended = runScript(script, { timeout: 2 * within, ...options, onOutput: (text) => (said += text) });
  void ended.then(() => (over = true));
  const deadline = Date.now() + within;
  while (!(await ready(said))) {
    if (over || Date.now() > deadline) throw new Error(`the server did not start: ${said}`);
    await pause(every);
  }
  const pid = processIn(options.network, command);
  const signal = (name: NodeJS.Signals) => {
    process.kill(pid, name);
    return ended;
  };
  return {
    pid,
    commandLine: readText(pid).replaceAll('\0', ' ').trim(),
    output: () => said,
    ended,
    signal,
    stop: () => signal('SIGTERM'),
  };
}

/** The first process of a network with such a command line; others are its children. */
function processIn({ enter }: Network, command: RegExp): number {
  const home = networkOf(Number(/\d+/.exec(enter.join(' '))?.[0]));
  const found = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .sort((one, other) => one - other)
    .find((pid) => command.test(readText(pid)) && networkOf(pid) === home);
  if (found === undefined) throw new Error('no server runs in the network');
  return found;
}

function readText(pid: number): string {
  return orNothing(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
}

function networkOf(pid: number): string {
  return orNothing(() => readlinkSync(`/proc/${pid}/ns/net`));
}

/** A process may be gone by now. */
function orNothing(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
