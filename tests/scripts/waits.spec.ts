import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { textOf as collected, type Network, stop } from '../../tools/scripts/network.ts';
import { type RunningServer, redisServer } from '../../tools/scripts/redis-server.ts';
import { type RunResult, runScript } from '../../tools/scripts/run-script.ts';
import { untilWritten } from '../../tools/scripts/until-written.ts';
import type { Answer, Answers } from './answering.ts';
import { inNetwork as it } from './in-network.ts';
import {
  lastLine,
  PASSWORD,
  running,
  type ShippedScript,
  shippedScripts,
  sourceOf,
  withEnv,
} from './shipped.ts';
import { webServer } from './web-server.ts';

const shipped = await shippedScripts();
const http = running(
  shipped.filter(({ script }) => script.env.EXPECT?.startsWith('"name"')),
  sourceOf('generators/src/features/connection/http/check.sh'),
);
const redis = running(shipped, sourceOf('generators/src/features/connection/redis/check.sh'));

function run(
  network: Network,
  check: ShippedScript,
  env: Readonly<Record<string, string>>,
): Promise<RunResult> {
  const { script, hosts } = withEnv(check, { TIMEOUT: '0', ...env });
  return runScript(script, { network, hosts, timeout: 40_000 });
}

/** Milliseconds a script with seconds to spare may take on a busy machine. */
const BOUND = 25_000;

describe.concurrent('the wait for an HTTP service', () => {
  const url = http.script.env.URL ?? '';
  const route = `GET ${new URL(url).pathname}`;
  const port = Number(new URL(url).port);
  const listing = (...models: readonly string[]) =>
    JSON.stringify({ models: models.map((name) => ({ name, model: name, size: 1 })) });
  const expected = /"name":"([^"]+)"/.exec(http.script.env.EXPECT ?? '')?.[1] ?? '';
  const serve = (network: Network, answers: Answers) => webServer(network, port, answers);

  it('goes on until the model is listed, and says why it waits once', async ({ network, expect }) => {
    const [other, both] = [[{ body: [listing('other:1b')] }], [{ body: [listing('other:1b', expected)] }]];
    await serve(network, { [route]: [...other, ...other, ...both].flat() });
    const result = await run(network, http, { TIMEOUT: '20' });
    expect(result).toMatchObject({ exitCode: 0 });
    expect(result.output).toBe(
      `waiting for ollama at ${url}: it answers, but does not list "name":"${expected}" yet\nollama answers at ${url}\n`,
    );
  });

  it('goes on while nothing listens', async ({ network, expect }) => {
    const waiting = run(network, http, { TIMEOUT: '20', EXPECT: '' });
    await pause(2500);
    await serve(network, { [route]: [{ body: [listing()] }] });
    const { exitCode, output } = await waiting;
    expect(exitCode).toBe(0);
    expect(output.split('\n')).toEqual([
      expect.stringMatching(/^waiting for ollama at .*: wget: can't connect to remote host.*refused$/),
      `ollama answers at ${url}`,
      '',
    ]);
  });

  it('asks no proxy', async ({ network, expect }) => {
    await serve(network, { [route]: [{ body: [listing(expected)] }] });
    const proxy = { http_proxy: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9' };
    expect(await run(network, http, { TIMEOUT: '5', ...proxy })).toMatchObject({ exitCode: 0 });
  });

  it('ends after its time', async ({ network, expect }) => {
    const { duration, output, exitCode } = await run(network, http, { TIMEOUT: '3' });
    expect(exitCode).toBe(1);
    expect(lastLine(output)).toMatch(
      new RegExp(`^gave up after 3s waiting for ollama at ${url}: wget: can't connect`),
    );
    expect(duration).toBeLessThan(BOUND);
  });

  it('does not take a longer name for the model', async ({ network, expect }) => {
    await serve(network, { [route]: [{ body: [listing(`${expected}-instruct`, `my-${expected}`)] }] });
    expect(lastLine((await run(network, http, {})).output)).toBe(
      `gave up after 0s waiting for ollama at ${url}: it answers, but does not list "name":"${expected}" yet`,
    );
  });

  it.for<readonly [string, Answer, unknown]>([
    [
      'an error',
      { status: 500, body: ['broken'] },
      'wget: server returned error: HTTP/1.1 500 Internal Server Error',
    ],
    ['no permission', { status: 401 }, 'wget: server returned error: HTTP/1.1 401 Unauthorized'],
    ['something that is not HTTP', { raw: 'SSH-2.0-OpenSSH_9\r\n' }, expect.stringContaining('wget: ')],
    ['nothing at all', { silent: true }, 'no answer'],
    ['an answer that never ends', { body: ['{"models":['], silent: true }, 'no answer'],
    [
      'bytes that are no text',
      { body: ['\u0000\u0001*?[a]$(id)`id`'] },
      `it answers, but does not list "name":"${expected}" yet`,
    ],
  ])('gives up on %s', async ([, answer, why], { network, expect }) => {
    await serve(network, { [route]: [answer] });
    const { exitCode, output, duration } = await run(network, http, {});
    expect(exitCode).toBe(1);
    const head = `gave up after 0s waiting for ollama at ${url}: `;
    expect(lastLine(output).slice(0, head.length)).toBe(head);
    expect(lastLine(output).slice(head.length)).toEqual(why);
    expect(duration).toBeLessThan(BOUND);
  });

  it('waits for no more than the port of a server with TLS', async ({ network, expect }) => {
    const tls = { URL: url.replace('http:', 'https:') };
    const away = await run(network, http, tls);
    expect(away).toMatchObject({ exitCode: 1 });
    expect(lastLine(away.output)).toMatch(
      `gave up after 0s waiting for ollama at ${tls.URL}: nc: can't connect`,
    );
    const server = await encrypted(network, port);
    expect(await run(network, http, tls)).toMatchObject({
      exitCode: 0,
      output: `ollama answers at ${tls.URL}\n`,
    });
    await server.close();
  });

  it('takes a slow answer and a long one', async ({ network, expect }) => {
    await serve(network, {
      [route]: [{ body: ['x'.repeat(50_000), 'y'.repeat(50_000), listing(expected)], pause: 1000 }],
    });
    expect(await run(network, http, {})).toMatchObject({ exitCode: 0, output: `ollama answers at ${url}\n` });
  });
});

describe.concurrent('the wait for a Redis', () => {
  const at = `${redis.script.env.HOST}:${redis.script.env.PORT}`;
  const gaveUp = (why: string) => ({
    exitCode: 1,
    output: `gave up after 0s waiting for redis at ${at}: ${why}\n`,
  });
  const answers = { exitCode: 0, output: `redis answers at ${at}\n` };

  it('goes on until the server is there', async ({ network, expect }) => {
    const waiting = run(network, redis, { TIMEOUT: '20' });
    await pause(2500);
    await redisServer({ network, password: PASSWORD });
    const { exitCode, output } = await waiting;
    expect(exitCode).toBe(0);
    expect(output.split('\n')).toEqual([
      expect.stringMatching(/^waiting for redis at .*: nc: can't connect to remote host.*refused$/),
      `redis answers at ${at}`,
      '',
    ]);
  });

  it('ends after its time', async ({ network, expect }) => {
    const { duration, exitCode, output } = await run(network, redis, { TIMEOUT: '3' });
    expect(exitCode).toBe(1);
    expect(lastLine(output)).toMatch(`gave up after 3s waiting for redis at ${at}: nc: can't connect`);
    expect(duration).toBeLessThan(BOUND);
  });

  it('names a wrong and a missing password', async ({ network, expect }) => {
    await redisServer({ network, password: PASSWORD });
    expect(await run(network, redis, { PASSWORD: 'wrong' })).toMatchObject(
      gaveUp('-WRONGPASS invalid username-password pair or user is disabled.'),
    );
    expect(await run(network, redis, { PASSWORD: '' })).toMatchObject(
      gaveUp('-NOAUTH Authentication required.'),
    );
  });

  it('speaks to a server without a password', async ({ network, expect }) => {
    await redisServer({ network });
    expect(await run(network, redis, { PASSWORD: '' })).toMatchObject(answers);
  });

  it('takes a password with every kind of character, and a user', async ({ network, expect }) => {
    const password = `a b"c\\d$(id)'%s*é`;
    await redisServer({ network, password, args: ['--user', 'app', 'on', `>${PASSWORD}`, '~*', '+@all'] });
    expect(await run(network, redis, { PASSWORD: password, REFUSED: '' })).toMatchObject(answers);
    expect(await run(network, redis, { USERNAME: 'app' })).toMatchObject(answers);
    expect(await run(network, redis, { USERNAME: 'none' })).toMatchObject({ exitCode: 1 });
  });

  it.for([
    [
      'is loading its data',
      '-LOADING Redis is loading the dataset in memory\r\n',
      '-LOADING Redis is loading the dataset in memory',
    ],
    ['is no Redis', 'HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n', 'HTTP/1.1 400 Bad Request'],
    ['says nothing', '', 'no answer'],
  ] as const)('gives up on one that %s', async ([, text, why], { network, expect }) => {
    const child = network.start(process.execPath, [
      '-e',
      `require('net').createServer((socket) => { socket.on('error', () => {}); const text = ${JSON.stringify(text)}; if (text) socket.end(text); }).listen(6379, () => console.log('listening'))`,
    ]);
    await untilWritten(child.stdout, collected(child.stdout), 'listening', 'server');
    const result = await run(network, redis, {});
    await stop(child);
    expect(result).toMatchObject(gaveUp(why));
    expect(result.duration).toBeLessThan(BOUND);
  });

  it('waits for no more than the port of one that speaks TLS', async ({ network, expect }) => {
    expect(await run(network, redis, { SCHEME: 'rediss' })).toMatchObject({ exitCode: 1 });
    const server = await encrypted(network, Number(redis.script.env.PORT));
    expect(await run(network, redis, { SCHEME: 'rediss' })).toMatchObject(answers);
    await server.close();
  });
});

/** A server that wants TLS and nothing else. */
async function encrypted(network: Network, port: number): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'tls-'));
  const [key, certificate] = [join(folder, 'key'), join(folder, 'crt')];
  const made = [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-subj',
    '/CN=sample',
    '-keyout',
    key,
    '-out',
    certificate,
  ];
  execFileSync('openssl', made, { stdio: 'ignore' });
  const child = network.start('openssl', [
    's_server',
    '-accept',
    String(port),
    '-key',
    key,
    '-cert',
    certificate,
    '-quiet',
    '-naccept',
    '9',
  ]);
  const log = collected(child.stdout);
  await listening(network, port);
  return {
    log,
    close: async () => {
      await stop(child);
      rmSync(folder, { recursive: true });
    },
  };
}

async function listening(network: Network, port: number): Promise<void> {
  const [enter = '', ...words] = network.enter;
  while (
    !execFileSync(enter, [...words, 'cat', '/proc/net/tcp', '/proc/net/tcp6'], { encoding: 'utf8' }).includes(
      `:${port.toString(16).toUpperCase().padStart(4, '0')} `,
    )
  )
    await pause(50);
}
