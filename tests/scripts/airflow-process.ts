import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Network } from '../../tools/scripts/network.ts';
import { type PostgresServer, postgresServer } from '../../tools/scripts/postgres-server.ts';
import { type RunOptions, type RunResult, runScript } from '../../tools/scripts/run-script.ts';
import { ensureDebian } from '../../tools/toolchain/debian.ts';
import { sql } from './mlflow-process.ts';
import { PASSWORD, type ShippedScript } from './shipped.ts';

/** What the chart generates is no password of letters: 32 of them in base64, as Fernet wants it. */
export const FERNET_KEY = 'QWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXoxMjM0NTY=';

/** Airflow takes seconds to start; on a busy machine a minute. */
export const SLOW = 300_000;

/** A server with the database and the user that the chart's postgres would have made. */
export async function airflowDatabase(network: Network): Promise<PostgresServer> {
  const server = await postgresServer({ network, password: 'Super0User' });
  await sql(network, `create role airflow login password '${PASSWORD}'`);
  await sql(network, 'create database airflow owner airflow');
  return server;
}

/** Runs a program of Airflow with the keys that the chart would have generated. */
export async function airflow(
  { script, hosts }: ShippedScript,
  options: RunOptions,
  env: Readonly<Record<string, string>> = {},
): Promise<RunResult> {
  await ensureDebian(['dumb-init']);
  const keys = { AIRFLOW__CORE__FERNET_KEY: FERNET_KEY };
  return runScript(
    { ...script, env: { ...script.env, ...keys, ...env } },
    { hosts, timeout: SLOW, ...options },
  );
}

/** A component of Airflow that runs. */
export interface StartedAirflow {
  readonly output: () => string;
  /** Ends it as the kubelet does, and waits for that. */
  readonly stop: () => Promise<void>;
}

const UNTIL_STOPPED = '"$@" & while [ ! -e /tmp/stop ]; do sleep 1; done; kill $!; wait';

/** Starts a component with the keys that the chart would have generated; `volumes` are folders by name. */
export function startAirflow(
  { script, ...rest }: ShippedScript,
  network: Network,
  { volumes, hosts }: Pick<RunOptions, 'volumes' | 'hosts'> = {},
): StartedAirflow {
  const tmp = mkdtempSync(join(tmpdir(), 'airflow-'));
  const command = ['sh', '-c', UNTIL_STOPPED, 'sh', ...script.command];
  let said = '';
  const ended = airflow(
    { ...rest, script: { ...script, command } },
    {
      network,
      hosts: { ...rest.hosts, ...hosts },
      volumes: { ...volumes, tmp },
      timeout: 2 * SLOW,
      onOutput: (text) => (said += text),
    },
  );
  return {
    output: () => said,
    async stop() {
      writeFileSync(join(tmp, 'stop'), '');
      await ended;
      rmSync(tmp, { recursive: true });
    },
  };
}

/** The same, with other arguments. */
export function withArgs({ script, ...rest }: ShippedScript, args: readonly string[]): ShippedScript {
  return { ...rest, script: { ...script, args } };
}
