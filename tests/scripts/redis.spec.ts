import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';
import { cases, template } from '../../tools/cases/cases.ts';
import type { Network } from '../../tools/scripts/network.ts';
import { runScript } from '../../tools/scripts/run-script.ts';
import { inNetwork } from './in-network.ts';
import { clientSays, startRedis } from './redis-process.ts';
import { PASSWORD, running, type ShippedScript, scriptsOfCase, sourceOf, withEnv } from './shipped.ts';

const example = cases().find(({ chart }) => chart === 'redis');
if (example === undefined) throw new Error('the chart redis has no case');
const START = sourceOf('charts/redis/src/start.sh');
const shipped = await scriptsOfCase(example);
const start = running(shipped, START);
const probe = running(shipped, '$CLI ping | grep -q PONG');

const it = inNetwork.extend<{ readonly volumes: { readonly data: string; readonly tmp: string } }>({
  volumes: async ({ task: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'redis-'));
    chmodSync(folder, 0o755);
    await use({ data: join(folder, 'data'), tmp: join(folder, 'tmp') });
    rmSync(folder, { recursive: true });
  },
});

/** What redis-cli says inside of the container of the server. */
function cli(network: Network, words: string, from: ShippedScript = start): Promise<string> {
  return clientSays(from.script, network, words);
}

describe.concurrent('the start of Redis', () => {
  it('writes a configuration that only the server can read', async ({ network, volumes, expect }) => {
    const { stop } = await startRedis(start.script, network, volumes);
    const config = join(volumes.tmp, 'redis.conf');
    const { mode, uid } = statSync(config);
    // Without root the sandbox maps the server's user to the one that runs it.
    const own = process.getuid?.() === 0 ? start.script.uid : process.getuid?.();
    expect({ mode: (mode & 0o777).toString(8), uid }).toEqual({ mode: '600', uid: own });
    expect(readFileSync(config, 'utf8')).toBe(
      [
        'bind * -::*',
        'port 6379',
        'dir /data',
        'protected-mode yes',
        `requirepass "${PASSWORD}"`,
        'appendonly yes',
        'appendfsync everysec',
        'save 3600 1 300 100 60 10000',
        'maxmemory 384mb',
        'maxmemory-policy noeviction',
        'databases 16',
        'loglevel notice',
        'repl-ping-replica-period 2',
        'repl-timeout 10',
        '',
        '',
      ].join('\n'),
    );
    await stop();
  });

  it('keeps the password off the command line and out of the log', async ({ network, volumes, expect }) => {
    const server = await startRedis(start.script, network, volumes);
    expect(server.commandLine).toMatch(/^redis-server/);
    expect(server.commandLine).not.toContain(PASSWORD);
    const { output } = await server.stop();
    expect(output).not.toContain(PASSWORD);
  });

  it('needs the password', async ({ network, volumes, expect }) => {
    const server = await startRedis(start.script, network, volumes);
    expect(await cli(network, 'ping')).toBe('PONG');
    expect(await cli(network, 'ping', withEnv(start, { REDISCLI_AUTH: 'wrong' }))).toContain('NOAUTH');
    expect(await cli(network, 'ping', withEnv(start, { REDISCLI_AUTH: '' }))).toContain('NOAUTH');
    expect(await runScript(probe.script, { network })).toMatchObject({ exitCode: 0 });
    expect(await runScript(withEnv(probe, { REDISCLI_AUTH: 'wrong' }).script, { network })).toMatchObject({
      exitCode: 1,
    });
    await server.stop();
  });

  it('keeps its data over restarts, in both kinds of files', async ({ network, volumes, expect }) => {
    const first = await startRedis(start.script, network, volumes);
    expect(await cli(network, 'set colour green')).toBe('OK');
    const { exitCode, output } = await first.stop();
    expect(exitCode).toBe(0);
    expect(output).toContain('DB saved on disk');
    expect(readdirSync(volumes.data).sort()).toEqual(['appendonlydir', 'dump.rdb']);
    expect(readdirSync(join(volumes.data, 'appendonlydir')).some((file) => file.endsWith('.aof'))).toBe(true);
    const second = await startRedis(start.script, network, volumes);
    expect(await cli(network, 'get colour')).toBe('green');
    process.kill(second.pid, 'SIGKILL');
    await second.ended;
    const third = await startRedis(start.script, network, volumes);
    expect(await cli(network, 'get colour')).toBe('green');
    await third.stop();
  });

  it.for([
    ['no', 'yes'],
    ['yes', 'no'],
  ])(
    'keeps its data when config.appendOnly turns from %s to %s, and back',
    async ([before = '', after = ''], { network, volumes, expect }) => {
      for (const [index, appendOnly] of [before, after, before, after].entries()) {
        const given = withEnv(start, { APPEND_ONLY: appendOnly, SAVE: '""', DISABLED_COMMANDS: 'SHUTDOWN' });
        const server = await startRedis(given.script, network, volumes);
        expect(await cli(network, 'config get appendonly')).toBe(`appendonly\n${appendOnly}`);
        expect(await cli(network, 'incr count')).toBe(`${index + 1}`);
        if (appendOnly === 'no') expect(await cli(network, 'save')).toBe('OK');
        await server.stop();
      }
    },
  );

  it('takes a password with every kind of character', async ({ network, volumes, expect }) => {
    const password = `a b"c\\d$(id)\`id\`'#%s*é$HOME`;
    const odd = withEnv(start, { REDISCLI_AUTH: password });
    const server = await startRedis(odd.script, network, volumes);
    expect(await cli(network, 'ping', odd)).toBe('PONG');
    expect(await cli(network, 'ping')).toContain('NOAUTH');
    await server.stop();
  });

  it('does not start without a password', async ({ network, volumes, expect }) => {
    const { exitCode, output } = await runScript(withEnv(start, { REDISCLI_AUTH: '' }).script, {
      network,
      volumes,
    });
    expect({ exitCode, output }).toEqual({
      exitCode: 2,
      output: 'sh: 3: REDISCLI_AUTH: the password is empty\n',
    });
  });

  it('follows the values', async ({ network, volumes, expect }) => {
    const values = [
      'appendOnly=no',
      'save=""',
      'maxMemory=100mb',
      'maxMemoryPolicy=allkeys-lru',
      'databases=4',
      'logLevel=warning',
    ];
    const given = values.flatMap((value) => ['--set', `config.${value}`]);
    const own = running(await scriptsOfCase(example, given), START);
    const quiet = { ...own.script, env: { ...own.script.env, LOG_LEVEL: 'notice' } };
    const server = await startRedis(quiet, network, volumes);
    const settings = ['appendonly', 'save', 'maxmemory', 'maxmemory-policy', 'databases'];
    const said = await Promise.all(settings.map((name) => cli(network, `config get ${name}`)));
    expect(said).toEqual([
      'appendonly\nno',
      'save',
      'maxmemory\n104857600',
      'maxmemory-policy\nallkeys-lru',
      'databases\n4',
    ]);
    await server.stop();
    expect(readdirSync(volumes.data)).toEqual([]);
  });
});

describe('what few people set', () => {
  it('stands in the configuration as it is, and commands are gone', async ({ network, volumes, expect }) => {
    const given = {
      extraConfig: {
        maxclients: 50,
        'client-output-buffer-limit': ['pubsub 8mb 2mb 30', 'replica 64mb 16mb 60'],
      },
      disabledCommands: ['FLUSHALL', 'debug'],
    };
    const args = Object.entries(given).flatMap(([key, value]) => [
      '--set-json',
      `${key}=${JSON.stringify(value)}`,
    ]);
    const own = running(await scriptsOfCase(example, args), START);
    const server = await startRedis(own.script, network, volumes);
    expect(await cli(network, 'config get maxclients')).toBe('maxclients\n50');
    expect(await cli(network, 'config get client-output-buffer-limit')).toContain(
      'pubsub 8388608 2097152 30',
    );
    expect(await cli(network, 'flushall')).toContain('unknown command');
    expect(await cli(network, 'debug jmap')).toContain('unknown command');
    await server.stop();
  });

  it.for([
    ['extraConfig', { port: 1 }, 'extraConfig.port belongs to the chart'],
    ['extraConfig', { appendonly: 'no' }, 'extraConfig.appendonly belongs to the chart'],
    ['extraConfig', { 'tls-port': 1 }, 'extraConfig.tls-port belongs to the chart'],
    ['extraConfig', { maxclients: '1\nrequirepass x' }, '/extraConfig/maxclients'],
    ['disabledCommands', ['config'], 'disabledCommands: config is what the probes'],
    ['tls.clientCertificates', 'yes', 'tls.clientCertificates needs tls.enabled'],
    [
      'auth.users',
      { app: { permissions: '~*', passwordKey: 'pw' } },
      'auth.users.app.passwordKey is a key of auth.usersSecret',
    ],
  ] as const)('refuses %s=%s', async ([key, value, message], { expect }) => {
    const args = ['--set-json', `${key}=${JSON.stringify(value)}`];
    const { code, stderr } = await template('redis', example.values, { args });
    expect(code).toBe(1);
    expect(stderr).toContain(message);
  });
});

describe('the values of Redis', () => {
  const bad = [
    'save=60',
    'save=60 1 5',
    'save=',
    'save=60 1\nrename-command CONFIG x',
    'maxMemory=1.5gb',
    'maxMemory=lots',
    'appendOnly=maybe',
    'logLevel=loud',
    'databases=0',
  ];
  it.for(bad)('refuse config.%s', async (value, { expect }) => {
    const { code, stderr } = await template('redis', example.values, { args: ['--set', `config.${value}`] });
    expect(code).toBe(1);
    expect(stderr).toContain(`/config/${value.split('=')[0]}`);
  });

  it.for([
    ['{"app":{"permissions":"on >secret ~*"}}', '/auth/users/app/permissions'],
    ['{"app":{"permissions":"~* nopass"}}', '/auth/users/app/permissions'],
    ['{"app":{"permissions":"~*\\nuser x on nopass"}}', '/auth/users/app/permissions'],
    ['{"app":{}}', '/auth/users/app'],
    ['{"a b":{"permissions":"~*"}}', "invalid propertyName 'a b'"],
    ['{"default":{"permissions":"~*"}}', 'auth.users may not hold default'],
  ] as const)('refuse the users %s', async ([users, message], { expect }) => {
    const args = ['--set-json', `auth.users=${users}`];
    const { code, stderr } = await template('redis', example.values, { args });
    expect(code).toBe(1);
    expect(stderr).toContain(message);
  });

  it.for([
    ['tls.enabled=true', 'tls.enabled needs a certificate'],
    ['auth.enabled=false', 'auth.enabled may not be false, there is no server without a password'],
    [
      'architecture=replication,read.persistence.existingClaim=one',
      'read.persistence.existingClaim is one volume, and each replica needs its own',
    ],
    [
      'global.gitops=true,auth.password=x,auth.users.app.permissions=~*',
      'auth.users.app: global.gitops generates no credentials: provide the Secret demo-redis-users with a key for each user and set auth.usersSecret=demo-redis-users, or take them from a store with secrets.externalSecret',
    ],
  ] as const)('refuse %s', async ([values, message], { expect }) => {
    const { code, stderr } = await template('redis', example.values, { args: ['--set', values] });
    expect(code).toBe(1);
    expect(stderr).toContain(message);
  });
});
