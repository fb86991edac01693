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

/** The same, with other arguments. */
export function withArgs({ script, ...rest }: ShippedScript, args: readonly string[]): ShippedScript {
  return { ...rest, script: { ...script, args } };
}
