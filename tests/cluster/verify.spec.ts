import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../generators/src/programs/run.ts';
import { archiveOf, cases } from '../../tools/cases/cases.ts';
import { ollamaServer } from '../../tools/scripts/fake-ollama.ts';
import { checkAnswers } from '../../tools/verify/answers.ts';
import { asker } from '../../tools/verify/ask.ts';
import { readExpected } from '../../tools/verify/expected.ts';
import { kubeConfig, readLive } from '../../tools/verify/live.ts';
import { verifyOptions } from '../../tools/verify/options.ts';
import { type Space, useCluster } from './testbed.ts';
import { until } from './until.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const NAME = 'app.kubernetes.io/name';
const testbed = useCluster('rpi5');
let space: Space;

beforeAll(async () => {
  space = await testbed.space();
  const preset = cases().find(({ chart, name }) => chart === 'ai-platform' && name === 'rpi5');
  const wait = ['--wait', '--wait-for-jobs', '--timeout', '240s'];
  await space.helm(
    'install',
    'app',
    await archiveOf('ai-platform'),
    '--values',
    preset?.values ?? '',
    ...wait,
  );
}, 600_000);

/** What a person types, on the release of this file. */
async function typed(...args: readonly string[]) {
  const where = ['--release', 'app', '--namespace', space.name, '--kubeconfig', testbed.cluster.kubeconfig];
  const { code, stdout, stderr } = await run(process.execPath, ['tools/verify/main.ts', ...where, ...args], {
    cwd: ROOT,
  });
  return { code, lines: stdout.split('\n'), stderr };
}

describe('a release', () => {
  test('that is up is told wave by wave, with exit code 0', async () => {
    const { code, lines, stderr } = await typed('--no-requests');
    expect({ code, stderr, said: lines.at(-2) }).toEqual({
      code: 0,
      stderr: '',
      said: '12 checks, all is well',
    });
    const rows = lines.slice(1, -3).map((line) => line.split(/ {2,}/).slice(0, 4).join(' '));
    expect(rows).toEqual([
      '0 ollama pods ok',
      '0 ollama job ok',
      '0 ollama probes ok',
      '0 ollama endpoints ok',
      '0 ollama endpoints ok',
      '1 langchain-api pods ok',
      '1 langchain-api probes ok',
      '1 langchain-api endpoints ok',
      '1 langchain-api endpoints ok',
      '2 llm-web pods ok',
      '2 llm-web probes ok',
      '2 llm-web endpoints ok',
    ]);
    expect(lines.join('\n')).toMatch(/app-langchain-api: 2 of 2 ready/);
  });

  test('with a member that is down names it, with exit code 1', { timeout: 300_000 }, async () => {
    await testbed.misbehave(space, { [NAME]: 'langchain-api' }, 'kill');
    const failedIn = (lines: readonly string[]) => lines.filter((line) => line.includes('FAILED'));
    const broken = await until(
      () => typed('--no-requests'),
      ({ lines }) => failedIn(lines).length > 2,
    );
    expect(broken.code).toBe(1);
    const failed = failedIn(broken.lines);
    expect(failed.length).toBeGreaterThan(2);
    expect(failed.filter((line) => !/^1 +langchain-api +/.test(line))).toEqual([]);
    expect(failed.join('\n')).toMatch(/pods +FAILED +app-langchain-api: 0 of 2 ready/);
    expect(failed.join('\n')).toMatch(/endpoints +FAILED +app-langchain-api: 0 ready/);
    await testbed.misbehave(space, { [NAME]: 'langchain-api' }, 'normal');
  });

  test('whose members do not answer says so', async () => {
    const { code, lines } = await typed('--timeout', '3');
    expect(code).toBe(1);
    expect(lines.join('\n')).toMatch(/ollama +answer +FAILED +app-ollama\/api\/tags: /);
  });

  test('that is up again has nothing to say why', { timeout: 300_000 }, async () => {
    const up = await until(
      () => typed('--why'),
      ({ code }) => code === 0,
    );
    expect(up).toMatchObject({ code: 0, lines: ['everything is up', ''] });
  });

  test('that is not there is an error with a remedy', async () => {
    const { code, stderr } = await typed('--release', 'other');
    expect(code).toBe(1);
    expect(stderr).toContain('release other in namespace');
    expect(stderr).toContain('helm list --all-namespaces');
  });
});

describe('why a release does not come up', () => {
  const why = async (release: string, where: Space, meets: RegExp) => {
    const args = [
      '--release',
      release,
      '--namespace',
      where.name,
      '--kubeconfig',
      testbed.cluster.kubeconfig,
    ];
    const told = () =>
      run(process.execPath, ['tools/verify/main.ts', ...args, '--why'], { cwd: ROOT }).then(
        ({ code, stdout }) => ({ code, stdout }),
      );
    return until(told, ({ stdout }) => meets.test(stdout));
  };

  test('an image that nobody has, in the order of the graph', { timeout: 300_000 }, async () => {
    const other = await testbed.space();
    await testbed.misbehave(other, { [NAME]: 'ollama' }, 'no-image');
    const preset = cases().find(({ chart, name }) => chart === 'ai-platform' && name === 'rpi5');
    await other.helm(
      'install',
      'app',
      await archiveOf('ai-platform'),
      '--values',
      preset?.values ?? '',
      '--no-hooks',
    );
    const { code, stdout } = await why('app', other, /ImagePullBackOff[\s\S]*wave 2/);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^wave 0: ollama: StatefulSet space-\d+\/app-ollama\n {2}pod app-ollama-0\n {4}ollama: ImagePullBackOff: Back-off pulling image "docker.io\/ollama/m,
    );
    expect(stdout).toMatch(/^wave 1: langchain-api: [\s\S]*wait-for-ollama/m);
    expect(stdout).toMatch(/Begin with ollama: \d+ more may only wait for it\.\n$/);
  });

  test('a Secret that is missing', { timeout: 300_000 }, async () => {
    const other = await testbed.space();
    const missing = ['--set', 'secrets.existingSecret=nowhere,global.gitops=true'];
    await other.helm('install', 'cache', await archiveOf('redis'), ...missing);
    const { stdout } = await why('cache', other, /CreateContainerConfigError/);
    expect(stdout).toMatch(/redis: CreateContainerConfigError: .*nowhere/);
  });

  test('a pod that no node has room for', { timeout: 300_000 }, async () => {
    const other = await testbed.space();
    const huge = ['--set', 'resources.requests.cpu=31', '--set', 'resources.limits.cpu=31'];
    await other.helm('install', 'cache', await archiveOf('redis'), ...huge);
    const { stdout } = await why('cache', other, /Unschedulable/);
    expect(stdout).toMatch(/pod cache-redis-0: Unschedulable: .*Insufficient cpu/);
  });
});

describe('with a real server behind the Service', () => {
  const requests: string[] = [];
  const server = ollamaServer({ models: ['gemma2:2b'] }, (request) => requests.push(request));
  const address = Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.family === 'IPv4' && !one.internal)?.address;

  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, '0.0.0.0', done));
    const bound = server.address();
    const port = bound !== null && typeof bound === 'object' ? bound.port : 0;
    await standIn(port);
  });
  afterAll(() => server.close());

  test('models are listed and a question is answered', async () => {
    const args = ['--release', 'app', '--namespace', space.name, '--kubeconfig', testbed.cluster.kubeconfig];
    const options = verifyOptions(
      [...args, '--timeout', '5', '--ask', 'ollama/api/show={"model":"gemma2:2b"}'],
      '/',
    );
    const config = kubeConfig(options);
    const expected = await readExpected(options);
    const live = await readLive(config, [space.name]);
    const ask = asker(config, options.timeoutMs);
    const elsewhere = { namespace: 'default' };
    const only = {
      workloads: expected.workloads
        .filter(({ member }) => member === 'ollama')
        .map((workload) => ({ ...workload, ...elsewhere })),
      services: expected.services
        .filter(({ name }) => name === 'app-ollama')
        .map((service) => ({ ...service, ...elsewhere, name: 'real' })),
    };
    const rows = await until(
      () => checkAnswers(only, live, options.questions, ask),
      (found) => found.every(({ result }) => result === 'ok'),
    );
    expect(rows).toEqual([
      expect.objectContaining({ check: 'answer', result: 'ok' }),
      { member: 'ollama', check: 'models', result: 'ok', detail: 'gemma2:2b' },
      { member: 'ollama', check: 'question', result: 'ok', detail: 'gemma2:2b says: ok' },
      expect.objectContaining({ check: 'question', result: 'ok' }),
    ]);
    expect(requests).toEqual(
      expect.arrayContaining(['GET /api/tags', 'POST /api/generate', 'POST /api/show']),
    );
  });

  /** The pods of this cluster run nothing: a Service with a pod that has the address of this machine leads to the server of this test. */
  async function standIn(port: number): Promise<void> {
    const { api } = testbed;
    await api.create('pods', 'default', {
      metadata: { name: 'real' },
      spec: { schedulerName: 'none', containers: [{ name: 'a', image: 'a' }] },
    });
    await api.call(
      'PATCH',
      '/api/v1/namespaces/default/pods/real/status',
      { status: { phase: 'Running', podIP: address, podIPs: [{ ip: address }] } },
      { 'content-type': 'application/merge-patch+json' },
    );
    await api.create('services', 'default', {
      metadata: { name: 'real' },
      spec: { ports: [{ name: 'http', port: 11434, targetPort: port }] },
    });
    const targetRef = { kind: 'Pod', namespace: 'default', name: 'real' };
    await api.create('endpoints', 'default', {
      metadata: { name: 'real' },
      subsets: [{ addresses: [{ ip: address, targetRef }], ports: [{ name: 'http', port }] }],
    });
  }
});
