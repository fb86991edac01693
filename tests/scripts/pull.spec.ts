import { describe, expect } from 'vitest';
import { fakeOllama } from '../../tools/scripts/fake-ollama.ts';
import type { Network } from '../../tools/scripts/network.ts';
import { type RunResult, runScript } from '../../tools/scripts/run-script.ts';
import { until } from '../cluster/until.ts';
import type { Answer, Answers } from './answering.ts';
import { inNetwork as it } from './in-network.ts';
import { lastLine, running, type ShippedScript, shippedScripts, sourceOf, withEnv } from './shipped.ts';
import { webServer } from './web-server.ts';

const all = await shippedScripts();
const shipped = running(all, sourceOf('charts/ollama/src/pull.sh'));
const keeper = running(all, sourceOf('charts/ollama/src/keep.sh'));

/** The script with other models in the ConfigMap. */
function listing(shipped: ShippedScript, models: string, create = ''): ShippedScript {
  const files = {
    models: models
      .split(' ')
      .map((model) => `${model}\n`)
      .join(''),
    create,
  };
  const { script } = shipped;
  const mounts = script.mounts.map((mount) => (mount.volume === 'list' ? { ...mount, files } : mount));
  return { ...shipped, script: { ...script, mounts } };
}

/** Milliseconds a script with seconds to spare may take on a busy machine. */
const BOUND = 25_000;

describe.concurrent('the Job that fetches models', () => {
  const pull = (
    network: Network,
    models: string,
    env: Readonly<Record<string, string>> = {},
    onOutput: (text: string) => void = () => {},
  ): Promise<RunResult> => {
    const { script, hosts } = withEnv(listing(shipped, models), env);
    return runScript(script, { network, hosts, timeout: 40_000, onOutput });
  };
  const serve = (network: Network, answers: Answers) => webServer(network, 11434, answers);
  const empty = JSON.stringify({ models: [] });
  const pulling = { status: 200, body: ['{"status":"pulling manifest"}\n'] };

  it('fetches what is missing, and the second time nothing', async ({ network, expect }) => {
    const server = await fakeOllama({ network, models: ['gemma2:2b'] });
    const first = await pull(network, 'gemma2:2b nomic-embed-text');
    expect(first).toMatchObject({ exitCode: 0 });
    expect(first.output).toBe(
      'gemma2:2b is there already\nfetching nomic-embed-text\nnomic-embed-text is there\nall models are there\n',
    );
    const before = server.log().split('POST /api/pull').length;
    const second = await pull(network, 'gemma2:2b nomic-embed-text');
    expect(second).toMatchObject({
      exitCode: 0,
      output: 'gemma2:2b is there already\nnomic-embed-text is there already\nall models are there\n',
    });
    expect([before, server.log().split('POST /api/pull').length]).toEqual([2, 2]);
  });

  it('knows a model by each of its names', async ({ network, expect }) => {
    await fakeOllama({
      network,
      models: ['gemma2:2b', 'qwen3', 'hf.co/someone/model:Q4_K_M', 'localhost:5000/own/model:latest'],
    });
    const names =
      'registry.ollama.ai/library/gemma2:2b library/qwen3 qwen3:latest hf.co/someone/model:Q4_K_M localhost:5000/own/model';
    const { exitCode, output } = await pull(network, names);
    expect({ exitCode, output }).toEqual({
      exitCode: 0,
      output: [
        ...names.split(' ').map((name) => `${name} is there already`),
        'all models are there',
        '',
      ].join('\n'),
    });
  });

  it('does not take one model for another', async ({ network, expect }) => {
    const server = await fakeOllama({ network, models: ['gemma2:2b-instruct', 'my-gemma2:2b', 'gemma2x2b'] });
    expect(await pull(network, 'gemma2:2b')).toMatchObject({ exitCode: 0 });
    expect(server.log()).toContain('POST /api/pull');
  });

  it('goes on after a model that cannot be fetched, fails, and names it last', async ({
    network,
    expect,
  }) => {
    await fakeOllama({ network, failPull: ['unknown', 'lost:1b'] });
    const { exitCode, output } = await pull(network, 'unknown gemma2:2b lost:1b');
    expect({ exitCode, output }).toEqual({
      exitCode: 1,
      output: [
        'fetching unknown',
        'could not fetch unknown: {"error":"pull model manifest: file does not exist"}',
        'fetching gemma2:2b',
        'gemma2:2b is there',
        'fetching lost:1b',
        'could not fetch lost:1b: {"error":"pull model manifest: file does not exist"}',
        'missing: unknown lost:1b',
        '',
      ].join('\n'),
    });
    expect((await pull(network, 'unknown gemma2:2b')).output).toContain('gemma2:2b is there already');
  });

  it('does as the retry of a Job after a server that was away', async ({ network, expect }) => {
    const away = await pull(network, 'gemma2:2b');
    expect(away).toMatchObject({ exitCode: 1 });
    expect(away.output).toMatch(
      /^.*could not fetch gemma2:2b: wget: can't connect to remote host .*refused\nmissing: gemma2:2b\n$/s,
    );
    await fakeOllama({ network });
    expect(await pull(network, 'gemma2:2b')).toMatchObject({ exitCode: 0 });
  });

  it.for<readonly [string, Answer, unknown]>([
    [
      'an error of the server',
      { status: 500, body: ['no'] },
      'wget: server returned error: HTTP/1.1 500 Internal Server Error',
    ],
    [
      'a refusal',
      { status: 400, body: ['{"error":"invalid model name"}'] },
      'wget: server returned error: HTTP/1.1 400 Bad Request',
    ],
    ['an answer that is none', { body: ['<html>\u0001'] }, '<html>\u0001'],
    ['no answer at all', { body: [] }, expect.stringMatching(/^no answer from http:/)],
    ['an end before the last line', pulling, '{"status":"pulling manifest"}'],
    [
      'an error in the middle',
      { body: [...pulling.body, '{"error":"max retries exceeded"}\n'] },
      '{"error":"max retries exceeded"}',
    ],
  ])('fails on %s', async ([, answer, why], { network, expect }) => {
    await serve(network, { 'GET /api/tags': [{ body: [empty] }], 'POST /api/pull': [answer] });
    const { exitCode, output } = await pull(network, 'gemma2:2b');
    const head = 'could not fetch gemma2:2b: ';
    const lines = output.trimEnd().split('\n');
    expect(exitCode).toBe(1);
    expect(lines.at(-1)).toBe('missing: gemma2:2b');
    expect(lines.at(-2)?.slice(0, head.length)).toBe(head);
    expect(lines.at(-2)?.slice(head.length)).toEqual(why);
  });

  it('fetches from a server whose list cannot be read', async ({ network, expect }) => {
    await serve(network, {
      'GET /api/tags': [{ status: 500 }],
      'POST /api/pull': [{ body: ['{"status":"success"}\n'] }],
    });
    expect(await pull(network, 'gemma2:2b')).toMatchObject({ exitCode: 0 });
  });

  it('tells its progress while it goes on', async ({ network, expect }) => {
    const steps = [1, 2, 3].map(
      (completed) => `{"status":"pulling 0123","total":3,"completed":${completed}}\n`,
    );
    await serve(network, {
      'GET /api/tags': [{ body: [empty] }],
      'POST /api/pull': [{ body: [...steps, '{"status":"success"}\n'], pause: 2500 }],
    });
    const began = Date.now();
    const seen: { readonly at: number; readonly text: string }[] = [];
    const result = await pull(network, 'gemma2:2b', {}, (text) =>
      seen.push({ at: Date.now() - began, text }),
    );
    expect(result).toMatchObject({ exitCode: 0 });
    const first = seen.find(({ text }) => text.includes('"completed":1'));
    expect(first?.at).toBeLessThan(result.duration - 4000);
    const progress = result.output.split('\n').filter((line) => line.includes('completed'));
    expect(progress).toEqual(steps.map((step) => step.trim()));
  });

  it.for<readonly [string, Answer]>([
    ['says nothing any more', { body: ['{"status":"pulling manifest"}\n'], silent: true }],
    ['never says anything', { silent: true }],
    [
      'says the same for ever',
      { body: Array.from({ length: 100 }, () => '{"status":"pulling manifest"}\n'), pause: 200 },
    ],
  ])('gives up a server that %s', async ([, answer], { network, expect }) => {
    await serve(network, { 'GET /api/tags': [{ body: [empty] }], 'POST /api/pull': [answer] });
    const { exitCode, output, duration } = await pull(network, 'gemma2:2b', { SILENCE: '4' });
    expect(exitCode).toBe(1);
    expect(output).toContain('could not fetch gemma2:2b: silent for 4s\n');
    expect(lastLine(output)).toBe('missing: gemma2:2b');
    expect(duration).toBeLessThan(BOUND);
  });

  it('makes models from others, anew each time, and leaves alone what it was not told of', async ({
    network,
    expect,
  }) => {
    const server = await fakeOllama({ network, models: ['gemma2:2b', 'of-somebody'] });
    const create = 'pirate\t{"from":"gemma2:2b","model":"pirate","system":"Say \\"aye\\""}\n';
    const { script, hosts } = listing(shipped, 'gemma2:2b', create);
    for (const _ of [1, 2]) {
      const { exitCode, output } = await runScript(script, { network, hosts });
      expect({ exitCode, output }).toEqual({
        exitCode: 0,
        output: 'gemma2:2b is there already\ncreating pirate\npirate is there\nall models are there\n',
      });
    }
    expect(server.log()).not.toContain('DELETE');
  });

  it('removes what is not wanted where that is wanted', async ({ network, expect }) => {
    const server = await fakeOllama({ network, models: ['gemma2:2b', 'old:7b', 'hf.co/some/one:Q4'] });
    const { output } = await pull(network, 'library/gemma2:2b', { CLEAN: 'true' });
    expect(output).toBe(
      'library/gemma2:2b is there already\nremoved old:7b\nremoved hf.co/some/one:Q4\nall models are there\n',
    );
    expect(server.log().split('DELETE /api/delete')).toHaveLength(3);
  });

  it('asks for models of registries without TLS only where that is wanted', async ({ network, expect }) => {
    const server = await fakeOllama({ network });
    for (const INSECURE of ['false', 'true'])
      await pull(network, `plain-${INSECURE}:5000/own/model`, { INSECURE });
    expect(server.log()).toContain('insecure false\n');
    expect(server.log()).toContain('insecure true\n');
  });

  it('are fetched again by the pod whose server has lost them', async ({ network, expect }) => {
    const quick = {
      ...keeper.script,
      args: keeper.script.args.map((text) => text.replaceAll('pause=30', 'pause=1')),
    };
    const { script } = listing({ ...keeper, script: quick }, 'gemma2:2b');
    const first = await fakeOllama({ network });
    let said = '';
    const kept = runScript(script, { network, timeout: 30_000, onOutput: (text) => (said += text) });
    const seen = (count: number) =>
      until(
        async () => said.split('gemma2:2b is there\n').length - 1,
        (times) => times === count,
      );
    expect(await seen(1)).toBe(1);
    await first.close();
    await fakeOllama({ network });
    expect(await seen(2)).toBe(2);
    expect(await kept).toMatchObject({ timedOut: true });
    expect(said).not.toContain('there already');
  });
});
