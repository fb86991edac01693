import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Network } from '../../tools/scripts/network.ts';
import { postgresPrograms, postgresServer } from '../../tools/scripts/postgres-server.ts';
import { type RunResult, runScript } from '../../tools/scripts/run-script.ts';
import type { Script } from '../../tools/scripts/scripts-of.ts';
import type { ShippedScript } from './shipped.ts';

const run = promisify(execFile);
const START_MS = 400_000;

/** What a program in a network says. */
async function inside(
  { enter }: Network,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const [program = '', ...words] = [...enter, command, ...args];
  const { stdout } = await run(program, words, { env: { ...process.env, ...env }, timeout: 60_000 });
  return stdout;
}

/** One request: its status and what came back. */
export async function ask(
  network: Network,
  url: string,
  options: readonly string[] = [],
): Promise<{ readonly status: number; readonly body: string }> {
  const said = await inside(network, 'curl', [
    '--silent',
    '--max-time',
    '30',
    '--write-out',
    '\n%{http_code}',
    ...options,
    url,
  ]);
  const cut = said.lastIndexOf('\n');
  return { status: Number(said.slice(cut + 1)), body: said.slice(0, cut) };
}

/** What a database of the network answers to its superuser. */
export async function sql(network: Network, statement: string, database = 'postgres'): Promise<string> {
  const { bin } = await postgresPrograms();
  const words = ['-XqAt', '-v', 'ON_ERROR_STOP=1', '-h', '127.0.0.1', '-U', 'postgres', '-d', database];
  return (
    await inside(network, `${bin}/psql`, [...words, '-c', statement], { PGPASSWORD: 'Super0User' })
  ).trim();
}

/** Starts a server with the user and the database of MLflow. */
export async function withDatabase(network: Network, password: string): Promise<void> {
  await postgresServer({ network, password: 'Super0User' });
  await sql(network, `create role mlflow login password '${password.replaceAll("'", "''")}'`);
  await sql(network, 'create database mlflow owner mlflow');
}

/** Runs a program of a user of MLflow, who has the client and nothing of the server's environment. */
export function client(
  network: Network,
  hosts: Readonly<Record<string, string>>,
  code: string,
  env: Readonly<Record<string, string>>,
): Promise<RunResult> {
  const script: Script = {
    id: 'client',
    source: 'client',
    container: 'client',
    place: 'containers',
    image: 'ghcr.io/mlflow/mlflow:client',
    command: ['python3', '-W', 'ignore', '-c', code],
    args: [],
    env: { HOME: '/tmp', GIT_PYTHON_REFRESH: 'quiet', MLFLOW_DISABLE_TELEMETRY: 'true', ...env },
    mounts: [],
    uid: 1000,
    readOnlyRoot: false,
  };
  return runScript(script, { network, hosts, timeout: START_MS });
}

/** A server that the chart's start script has become. */
export interface StartedMlflow {
  readonly output: () => string;
  /** Ends it as the kubelet does, and waits for that. */
  readonly stop: () => Promise<RunResult>;
}

/** Runs the start script until the path of the probes answers, at most some minutes. */
export async function startMlflow(
  { script, hosts }: ShippedScript,
  network: Network,
  health = '/health',
): Promise<StartedMlflow> {
  let said = '';
  let over = false;
  const ended = runScript(script, {
    network,
    hosts,
    timeout: 600_000,
    onOutput: (text) => (said += text),
  });
  void ended.then(() => (over = true));
  const deadline = Date.now() + START_MS;
  while ((await healthOf(network, health)) !== 200) {
    if (over || Date.now() > deadline) throw new Error(`the server did not start: ${said}`);
    await pause(500);
  }
  const pid = serverIn(network);
  return {
    output: () => said,
    stop() {
      process.kill(pid, 'SIGTERM');
      return ended;
    },
  };
}

async function healthOf(network: Network, path: string): Promise<number> {
  return ask(network, `http://127.0.0.1:5000${path}`).then(
    ({ status }) => status,
    () => 0,
  );
}

/** The process of a network that the start script has become; the workers are its children. */
function serverIn({ enter }: Network): number {
  const holder = /\d+/.exec(enter.join(' '))?.[0] ?? '';
  const home = readLink(`/proc/${holder}/ns/net`);
  const found = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .sort((one, other) => one - other)
    .find(
      (pid) =>
        /^\S*python3?\0\S*\/mlflow\0server\0/.test(readText(`/proc/${pid}/cmdline`)) &&
        readLink(`/proc/${pid}/ns/net`) === home,
    );
  if (found === undefined) throw new Error('no server runs in the network');
  return found;
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
