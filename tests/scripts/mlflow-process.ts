import { execFile } from 'node:child_process';
import process from 'node:process';
import { promisify } from 'node:util';
import type { Network } from '../../tools/scripts/network.ts';
import { postgresPrograms, postgresServer } from '../../tools/scripts/postgres-server.ts';
import { type RunResult, runScript } from '../../tools/scripts/run-script.ts';
import type { Script } from '../../tools/scripts/scripts-of.ts';
import { type StartedServer, startServer } from './server-process.ts';
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

/** Runs the start script until the path of the probes answers, at most some minutes. */
export function startMlflow(
  { script, hosts }: ShippedScript,
  network: Network,
  health = '/health',
): Promise<StartedServer> {
  return startServer(
    script,
    { network, hosts },
    {
      ready: async () => (await healthOf(network, health)) === 200,
      command: /^\S*python3?\0\S*\/mlflow\0server\0/,
      within: START_MS,
      every: 500,
    },
  );
}

async function healthOf(network: Network, path: string): Promise<number> {
  return ask(network, `http://127.0.0.1:5000${path}`).then(
    ({ status }) => status,
    () => 0,
  );
}
