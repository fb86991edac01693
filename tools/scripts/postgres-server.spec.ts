import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../generators/src/programs/run.ts';
import { parseManifests } from '../kubernetes/objects.ts';
import { serverCertificate } from './certificates.ts';
import { type Network, openNetwork } from './network.ts';
import { postgresServer } from './postgres-server.ts';
import { type RunResult, runScript } from './run-script.ts';
import { scriptsOf } from './scripts-of.ts';

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    }).on('error', () => resolve(false));
  });
}

it('runs one after the other on the port of this machine, which is free again after each', {
  timeout: 180_000,
}, async () => {
  let port: number | undefined;
  for (const text of ['first', 'second']) {
    const server = await postgresServer({ ...(port === undefined ? {} : { port }), password: 's3cret' });
    const query = (password: string, ...words: readonly string[]) =>
      run(`${server.bin}/psql`, ['-X', '-A', '-t', '-c', ...words], {
        env: { PGHOST: '127.0.0.1', PGPORT: String(server.port), PGUSER: 'postgres', PGPASSWORD: password },
        timeoutMs: 20_000,
      });
    try {
      const created = await query('s3cret', `create table kept as select '${text}' as word`);
      expect(created).toMatchObject({ code: 0, stdout: 'SELECT 1\n' });
      await server.restart();
      expect(await query('s3cret', 'select word from kept')).toMatchObject({ code: 0, stdout: `${text}\n` });
      const wrong = await query('no', 'select 1');
      expect(wrong).toMatchObject({ code: 2 });
      expect(wrong.stderr).toContain('password authentication failed for user "postgres"');
    } finally {
      await server.stop();
    }
    expect(await answers(server.port)).toBe(false);
    expect(existsSync(server.data)).toBe(false);
    port = server.port;
  }
});

describe('scripts of the postgres image', () => {
  let network: Network;
  beforeAll(async () => {
    network = await openNetwork();
    await postgresServer({ network, password: 's3cret' });
  });
  afterAll(() => network.close());

  function inImage(text: string, env: Readonly<Record<string, string>> = {}): Promise<RunResult> {
    const [script] = scriptsOf(
      parseManifests(`
apiVersion: v1
kind: Pod
metadata: { name: dump }
spec:
  securityContext: { runAsUser: 999, runAsGroup: 999, fsGroup: 999 }
  volumes: [{ name: out, emptyDir: {} }]
  containers:
    - name: dump
      image: docker.io/library/postgres:18.6
      command: [bash, -euc]
      env: [{ name: PGHOST, value: db }, { name: PGPASSWORD, value: s3cret }]
      securityContext: { readOnlyRootFilesystem: true }
      volumeMounts: [{ name: out, mountPath: /out }]
`),
    );
    if (script === undefined) throw new Error('the sample has no script');
    return runScript(
      { ...script, args: [text], env: { ...script.env, ...env } },
      { network, hosts: { db: '127.0.1.1' }, timeout: 30_000 },
    );
  }

  it('are their user on a read-only root, with the programs of the image and no more', async () => {
    const { output } = await inImage(
      'id -un; for program in psql pg_dump pg_restore pg_isready; do command -v $program >/dev/null; done; (touch /x) || true; for program in curl wget python3; do $program --version >/dev/null 2>&1 && echo has $program; done; true',
    );
    expect(output).toBe("postgres\ntouch: cannot touch '/x': Read-only file system\n");
  });

  it('wait, write, dump and restore', async () => {
    const roundTrip = `
pg_isready -q
psql -qX -c 'drop database if exists copy' -c 'create database copy' -c 'drop table if exists word' -c "create table word as select 'kept' as text"
pg_dump --format=custom --table=word --file=/out/dump
psql -qX -c 'drop table word'
pg_restore --dbname=copy /out/dump
psql -qXAt --dbname=copy -c 'select text from word'
`;
    const env = { PGOPTIONS: '-c client_min_messages=warning' };
    for (const _ of [1, 2])
      expect(await inImage(roundTrip, env)).toMatchObject({ exitCode: 0, output: 'kept\n' });
  });

  it('are refused with a wrong password, and told when nothing listens', async () => {
    const wrong = await inImage('psql -c "select 1"', { PGPASSWORD: 'no' });
    expect(wrong).toMatchObject({ exitCode: 2 });
    expect(wrong.output).toContain('password authentication failed');
    expect(await inImage('pg_isready', { PGPORT: '5433' })).toMatchObject({
      exitCode: 2,
      output: 'db:5433 - no response\n',
    });
  });
});

it('takes only encrypted connections with a certificate, and proves its name', {
  timeout: 180_000,
}, async () => {
  const network = await openNetwork();
  const tls = await serverCertificate(['db']);
  await postgresServer({ network, password: 's3cret', tls });
  const [script] = scriptsOf(
    parseManifests(`
apiVersion: v1
kind: Pod
metadata: { name: client }
spec:
  volumes: [{ name: ca, configMap: { name: ca } }]
  containers:
    - name: client
      image: postgres
      command: [sh, -c, 'psql -XAt -c "select ssl from pg_stat_ssl where pid = pg_backend_pid()" 2>&1']
      env: [{ name: PGHOST, value: db }, { name: PGUSER, value: postgres }, { name: PGPASSWORD, value: s3cret }, { name: PGSSLROOTCERT, value: /ca/ca.crt }]
      volumeMounts: [{ name: ca, mountPath: /ca }]
`),
    { configMaps: { ca: { 'ca.crt': tls.ca } } },
  );
  if (script === undefined) throw new Error('the sample has no script');
  const ask = (PGSSLMODE: string, PGHOST: string) =>
    runScript(
      { ...script, env: { ...script.env, PGSSLMODE, PGHOST } },
      { network, hosts: { db: '127.0.1.1', other: '127.0.1.1' } },
    );
  expect(await ask('verify-full', 'db')).toMatchObject({ exitCode: 0, output: 't\n' });
  expect((await ask('verify-full', 'other')).output).toContain('does not match host name "other"');
  expect((await ask('disable', 'db')).output).toContain('no encryption');
  await network.close();
});
