import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { parseManifests } from '../kubernetes/objects.ts';
import { ollamaServer } from '../scripts/fake-ollama.ts';
import { checkAnswers } from './answers.ts';
import { type Address, type Ask, send } from './ask.ts';
import { expectedOf } from './expected.ts';
import { live, RELEASE } from './fixtures.ts';
import type { Question } from './options.ts';

const whole = expectedOf(parseManifests(RELEASE), 'ai');
const expected = { ...whole, workloads: whole.workloads.filter(({ member }) => member === 'ollama') };

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((done) => server.close(done));
});

/** What the rows say when a server stands where every address leads, and which addresses were asked for. */
async function answersOf(server: Server, questions: readonly Question[] = []) {
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const bound = server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
  const asked: Address[] = [];
  const ask: Ask = (to, path, body) => {
    asked.push(to);
    return send(`http://127.0.0.1:${port}${path}`, {}, 2000, body);
  };
  const rows = await checkAnswers(expected, live(), questions, ask);
  return { asked, lines: rows.map(({ check, result, detail }) => `${check} ${result}: ${detail}`) };
}

test('a server with the models of the release answers a question', async () => {
  const requests: string[] = [];
  const server = ollamaServer({ models: ['gemma2:2b', 'tiny'] }, (request) => requests.push(request));
  const show = { member: 'ollama', path: '/api/show', body: '{"model":"tiny"}' };
  const { asked, lines } = await answersOf(server, [show]);
  expect(lines).toEqual([
    expect.stringMatching(/^answer ok: ai-ollama\/api\/tags: 200 /),
    'models ok: gemma2:2b, tiny:latest',
    'question ok: gemma2:2b says: ok',
    expect.stringMatching(/^question ok: ai-ollama\/api\/show: 200 /),
  ]);
  expect(requests).toEqual(['GET /api/tags', 'GET /api/tags', 'POST /api/generate', 'POST /api/show']);
  // The Service with an address of its own, and a pod for where its answer does not get through.
  expect(asked[0]).toEqual({
    namespace: 'ai',
    service: 'ai-ollama',
    port: 80,
    scheme: 'http',
    pod: { name: 'ai-ollama-0', port: 11434 },
  });
});

test('models that are missing are named, and the first one that the release fetches is asked', async () => {
  const { lines } = await answersOf(ollamaServer({ models: ['gemma2:2b'] }, () => undefined));
  expect(lines.slice(1)).toEqual(['models failed: missing: tiny:latest', 'question ok: gemma2:2b says: ok']);
  const none = await answersOf(ollamaServer({}, () => undefined));
  expect(none.lines.slice(1)).toEqual(['models failed: missing: gemma2:2b, tiny:latest']);
});

test('what the API server says itself is told by its message', async () => {
  const status = { kind: 'Status', message: 'no endpoints available for service "ai-ollama"' };
  const server = createServer((_, response) => {
    response.statusCode = 503;
    response.end(JSON.stringify(status));
  });
  const { lines } = await answersOf(server, [{ member: 'nobody', path: '/' }]);
  expect(lines).toEqual([
    'answer failed: ai-ollama/api/tags: 503 no endpoints available for service "ai-ollama"',
    'models failed: ai-ollama/api/tags: 503 no endpoints available for service "ai-ollama"',
    'question failed: no Service of nobody speaks HTTP',
  ]);
});

test('a server that says nothing is not waited for', async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
  const bound = silent.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
  const answer = await send(`http://127.0.0.1:${port}/`, {}, 100, undefined);
  silent.closeAllConnections();
  servers.push(silent);
  expect(answer).toEqual({ status: 0, text: 'no answer within 0.1 s' });
});
