import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { runScript } from '../../tools/scripts/run-script.ts';
import { until } from '../cluster/until.ts';
import { type Gateway, gatewayScript, startGateway } from './gateway-process.ts';
import { lastLine } from './shipped.ts';

const LONG_MS = 120_000;
const ALICE = 'Alice0Key0Alice0Key0Alice';
const BOB = 'Bob0Key0Bob0Key0Bob0Key';
const alice = { headers: { 'x-api-key': ALICE } };
const bob = { headers: { 'x-api-key': BOB } };
const NO_LIMIT = 'gateway.rateLimit.requestsPerSecond=0';
const NO_CACHE = 'gateway.cache.enabled=false';

let gateway: Gateway | undefined;
afterEach(async () => {
  await gateway?.close();
  gateway = undefined;
});

async function withKeys(...values: readonly string[]): Promise<Gateway> {
  const script = await gatewayScript('langchain-api', ...values);
  gateway = await startGateway(script, { port: 8000, keys: { alice: ALICE, bob: BOB } });
  return gateway;
}

describe('API keys', { timeout: LONG_MS }, () => {
  it('missing, wrong, right, in both headers, and where none is needed', async () => {
    const { ask, output, application } = await withKeys(NO_LIMIT, NO_CACHE);
    const missing = await ask('/chat');
    expect(missing).toMatchObject({
      status: 401,
      headers: { 'content-type': 'application/json', 'www-authenticate': 'Bearer' },
    });
    expect(JSON.parse(missing.body)).toEqual({
      error: 'unauthorized',
      message: 'An API key is missing: send it as X-API-Key, or as Authorization: Bearer.',
    });
    for (const key of [`${ALICE}x`, ALICE.toLowerCase(), ALICE.slice(1), '.*', `${ALICE},`]) {
      const wrong = await ask('/chat', { headers: { 'x-api-key': key } });
      expect(wrong).toMatchObject({ status: 401 });
      expect(JSON.parse(wrong.body)).toMatchObject({ message: 'The API key is not known.' });
    }
    expect(application()).not.toContain('/chat');

    const right = JSON.parse((await ask('/chat?q=1', alice)).body);
    expect(right).toMatchObject({ url: '/chat?q=1', headers: { 'x-gateway-client': 'alice' } });
    expect(right.headers).not.toHaveProperty('x-api-key');
    const bearer = JSON.parse((await ask('/chat', { headers: { authorization: `Bearer ${BOB}` } })).body);
    expect(bearer.headers).toMatchObject({ 'x-gateway-client': 'bob' });
    expect(bearer.headers).not.toHaveProperty('authorization');
    const both = {
      'x-api-key': ALICE,
      authorization: 'Bearer of-the-application',
      'x-gateway-client': 'bob',
    };
    expect(JSON.parse((await ask('/chat', { headers: both })).body).headers).toMatchObject({
      authorization: 'Bearer of-the-application',
      'x-gateway-client': 'alice',
    });

    for (const path of ['/health', '/health?deep=1', '/docs', '/static/logo.png'])
      expect(await ask(path)).toMatchObject({ status: 200 });
    const preflight = {
      method: 'OPTIONS',
      headers: { origin: 'http://a', 'access-control-request-method': 'POST' },
    };
    expect(await ask('/chat', preflight)).toMatchObject({ status: 200 });
    const around = [
      '/healthy',
      '/Health',
      '//health',
      '/chat/..%2fhealth',
      '/chat/../health',
      '/static/..%2fchat',
      '/static/../chat',
      '/',
    ];
    for (const path of around) expect(await ask(path)).toMatchObject({ status: 401 });
    expect(await ask('/health', { method: 'POST' })).toMatchObject({ status: 401 });

    expect(output()).not.toContain(ALICE);
    expect(output()).not.toContain(BOB);
  });

  it('changed without a restart; what is wrong with one leaves the old ones', async () => {
    const { ask, setKeys, output, metrics } = await withKeys(NO_LIMIT, NO_CACHE);
    const send = (key: string) => ask('/chat', { headers: { 'x-api-key': key } });
    /** Workers with the keys before may answer for a moment beside those that start, so every answer is waited for. */
    const becomes = async (key: string, status: number) =>
      expect(
        await until(
          () => send(key),
          (reply) => reply.status === status,
        ),
      ).toMatchObject({ status });
    const says = async (text: string) =>
      expect(
        await until(
          async () => output(),
          (said) => said.includes(text),
        ),
      ).toContain(text);
    await becomes(ALICE, 200);
    const open = ask('/events', alice);

    const next = 'Alice0Next0Alice0Next.~+/=-';
    setKeys({ alice: next, carol: BOB });
    await becomes(next, 200);
    await becomes(ALICE, 401);
    expect((await open).body).toBe('one\ntwo\nthree\n');
    const client = async () => JSON.parse((await ask('/', bob)).body).headers?.['x-gateway-client'];
    expect(await until(client, (name) => name === 'carol')).toBe('carol');

    setKeys({ alice: 'short' });
    await says(
      '"level":"error","message":"the key of alice has less than 16 characters; the keys before it stay in place"',
    );
    setKeys({ alice: 'a"; } return 200; #aaaaaaaaaaaa' });
    await says('other characters');
    expect(await send(next)).toMatchObject({ status: 200 });
    expect(await until(metrics, (text) => text.includes('result="refused"} 2'))).toContain(
      'gateway_api_key_changes_total{result="refused"} 2',
    );
    expect(await metrics()).toContain('gateway_api_keys 2\n');
    setKeys({ dave: ALICE });
    await becomes(ALICE, 200);
    await becomes(next, 401);
    expect(output()).not.toContain(next);
  });

  it('that are wrong from the start keep it from starting', async () => {
    const { script } = await gatewayScript('langchain-api');
    const mounts = script.mounts.map((mount) =>
      mount.volume === 'gateway-keys' ? { ...mount, files: { alice: 'short' } } : mount,
    );
    const result = await runScript({ ...script, mounts });
    expect(result).toMatchObject({ exitCode: 1 });
    expect(lastLine(result.output)).toContain('the key of alice has less than 16 characters');
  });
});

describe('limits and the cache', { timeout: LONG_MS }, () => {
  it('refuses what is too much, for each client by itself', async () => {
    const { ask } = await withKeys(NO_CACHE);
    const replies = await Promise.all(Array.from({ length: 20 }, () => ask('/chat', alice)));
    const refused = replies.filter(({ status }) => status === 429);
    expect(replies.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(6);
    expect(refused.length).toBeGreaterThanOrEqual(5);
    expect(refused[0]?.headers).toMatchObject({ 'retry-after': '1', 'content-type': 'application/json' });
    expect(JSON.parse(refused[0]?.body ?? '')).toMatchObject({ error: 'too_many_requests' });
    expect(await ask('/chat', bob)).toMatchObject({ status: 200 });
    const checks = await Promise.all(Array.from({ length: 20 }, () => ask('/health')));
    expect(new Set(checks.map(({ status }) => status))).toEqual(new Set([200]));
    expect(
      (
        await until(
          () => ask('/chat', alice),
          ({ status }) => status === 200,
        )
      ).status,
    ).toBe(200);
  });

  it('keeps answers for each client, and none that are personal or stream', async () => {
    const { ask } = await withKeys(NO_LIMIT);
    const count = async (path: string, options = alice as object) => {
      const { body, headers } = await ask(path, options);
      return [JSON.parse(body).count, headers['x-cache']];
    };
    const [first] = await count('/models');
    expect(await count('/models')).toEqual([first, 'HIT']);
    const [other, miss] = await count('/models', bob);
    expect([other === first, miss]).toEqual([false, 'MISS']);
    expect(await count('/models', bob)).toEqual([other, 'HIT']);
    expect((await count('/models?page=2'))[1]).toBe('MISS');
    expect(await ask('/models', { ...alice, method: 'HEAD' })).toMatchObject({
      headers: { 'x-cache': 'HIT' },
    });

    const never: readonly [string, object][] = [
      ['/models', { ...alice, method: 'POST' }],
      ['/models', { headers: { ...alice.headers, cookie: 'session=1' } }],
      ['/models', { headers: { ...alice.headers, authorization: 'Bearer of-the-application' } }],
      ['/health', {}],
    ];
    for (const [path, options] of never) {
      const [before] = await count(path, options);
      expect(await count(path, options)).toEqual([before + 1, undefined]);
    }
    const [own] = await count('/private');
    expect(await count('/private')).toEqual([own + 1, 'MISS']);
    expect(await ask('/words', alice)).toMatchObject({ headers: { 'x-cache': 'MISS' } });
    expect(await ask('/words', alice)).toMatchObject({ headers: { 'x-cache': 'MISS' } });
  });
});

describe('the application behind it', { timeout: LONG_MS }, () => {
  it('streams, speaks WebSocket, and says its own errors', async () => {
    const { ask, socket } = await withKeys(NO_LIMIT);
    const events = { headers: { ...alice.headers, accept: 'text/event-stream' } };
    for (const reply of [await ask('/events', events), await ask('/words', { ...alice, method: 'POST' })]) {
      expect(reply.pieces.map(({ text }) => text)).toEqual(['one\n', 'two\n', 'three\n']);
      expect((reply.pieces[2]?.at ?? 0) - (reply.pieces[0]?.at ?? 0)).toBeGreaterThan(400);
    }
    expect(await ask('/broken', alice)).toMatchObject({ status: 500, body: 'its own error' });

    const wire = connect(socket);
    let heard = '';
    wire.on('data', (piece) => {
      heard += String(piece);
    });
    wire.write(
      `GET /ws HTTP/1.1\r\nHost: api\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nX-API-Key: ${ALICE}\r\n\r\n`,
    );
    await until(
      async () => heard,
      (text) => text.includes('\r\n\r\n'),
    );
    expect(heard).toContain('HTTP/1.1 101');
    expect(heard).toContain('Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
    wire.write('ping');
    await until(
      async () => heard,
      (text) => text.endsWith('ping'),
    );
    await pause(2000);
    wire.write('pong');
    expect(
      await until(
        async () => heard,
        (text) => text.endsWith('pingpong'),
      ),
    ).toMatch(/pingpong$/);
    wire.destroy();
    await once(wire, 'close');
  });

  it('is away, or too slow, also where answers are kept', async () => {
    const { ask, stopApplication } = await withKeys(NO_LIMIT, 'gateway.timeouts.readSeconds=1');
    const late = await ask('/slow', alice);
    expect(late).toMatchObject({ status: 504, headers: { 'content-type': 'application/json' } });
    expect(JSON.parse(late.body)).toMatchObject({ error: 'gateway_timeout' });
    await stopApplication();
    for (const method of ['GET', 'POST']) {
      const away = await ask('/chat', { ...alice, method });
      expect(away).toMatchObject({ status: 502, headers: { 'content-type': 'application/json' } });
      expect(JSON.parse(away.body)).toEqual({
        error: 'bad_gateway',
        message: 'The application does not answer.',
      });
    }
  });

  it('is counted and logged; the gateway ends when it is told to', async () => {
    const { ask, metrics, output, stop } = await withKeys(NO_LIMIT);
    await ask('/chat?token=hidden', {
      ...alice,
      headers: { ...alice.headers, 'user-agent': 'a "quoted"\tone' },
    });
    await ask('/models', alice);
    await ask('/models', alice);
    await ask('/broken', bob);
    await ask('/chat');
    const numbers = await until(metrics, (text) => text.includes('client="",status="401"} 1'));
    for (const line of [
      'gateway_requests_total{client="alice",status="200"} 3',
      'gateway_requests_total{client="bob",status="500"} 1',
      'gateway_requests_total{client="",status="401"} 1',
      'gateway_request_duration_seconds_count{client="alice"} 3',
      'gateway_request_duration_seconds_bucket{client="alice",le="+Inf"} 3',
      'gateway_request_duration_seconds_bucket{client="alice",le="300"} 3',
      'gateway_cache_requests_total{result="hit"} 1',
      'gateway_api_keys 2',
    ])
      expect(numbers.split('\n')).toContain(line);
    expect(numbers).not.toMatch(/ -?nan|Infinity| $/m);

    const lines = output()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(
      lines.filter(({ method }) => method).map(({ client, path, status }) => [client, path, status]),
    ).toEqual([
      ['alice', '/chat', 200],
      ['alice', '/models', 200],
      ['alice', '/models', 200],
      ['bob', '/broken', 500],
      ['', '/chat', 401],
    ]);
    expect(lines.find(({ method }) => method)).toMatchObject({
      user_agent: 'a "quoted"\tone',
      seconds: expect.any(Number),
    });
    expect(output()).not.toContain('hidden');
    const open = ask('/events', alice);
    await pause(200);
    expect(await stop()).toMatchObject({ exitCode: 0 });
    expect((await open).body).toBe('one\ntwo\nthree\n');
  });

  it('needs no keys where none are asked for; limits count addresses behind trusted proxies', async () => {
    const script = await gatewayScript(
      'streamlit',
      'gateway.rateLimit.requestsPerSecond=1',
      'gateway.rateLimit.burst=1',
      'gateway.trustedProxies[0]=127.0.0.0/8',
    );
    gateway = await startGateway(script, { port: 8501 });
    const { ask } = gateway;
    const from = (address: string) => ({
      headers: { 'x-forwarded-for': address, authorization: 'Basic eDp5' },
    });
    const reply = await ask('/', from('192.0.2.1'));
    expect(JSON.parse(reply.body).headers).toMatchObject({
      authorization: 'Basic eDp5',
      'x-forwarded-for': '192.0.2.1, 127.0.0.1',
    });
    const replies = await Promise.all(Array.from({ length: 10 }, () => ask('/', from('192.0.2.1'))));
    expect(replies.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(5);
    expect(await ask('/', from('192.0.2.2'))).toMatchObject({ status: 200 });
  });
});
