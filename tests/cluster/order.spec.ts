import type { V1Job } from '@kubernetes/client-node';
import { describe, expect, test } from 'vitest';
import { load } from '../../generators/src/generate.ts';
import { findHelm3, pinnedHelm } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import { archiveOf, type Case, cases, hardwareOf, render } from '../../tools/cases/cases.ts';
import { orderViolations } from '../../tools/checks/order.ts';
import { parseManifests, podSourcesOf } from '../../tools/kubernetes/objects.ts';
import { at, yaml } from '../render/release.ts';
import { enable } from './members.ts';
import { hooksLeft, livePods } from './observe.ts';
import { saysThatItWaits, waits } from './said.ts';
import { type Space, useCluster } from './testbed.ts';
import { edgesOf, startTimeline, workloadOf } from './timeline.ts';
import { until } from './until.ts';

const NAME = 'app.kubernetes.io/name';
const COMPONENT = 'app.kubernetes.io/component';
const LONG = ['--wait', '--timeout', '300s'];
const SHORT = ['--wait', '--timeout', '10s'];

const testbed = useCluster();
const { charts, umbrellas } = await load(process.cwd());
/** The cases whose release has a workload that waits for another chart's, one for each set of edges. */
const connected = new Map<string, Case>();
for (const [key, one] of await Promise.all(cases().map(async (one) => [await edgesIn(one), one] as const)))
  if (key !== '[]' && hardwareOf(one) === 'default' && !connected.has(key)) connected.set(key, one);
const api = caseOf('langchain-api', 'default');
const preset = caseOf('ai-platform', 'rpi5');

describe.concurrent('with every provider slow', () => {
  test.each([...connected.values()].map((one) => [`${one.chart} ${one.name}`, one] as const))(
    '%s becomes ready in the order of its connections',
    { timeout: 600_000 },
    (_, one) => comesInOrder(one),
  );

  test('so does the umbrella with all members', { timeout: 600_000 }, async () => {
    await comesInOrder(preset, enable('all'));
  });

  test('a pod that is told not to wait comes too early, and is caught', { timeout: 600_000 }, async () => {
    const { violations } = await timed(api, ['--set', 'connections.ollama.waitSeconds=0']);
    expect(violations).toContainEqual(
      expect.stringMatching(/^langchain-api was ready at \d+ ms, ollama only at \d+ ms$/),
    );
    expect(violations).toContainEqual(
      expect.stringMatching(/^langchain-api was ready at \d+ ms, ollama-pull (never|only at \d+ ms)$/),
    );
  });
});

describe.concurrent('with a dependency that never comes', () => {
  test('a service that does not exist', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    const args = ['--set', 'ollama.enabled=false,connections.ollama.host=nowhere'];
    await fails(space, api, args, /Deployment\/space-\d+\/app-langchain-api not ready/);
    expect(await waits(space, 'langchain-api')).toEqual([
      expect.stringContaining('wait-for-ollama waits for nowhere:11434: there is no Service nowhere'),
      expect.stringContaining('wait-for-ollama waits for nowhere:11434: there is no Service nowhere'),
    ]);
  });

  test('a bundled server that never becomes ready', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    await testbed.misbehave(space, { [NAME]: 'ollama', [COMPONENT]: 'main' }, 'never');
    await fails(space, api, [], /StatefulSet\/space-\d+\/app-ollama not ready/);
    await saysThatItWaits(space, 'langchain-api', /Service app-ollama has no ready endpoint/);
  });

  test('models that never arrive', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    await testbed.misbehave(space, { [NAME]: 'ollama', [COMPONENT]: 'pull' }, 'never');
    await fails(space, api, [], /Deployment\/space-\d+\/app-langchain-api not ready/);
    await saysThatItWaits(space, 'langchain-api', /Job app-ollama-pull-\w+ is not complete/);
  });

  test('a member of the umbrella that never becomes ready', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    await testbed.misbehave(space, { [NAME]: 'langchain-api' }, 'never');
    await fails(space, preset, [], /Deployment\/space-\d+\/app-langchain-api not ready/);
    await saysThatItWaits(space, 'llm-web', /wait-for-api waits for app-langchain-api:8000/);
    expect(await waits(space, 'ollama')).toEqual([]);
  });
});

/** Gone within a day by itself; a shorter time could take it from Helm while it waits. */
const DAY = 86_400;

describe.concurrent('verification', () => {
  test('that failed leaves its log for a day and nothing else, once the release is uninstalled', {
    timeout: 600_000,
  }, async () => {
    const space = await testbed.space();
    await testbed.misbehave(space, { [COMPONENT]: 'verify-ollama' }, 'fail');
    await space.refused('install', 'app', await archiveOf(preset.chart), '--values', preset.values, ...LONG);
    await space.helm('uninstall', 'app', '--wait', '--timeout', '180s');
    const left = await until(
      () => hooksLeft(space),
      (names) => names.every((name) => name.startsWith('app-verify-0-ollama')),
    );
    expect(left).toContain('app-verify-0-ollama');
    expect(await space.list('networking.k8s.io/v1/networkpolicies')).toHaveLength(1);
    const jobs = await space.list<V1Job>('batch/v1/jobs');
    expect(jobs.map(({ metadata, spec }) => [metadata?.name, spec?.ttlSecondsAfterFinished])).toEqual([
      ['app-verify-0-ollama', DAY],
    ]);
  });

  test.each([
    ['Helm 4', pinnedHelm],
    ['Helm 3', findHelm3],
  ])(
    'looks at the members of a wave side by side, and %s names all that fail',
    {
      timeout: 600_000,
    },
    async (_, findHelm) => {
      const space = await testbed.space();
      for (const name of ['ollama', 'redis'])
        await testbed.misbehave(space, { [COMPONENT]: `verify-${name}` }, 'fail');
      const args = ['--values', preset.values, '--set', 'global.members.redis.enabled=true', ...LONG];
      const env = { KUBECONFIG: testbed.cluster.kubeconfig };
      const install = ['install', 'app', await archiveOf(preset.chart), '--namespace', space.name, ...args];
      const { code, stderr } = await run(await findHelm(), install, { env, timeoutMs: 300_000 });
      expect(code).toBe(1);
      for (const name of ['ollama', 'redis'])
        expect(stderr).toMatch(new RegExp(`post-install[^]*app-verify-0-${name}\\b`));
    },
  );

  const enabled = at(yaml(preset.values), 'global.members');
  const inPreset = umbrellas.flatMap(({ members }) => members.filter(({ name }) => name in enabled));
  const members = [...inPreset.slice(0, 1), ...inPreset.slice(-1)];
  test.each(members.map(({ name, wave }) => [name, wave] as const))(
    'of %s names its Job when it fails, and passes with the next upgrade',
    { timeout: 600_000 },
    async (name, wave) => {
      const space = await testbed.space();
      const labels = { [COMPONENT]: `verify-${name}` };
      await testbed.misbehave(space, labels, 'fail');
      const args = ['app', await archiveOf(preset.chart), '--values', preset.values, ...LONG];
      const { message } = await space.refused('install', ...args);
      expect(message).toMatch(new RegExp(`post-install.*app-verify-${wave}-${name}`, 's'));
      expect(await hooksLeft(space)).toContain(`app-verify-${wave}-${name}`);
      await testbed.misbehave(space, labels, 'normal');
      await space.helm('upgrade', ...args);
      const left = await until(
        () => hooksLeft(space),
        (names) => names.length === 0,
      );
      expect(left).toEqual([]);
    },
  );
});

/** The edges between what a case installs, as text. */
async function edgesIn(one: Case): Promise<string> {
  const pods = podSourcesOf(parseManifests(await render(one)));
  return JSON.stringify(edgesOf(charts, new Set(pods.map(({ labels }) => workloadOf(labels)))));
}

async function comesInOrder(one: Case, args: readonly string[] = []): Promise<void> {
  const { edges, violations, left } = await timed(one, args);
  expect(edges).not.toEqual([]);
  expect(violations).toEqual([]);
  expect(left).toEqual([]);
}

/** Installs a case while every server and Job that others wait for takes its time. */
async function timed(one: Case, args: readonly string[]) {
  const space = await testbed.space();
  const providers = new Set(
    charts.flatMap(({ connections }) => connections.map(({ provider }) => provider.chart)),
  );
  for (const name of providers) {
    const seconds = name === 'redis' ? 3 : 2;
    await testbed.misbehave(space, { [NAME]: name }, `slow ${seconds}`);
  }
  const timeline = await startTimeline(testbed.api, space);
  // Jobs that nobody waits for, as the first user of Airflow, end in their own time.
  const wait = [...LONG, '--wait-for-jobs'];
  await space.helm('install', 'app', await archiveOf(one.chart), '--values', one.values, ...wait, ...args);
  const installed = new Set((await livePods(space)).map(({ metadata }) => workloadOf(metadata?.labels)));
  const edges = edgesOf(charts, installed);
  return { edges, violations: orderViolations(await timeline.stop(), edges), left: await hooksLeft(space) };
}

/** The install fails soon after its time limit, and Helm names what is not ready. */
async function fails(space: Space, one: Case, args: readonly string[], expected: RegExp): Promise<void> {
  const archive = await archiveOf(one.chart);
  const { message, seconds } = await space.refused(
    'install',
    'app',
    archive,
    '--values',
    one.values,
    ...SHORT,
    ...args,
  );
  expect(message).toMatch(expected);
  expect(seconds).toBeLessThan(120);
}

function caseOf(chart: string, name: string): Case {
  const found = cases().find((one) => one.chart === chart && one.name === name);
  if (found === undefined) throw new Error(`there is no case ${chart} ${name}`);
  return found;
}
