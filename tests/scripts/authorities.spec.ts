import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { cases } from '../../tools/cases/cases.ts';
import { type ServerCertificate, serverCertificate } from '../../tools/scripts/certificates.ts';
import { minioServer } from '../../tools/scripts/minio-server.ts';
import type { Network } from '../../tools/scripts/network.ts';
import { postgresServer } from '../../tools/scripts/postgres-server.ts';
import { redisServer } from '../../tools/scripts/redis-server.ts';
import { type RunResult, runScript } from '../../tools/scripts/run-script.ts';
import { SLOW } from './airflow-process.ts';
import { inNetwork as it } from './in-network.ts';
import { mc } from './minio-process.ts';
import { sql } from './mlflow-process.ts';
import { lastLine, PASSWORD, type ShippedScript, scriptsOfCase } from './shipped.ts';

/** Servers outside of the release whose certificates an authority of their own signed. */
const OUTSIDE = [
  ...['postgres', 'redis', 'minio'].map((name) => `${name}.enabled=false`),
  ...['connections.postgres.host=db.test', 'connections.postgres.existingSecret=given'],
  ...['connections.redis.host=queue.test', 'connections.redis.existingSecret=given'],
  ...['connections.redis.tls=true', 'connections.s3.host=store.test', 'connections.s3.scheme=https'],
  ...['connections.s3.port=9000', 'connections.s3.existingSecret=given'],
  'connections.s3.usernameKey=username',
  ...['postgres', 'redis', 's3'].map((name) => `connections.${name}.caSecret=authority`),
];
const HOSTS = { 'db.test': '127.0.0.1', 'queue.test': '127.0.0.1', 'store.test': '127.0.0.1' };

/** The address of the queue as AIRFLOW__CELERY__BROKER_URL_CMD says it. */
const BROKER = `import sys
sys.path.insert(0, "/opt/airflow/checks")
from broker import url`;

/** What programs of the image do with the environment of the scheduler; each says `fine`. */
const CLIENTS = {
  psycopg2: `import os, psycopg2
psycopg2.connect(os.environ["AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"].replace("+psycopg2", "")).cursor().execute("select 1")`,
  asyncpg: `import asyncio, os
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine
async def ask():
    async with create_async_engine(os.environ["AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_ASYNC"]).connect() as connection:
        await connection.execute(text("select 1"))
asyncio.run(ask())`,
  redis: `${BROKER}
import redis
redis.Redis.from_url(url()).ping()`,
  kombu: `${BROKER}
from kombu import Connection
Connection(url()).ensure_connection(max_retries=1, timeout=5)`,
  botocore: `import json, os, boto3
given = json.loads(os.environ["AIRFLOW_CONN_S3_LOGS"])
boto3.client("s3", aws_access_key_id=given["login"], aws_secret_access_key=given["password"], **given["extra"]).list_buckets()`,
};

/** The scripts of Airflow with an authority in the Secret; the access key of the store is its password. */
async function scriptsWith({ ca }: ServerCertificate): Promise<readonly ShippedScript[]> {
  const example = cases().find(({ chart, name }) => chart === 'airflow' && name === 'celery');
  if (example === undefined) throw new Error('the chart airflow has no case celery');
  const args = OUTSIDE.flatMap((value) => ['--set', value]);
  const given = { authority: { 'ca.crt': ca, 'tls.key': 'not for clients' } };
  return scriptsOfCase(example, args, {}, given);
}

/** A Redis that speaks TLS and nothing else. */
async function encryptedRedis(network: Network, { ca, certificate, key }: ServerCertificate): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'redis-tls-'));
  const files = Object.entries({ 'ca-cert': ca, cert: certificate, key }).flatMap(([name, text]) => {
    writeFileSync(join(folder, name), text);
    return [`--tls-${name}-file`, join(folder, name)];
  });
  const args = ['--tls-port', '6379', '--tls-auth-clients', 'no', ...files];
  await redisServer({ network, port: 0, password: PASSWORD, args });
  rmSync(folder, { recursive: true });
}

function at(scripts: readonly ShippedScript[], container: string): ShippedScript {
  const found = scripts.find(
    ({ script }) => script.source === 'StatefulSet/demo-airflow-scheduler' && script.container === container,
  );
  if (found === undefined) throw new Error(`the scheduler has no container ${container}`);
  return found;
}

function run({ script }: ShippedScript, network: Network, words: Partial<typeof script> = {}) {
  const env = { ...script.env, TIMEOUT: '0' };
  return runScript({ ...script, env, ...words }, { network, hosts: HOSTS, timeout: SLOW });
}

const said = ({ exitCode, output }: RunResult) => ({ exitCode, output: lastLine(output) });

describe('an authority of its own', () => {
  it('is the one that waits and clients of a server trust, and no other', { timeout: 3 * SLOW }, async ({
    network,
    expect,
  }) => {
    const names = Object.keys(HOSTS);
    const [certificate, stranger] = await Promise.all([serverCertificate(names), serverCertificate(names)]);
    await postgresServer({ network, password: 'Super0User', tls: certificate });
    await sql(network, `create role airflow login password '${PASSWORD}'`);
    await sql(network, 'create database airflow owner airflow');
    const root = { user: PASSWORD, password: PASSWORD };
    await minioServer({ network, certificate, ...root });
    await mc(network, root, 'mc --insecure mb store/airflow', 'https://127.0.0.1:9000');
    await encryptedRedis(network, certificate);

    const trusting = await scriptsWith(certificate);
    for (const name of ['postgres', 'redis', 's3']) {
      const { exitCode, output } = await run(at(trusting, `wait-for-${name}`), network);
      expect(exitCode, output).toBe(0);
    }
    const scheduler = at(trusting, 'scheduler');
    expect(scheduler.script.env.PGSSLMODE).toBe('verify-full');
    const mount = scheduler.script.mounts.find(({ path }) => path === '/etc/connections/postgres');
    expect(mount?.files).toEqual({ 'ca.crt': certificate.ca });
    const client = (code: string) => ({ command: ['python', '-c', `${code}\nprint("fine")`], args: [] });
    for (const [name, code] of Object.entries(CLIENTS))
      expect(said(await run(scheduler, network, client(code))), name).toEqual({
        exitCode: 0,
        output: 'fine',
      });

    const doubting = await scriptsWith(stranger);
    expect(said(await run(at(doubting, 'wait-for-postgres'), network))).toMatchObject({
      exitCode: 1,
      output: expect.stringContaining('certificate verify failed'),
    });
    expect(said(await run(at(doubting, 'wait-for-s3'), network))).toMatchObject({
      exitCode: 1,
      output: expect.stringMatching(/SSL certificate problem/),
    });
    for (const [name, code] of Object.entries(CLIENTS)) {
      const refused = await run(at(doubting, 'scheduler'), network, client(code));
      expect(refused.exitCode, name).toBe(1);
      expect(refused.output, name).toMatch(/certificate.verify.failed/i);
    }
  });
});
