import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Network } from '../../tools/scripts/network.ts';
import { type RunResult, runScript } from '../../tools/scripts/run-script.ts';
import type { Script } from '../../tools/scripts/scripts-of.ts';

/** Who asks a store. */
export interface Caller {
  readonly user: string;
  readonly password: string;
}

/** What the programs of an image say to some words, as a user without rights. */
export function says(
  network: Network,
  image: string,
  words: string,
  env: Readonly<Record<string, string>> = {},
): Promise<RunResult> {
  return runScript(
    {
      id: image,
      source: image,
      container: image,
      place: 'containers',
      image: `${image}:latest`,
      command: ['sh', '-c', words],
      args: [],
      env,
      mounts: [],
      uid: 1000,
      readOnlyRoot: false,
    },
    { network },
  );
}

/** What mc says to some words; `store` is the server at an address of the network. */
export function mc(
  network: Network,
  { user, password }: Caller,
  words: string,
  url = 'http://127.0.0.1:9000',
): Promise<RunResult> {
  return says(network, 'mc', words, {
    MC_CONFIG_DIR: '/tmp/mc',
    MC_HOST_store: url.replace('://', `://${user}:${password}@`),
  });
}

/** A store that the chart's start script has become. */
export interface StartedStore {
  readonly output: () => string;
  /** Ends it as the kubelet does, and waits for that. */
  readonly stop: () => Promise<RunResult>;
}

/** Runs the start script of a store until the server takes requests, at most a minute; it ends with its network. */
export async function startStore(
  script: Script,
  network: Network,
  volumes: Readonly<Record<string, string>>,
): Promise<StartedStore> {
  let said = '';
  let ended = false;
  const result = runScript(script, {
    network,
    volumes,
    timeout: 120_000,
    onOutput: (text) => (said += text),
  });
  void result.then(() => (ended = true));
  const deadline = Date.now() + 60_000;
  while (!said.includes('API: ')) {
    if (ended || Date.now() > deadline) throw new Error(`the server did not start: ${said}`);
    await pause(50);
  }
  const pid = processIn(network);
  return {
    output: () => said,
    stop: () => {
      process.kill(pid, 'SIGTERM');
      return result;
    },
  };
}

/** The server that lives in a network. */
function processIn({ enter }: Network): number {
  const holder = /\d+/.exec(enter.join(' '))?.[0] ?? '';
  const home = readlinkSync(`/proc/${holder}/ns/net`);
  const found = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .find((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return /^(silo|minio)\0server\0/.test(line) && readlinkSync(`/proc/${pid}/ns/net`) === home;
      } catch {
        return false;
      }
    });
  if (found === undefined) throw new Error('no store runs in the network');
  return Number(found);
}
