import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { type Case, cases, render } from '../../tools/cases/cases.ts';
import { parseManifests } from '../../tools/kubernetes/objects.ts';
import { type ServerCertificate, serverCertificate } from '../../tools/scripts/certificates.ts';
import type { GivenData } from '../../tools/scripts/keyed-data.ts';
import type { Network } from '../../tools/scripts/network.ts';
import { redisServer } from '../../tools/scripts/redis-server.ts';
import { runScript } from '../../tools/scripts/run-script.ts';
import { type Script, scriptsOf } from '../../tools/scripts/scripts-of.ts';
import { eventually } from './eventually.ts';
import { inNetwork } from './in-network.ts';
import { clientSays, startRedis } from './redis-process.ts';
import { PASSWORD, textOf } from './shipped.ts';

const SECRETS = { 'demo-redis': { password: PASSWORD } };
const USERS = { app: `a b"c\\d$(id)#%s*é`, reader: 'Given0Password' };

/** Port at which a primary runs beside the replica, which has the port of the chart. */
const PRIMARY = '6380';

const it = inNetwork.extend<{ readonly volumes: { readonly data: string; readonly tmp: string } }>({
  volumes: async ({ task: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'redis-'));
    chmodSync(folder, 0o755);
    await use({ data: join(folder, 'data'), tmp: join(folder, 'tmp') });
    rmSync(folder, { recursive: true });
  },
});

/** The scripts of one workload of a case of the chart: how it starts, and how it is seen to be ready. */
async function scripts(name: string, secrets: GivenData['secrets'] = {}, workload = 'demo-redis') {
  const example = cases().find((one) => one.chart === 'redis' && one.name === name);
  const objects = parseManifests(await render(example as Case));
  const given = { namespace: 'apps', secrets: { ...SECRETS, ...secrets } };
  const container = workload === 'demo-redis' ? 'redis' : 'read';
  const [start, , ready] = scriptsOf(objects, given).filter(
    (script) => script.source.endsWith(`/${workload}`) && script.container === container,
  );
  if (start === undefined || ready === undefined) throw new Error(`${name} has no ${workload}`);
  return { start, ready };
}

const at = (script: Script, env: Readonly<Record<string, string>>): Script => ({
  ...script,
  env: { ...script.env, ...env },
});

const readiness = (probe: Script, network: Network) => async () =>
  (await runScript(probe, { network })).exitCode;

describe.concurrent('users beside the default one', () => {
  it('may do what their permissions say, with their own passwords', async ({ network, volumes, expect }) => {
    const { start } = await scripts('users', { 'demo-redis-users': USERS });
    const server = await startRedis(start, network, volumes);
    const as = (name: string, password: string, words: string) =>
      clientSays(at(start, { REDISCLI_AUTH: password }), network, `--user ${name} ${words}`);
    expect(await as('app', USERS.app, 'set app:1 one')).toBe('OK');
    expect(await as('app', USERS.app, 'set other one')).toContain('NOPERM');
    expect(await as('app', USERS.app, 'flushall')).toContain('NOPERM');
    expect(await as('reader', USERS.reader, 'get app:1')).toBe('one');
    expect(await as('reader', USERS.reader, 'set app:1 two')).toContain('NOPERM');
    expect(await as('app', USERS.reader, 'get app:1')).toContain('NOAUTH');
    expect(await as('app', PASSWORD, 'get app:1')).toContain('NOAUTH');
    expect(await clientSays(start, network, 'set other one')).toBe('OK');
    const config = readFileSync(join(volumes.tmp, 'redis.conf'), 'utf8');
    for (const password of Object.values(USERS)) {
      expect(config).not.toContain(password);
      expect(`${server.commandLine} ${server.output()} ${JSON.stringify(start.env)}`).not.toContain(password);
    }
    await server.stop();
    const again = await startRedis(start, network, volumes);
    expect(await as('reader', USERS.reader, 'get app:1')).toBe('one');
    await again.stop();
  });

  it('need a password each', async ({ network, volumes, expect }) => {
    const { start } = await scripts('users', { 'demo-redis-users': { reader: 'x' } });
    const files = start.mounts.map((mount) =>
      mount.volume === 'users' ? { ...mount, files: { reader: 'x' } } : mount,
    );
    const { exitCode, output } = await runScript({ ...start, mounts: files }, { network, volumes });
    expect({ exitCode, output }).toEqual({
      exitCode: 1,
      output: 'the Secret with the passwords of auth.users has no key app\n',
    });
  });
});

describe.concurrent('replicas', () => {
  const primary = (network: Network, password = PASSWORD, args: readonly string[] = []) =>
    redisServer({ network, port: Number(PRIMARY), password, args });
  const replica = async () => {
    const { start, ready } = await scripts('replicas', {}, 'demo-redis-read');
    const env = { PRIMARY_HOST: '127.0.0.1', PRIMARY_PORT: PRIMARY };
    return { start: at(start, env), ready };
  };
  const onPrimary = (start: Script, network: Network, words: string) =>
    clientSays(start, network, `-p ${PRIMARY} ${words}`);
  /** Until a copy is in the replica's own log, Redis answers TERM with "Writing initial AOF, can't exit", and nobody sends it again. */
  const isSettled = async (start: Script, network: Network) =>
    (
      await eventually(
        () => clientSays(start, network, 'info persistence'),
        (said) => said.includes('aof_rewrite_in_progress:0'),
      )
    ).includes('aof_rewrite_in_progress:0');

  it('copy the primary, take no writes, and follow it again after it restarts', async ({
    network,
    volumes,
    expect,
  }) => {
    const { start, ready } = await replica();
    const server = await startRedis(start, network, volumes);
    expect(await readiness(ready, network)()).toBe(1);
    const first = await primary(network);
    expect(await onPrimary(start, network, 'set colour green')).toBe('OK');
    expect(await eventually(readiness(ready, network), (code) => code === 0)).toBe(0);
    const colour = () => clientSays(start, network, 'get colour');
    expect(await eventually(colour, (said) => said === 'green')).toBe('green');
    expect(await clientSays(start, network, 'set colour red')).toContain('READONLY');

    await first.close();
    expect(await eventually(readiness(ready, network), (code) => code !== 0)).toBe(1);
    expect(await colour()).toBe('green');
    const second = await primary(network);
    expect(await onPrimary(start, network, 'set colour blue')).toBe('OK');
    expect(await eventually(colour, (said) => said === 'blue')).toBe('blue');
    expect(await readiness(ready, network)()).toBe(0);

    expect(await isSettled(start, network)).toBe(true);
    await server.stop();
    const again = await startRedis(start, network, volumes);
    expect(await eventually(readiness(ready, network), (code) => code === 0)).toBe(0);
    expect(await colour()).toBe('blue');
    expect(again.commandLine).not.toContain(PASSWORD);
    expect(await isSettled(start, network)).toBe(true);
    await again.stop();
    await second.close();
  });

  it('find a primary that is replaced within seconds, though the connection to the old one swallows all', {
    timeout: 120_000,
  }, async ({ network, volumes, expect }) => {
    // What a Service does: a connection that is open still leads to the address of a pod that is gone, a new one to the next.
    const SERVICE = `const net = require('node:net'); let to = 6381; const open = new Set();
      process.on('SIGUSR2', () => { to = 6382; for (const [near, far] of open) { near.unpipe(); far.unpipe(); far.destroy(); near.resume(); } });
      net.createServer((near) => { const far = net.connect(to, '127.0.0.1'); open.add([near, far]); near.pipe(far); far.pipe(near, { end: false }); for (const one of [near, far]) one.on('error', () => {}); }).listen(${PRIMARY}, '0.0.0.0');`;
    const service = network.start(process.execPath, ['-e', SERVICE]);
    const old = await redisServer({ network, port: 6381, password: PASSWORD });
    const { start, ready } = await replica();
    const server = await startRedis(start, network, volumes);
    expect(await eventually(readiness(ready, network), (code) => code === 0)).toBe(0);
    await redisServer({ network, port: 6382, password: PASSWORD });
    await clientSays(start, network, '-p 6382 set colour green');
    const from = Date.now();
    service.kill('SIGUSR2');
    await old.close();
    const colour = () => clientSays(start, network, 'get colour');
    expect(await eventually(colour, (said) => said === 'green')).toBe('green');
    expect(await eventually(readiness(ready, network), (code) => code === 0)).toBe(0);
    expect(Date.now() - from).toBeLessThan(35_000);
    expect(await isSettled(start, network)).toBe(true);
    await server.stop();
  });

  it('are not ready with a wrong password, and say why', async ({ network, volumes, expect }) => {
    const { start, ready } = await replica();
    await primary(network, 'another');
    const server = await startRedis(start, network, volumes);
    await eventually(
      async () => server.output(),
      (said) => said.includes('WRONGPASS'),
    );
    expect(server.output()).toContain('WRONGPASS');
    expect(await readiness(ready, network)()).toBe(1);
    expect(server.output()).not.toContain(PASSWORD);
    await server.stop();
  });
});

describe.concurrent('TLS', () => {
  const secret = ({ ca, certificate, key }: ServerCertificate) => ({
    'redis-tls': { 'tls.crt': certificate, 'tls.key': key, 'ca.crt': ca },
  });

  it('closes the plain port; who has the authority sees who answers', async ({
    network,
    volumes,
    expect,
  }) => {
    const pems = await serverCertificate(['demo-redis']);
    const { start, ready } = await scripts('tls', secret(pems));
    const server = await startRedis(start, network, volumes);
    expect(await clientSays(start, network, 'ping')).toBe('PONG');
    expect(await readiness(ready, network)()).toBe(0);
    expect(await clientSays(at(start, { CLI: 'timeout 5 redis-cli' }), network, 'ping')).not.toContain(
      'PONG',
    );
    const checked = at(start, { CLI: 'redis-cli --tls --cacert /run/tls/ca.crt' });
    expect(await clientSays(checked, network, 'ping')).toBe('PONG');
    const unchecked = at(start, { CLI: 'redis-cli --tls --cacert /run/tls/tls.crt' });
    expect(await clientSays(unchecked, network, 'ping')).toContain('certificate verify failed');
    expect(await clientSays(at(checked, { REDISCLI_AUTH: 'wrong' }), network, 'ping')).toContain('NOAUTH');
    await server.stop();
  });

  it('asks clients for a certificate where it is told to', async ({ network, volumes, expect }) => {
    const pems = await serverCertificate(['demo-redis']);
    const { start, ready } = await scripts('tls', secret(pems));
    const server = await startRedis(at(start, { TLS_CLIENTS: 'yes' }), network, volumes);
    expect(await readiness(ready, network)()).toBe(0);
    const without = at(start, { CLI: 'timeout 5 redis-cli --tls --insecure' });
    expect(await clientSays(without, network, 'ping')).not.toContain('PONG');
    await server.stop();
  });

  it('also between a replica and its primary', async ({ network, volumes, expect }) => {
    const pems = await serverCertificate(['demo-redis']);
    const { start, ready } = await scripts('tls', secret(pems), 'demo-redis-read');
    const own = at(start, { PRIMARY_HOST: '127.0.0.1', PRIMARY_PORT: PRIMARY });
    const files = mkdtempSync(join(tmpdir(), 'tls-'));
    writeFileSync(join(files, 'crt'), pems.certificate);
    writeFileSync(join(files, 'key'), pems.key);
    writeFileSync(join(files, 'ca'), pems.ca);
    const args = ['cert', 'key', 'ca-cert'].flatMap((name) => [
      `--tls-${name}-file`,
      join(files, { cert: 'crt', key: 'key', 'ca-cert': 'ca' }[name] ?? ''),
    ]);
    const tls = ['--tls-port', PRIMARY, '--tls-auth-clients', 'no', ...args];
    await redisServer({ network, port: 0, password: PASSWORD, args: tls });
    const server = await startRedis(own, network, volumes);
    expect(await eventually(readiness(ready, network), (code) => code === 0)).toBe(0);
    await server.stop();
    rmSync(files, { recursive: true });
  });

  it('needs the authority for replicas', async ({ network, volumes, expect }) => {
    const pems = await serverCertificate(['demo-redis']);
    const { start } = await scripts('tls', secret(pems), 'demo-redis-read');
    const mounts = start.mounts.map((mount) =>
      mount.volume === 'tls'
        ? { ...mount, files: { 'tls.crt': pems.certificate, 'tls.key': pems.key } }
        : mount,
    );
    const { exitCode, output } = await runScript({ ...start, mounts }, { network, volumes });
    expect({ exitCode, output }).toEqual({
      exitCode: 1,
      output:
        'replicas look at the certificate of the primary: the Secret of tls.existingSecret needs ca.crt\n',
    });
  });
});

describe.concurrent('Valkey', () => {
  it('keeps its data, and Redis refuses them', async ({ network, volumes, expect }) => {
    const { start, ready } = await scripts('valkey');
    const first = await startRedis(start, network, volumes);
    expect(first.commandLine).toMatch(/^valkey-server/);
    expect(await readiness(ready, network)()).toBe(0);
    expect(await clientSays(start, network, 'set colour green')).toBe('OK');
    expect(await clientSays(at(start, { REDISCLI_AUTH: 'wrong' }), network, 'ping')).toContain('NOAUTH');
    await first.stop();
    const second = await startRedis(start, network, volumes);
    expect(await clientSays(start, network, 'get colour')).toBe('green');
    await second.stop();
    const redis = await scripts('default');
    const refused = await runScript(redis.start, { network, volumes });
    expect(refused.exitCode).toBe(1);
    expect(refused.output).toMatch(
      /^redis cannot read \/data\/dump\.rdb \(format VALKEY\d+\): set the other/,
    );
  });

  it('takes over what an old Redis has written', async ({ network, volumes, expect }) => {
    const redis = await scripts('default');
    const first = await startRedis(redis.start, network, volumes);
    expect(await clientSays(redis.start, network, 'set colour green')).toBe('OK');
    await first.stop();
    const { start } = await scripts('valkey');
    const second = await startRedis(start, network, volumes);
    expect(await clientSays(start, network, 'get colour')).toBe('green');
    await second.stop();
  });

  it.for(['dump.rdb', 'appendonlydir/appendonly.aof.1.base.rdb'])(
    'refuses %s of a newer Redis',
    async (file, { network, volumes, expect }) => {
      const { start } = await scripts('valkey');
      mkdirSync(join(volumes.data, 'appendonlydir'), { recursive: true });
      chmodSync(volumes.data, 0o755);
      chmodSync(join(volumes.data, 'appendonlydir'), 0o755);
      writeFileSync(join(volumes.data, file), 'REDIS0012\u00fa\tredis-ver', { mode: 0o644 });
      const { exitCode, output } = await runScript(start, { network, volumes });
      expect(exitCode).toBe(1);
      expect(output).toContain(`valkey cannot read /data/${file} (format REDIS0012)`);
    },
  );
});

describe('every mode', () => {
  it('runs one and the same script', async ({ expect }) => {
    const texts = await Promise.all(
      ['default', 'users', 'tls', 'valkey'].map(async (name) => textOf((await scripts(name)).start)),
    );
    expect(new Set(texts).size).toBe(1);
  });
});
