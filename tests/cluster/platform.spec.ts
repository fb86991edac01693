import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { V1EndpointSlice, V1Pod } from '@kubernetes/client-node';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { load } from '../../generators/src/generate.ts';
import { ALWAYS } from '../../generators/src/go/index.ts';
import { LONG_RUNNING } from '../../generators/src/model/feature.ts';
import type { Chart, Connection } from '../../generators/src/model/model.ts';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { archiveOf } from '../../tools/cases/cases.ts';
import { type OrderEdge, orderViolations, type Timeline } from '../../tools/checks/order.ts';
import { at, merge, type Values, yaml } from '../render/release.ts';
import { hooksLeft, leftovers, livePods } from './observe.ts';
import { saysThatItWaits } from './said.ts';
import { type Space, useCluster } from './testbed.ts';
import { startTimeline } from './timeline.ts';
import { until } from './until.ts';

const NAME = 'app.kubernetes.io/name';
const COMPONENT = 'app.kubernetes.io/component';
const RELEASE = 'app';
const LONG = ['--wait', '--timeout', '300s'];
const SHORT = ['--wait', '--timeout', '15s'];
/** What an install may take beyond its time limit: rendering, and what Helm does after it gave up. */
const GRACE_SECONDS = 30;

const UMBRELLA = 'ai-platform';
const presetFile = (name: string) => join(CHARTS, UMBRELLA, 'presets', `${name}.yaml`);
const preset = existsSync(presetFile('minikube')) ? 'minikube' : 'rpi5';

const testbed = useCluster(preset);
const { umbrellas } = await load(process.cwd());
const values = yaml(presetFile(preset));
const enabled = (umbrellas.find(({ name }) => name === UMBRELLA)?.members ?? [])
  .filter(({ name }) => at(values, 'global', 'members', name).enabled === true)
  .map(({ chart }) => chart);
/** Members that run something, and those of them that others wait for. */
const running = enabled.filter(({ workloads }) => workloads.some(({ kind }) => LONG_RUNNING.includes(kind)));
const providers = running.filter(({ name }) => consumersOf(name).length > 0);

let space: Space;

beforeAll(async () => {
  space = await testbed.space();
});

/** One machine has room for one platform: each test leaves it as empty as it was. */
afterEach(async () => {
  for (const { name } of running) await behave(name, 'normal');
  await space.helm('uninstall', RELEASE, '--ignore-not-found', '--wait', '--timeout', '180s');
  space = await testbed.space();
});

describe(`the preset ${preset} on its hardware`, () => {
  test('comes up in the order of the graph while everything takes its time', {
    timeout: 600_000,
  }, async () => {
    for (const { name } of providers) await behave(name, 'slow 2');
    const { timeline, edges } = await install({}, LONG);
    expect(edges.length).toBeGreaterThan(0);
    expect(orderViolations(timeline, edges)).toEqual([]);
    expect(await hooksLeft(space)).toEqual([]);
    expect(nodesOf(await livePods(space))).toEqual([preset]);
  });

  test('is rolled back as a whole when it does not come up', { timeout: 600_000 }, async () => {
    await behave(last(running).name, 'never');
    const { message } = await refused({}, ['--rollback-on-failure', '--timeout', '20s']);
    expect(message).toContain(`${RELEASE}-${last(running).name}`);
    const left = await until(
      () => leftovers(testbed.api, space),
      (names) => names.every(isKept),
    );
    expect(left.filter((name) => !isKept(name))).toEqual([]);
  });

  test('and is the same with --rollback-on-failure when it does', { timeout: 600_000 }, async () => {
    const { timeline, edges } = await install({}, ['--rollback-on-failure', '--timeout', '300s']);
    expect(orderViolations(timeline, edges)).toEqual([]);
  });
});

describe('a member that is slow holds those that need it, and the install completes', () => {
  test.each(providers.map(({ name }) => [name] as const))('%s', { timeout: 600_000 }, async (name) => {
    await behave(name, 'slow 5');
    const { timeline } = await install({}, LONG);
    for (const consumer of consumersOf(name)) {
      expect(timeline[name], name).toBeGreaterThan(0);
      expect(timeline[consumer], `${consumer} after ${name}`).toBeGreaterThanOrEqual(timeline[name] ?? 0);
    }
  });
});

describe('a member that never comes fails the install in bounded time, which names it', () => {
  test.each(running.map(({ name }) => [name] as const))('%s', { timeout: 600_000 }, async (name) => {
    await behave(name, 'never');
    const { message } = await refused({}, SHORT);
    expect(message).toContain(`${RELEASE}-${name}`);
    for (const consumer of consumersOf(name))
      await saysThatItWaits(space, consumer, new RegExp(`wait-for-\\S+ waits for ${RELEASE}-${name}`));
  });
});

describe('a one-time Job that never ends holds those that need its effect, and they name it', () => {
  const jobs = providers
    .filter(({ name }) => needEffectOf(name).length > 0)
    .flatMap((chart) => effectsOf(chart).map((job) => [chart.name, job] as const));
  test.each(jobs)('%s %s', { timeout: 600_000 }, async (name, component) => {
    await testbed.misbehave(space, { [NAME]: name, [COMPONENT]: component }, 'never');
    const { message } = await refused({}, SHORT);
    const held = needEffectOf(name);
    expect(held.some((consumer) => message.includes(`${RELEASE}-${consumer}`))).toBe(true);
    for (const consumer of held)
      await saysThatItWaits(
        space,
        consumer,
        new RegExp(`Job ${RELEASE}-${name}-${component}\\S* is not complete`),
      );
  });
});

test('each member may die after the start: its Service is empty, and all is well when it is back', {
  timeout: 60_000 + running.length * 30_000,
}, async () => {
  await install({}, LONG);
  for (const { name } of providers) {
    const before = await identities();
    await behave(name, 'kill');
    expect(await endpointsUntil(name, (ready) => ready === 0), `${name} is killed`).toBe(0);
    await behave(name, 'normal');
    expect(await endpointsUntil(name, (ready) => ready > 0), `${name} is back`).toBeGreaterThan(0);
    expect(await identities(), `pods beside ${name}`).toEqual(before);
  }
});

/** Installs the preset with values of one's own, and returns when what was ready and the edges between what was installed. */
async function install(
  own: Values,
  args: readonly string[],
): Promise<{ readonly timeline: Timeline; readonly edges: readonly OrderEdge[] }> {
  const recording = await startTimeline(testbed.api, space);
  await space.helm('install', RELEASE, await archiveOf(UMBRELLA), ...(await valuesArgs(own)), ...args);
  const timeline = await recording.stop();
  return { timeline, edges: edges() };
}

/** Installs it in vain; what Helm says. */
async function refused(own: Values, args: readonly string[]) {
  const archive = await archiveOf(UMBRELLA);
  const result = await space.refused('install', RELEASE, archive, ...(await valuesArgs(own)), ...args);
  const limit = Number.parseInt(args[args.indexOf('--timeout') + 1] ?? '0', 10);
  expect(result.seconds).toBeLessThan(limit + GRACE_SECONDS);
  return result;
}

async function valuesArgs(own: Values): Promise<readonly string[]> {
  const file = join(testbed.cluster.folder, `${space.name}.json`);
  await writeFile(file, JSON.stringify(merge(values, own)));
  return ['--values', file];
}

/** The edges of the graph between enabled members; who needs an effect comes after the Jobs that have it. */
function edges(): readonly OrderEdge[] {
  return providers.flatMap((provider) => [
    ...consumersOf(provider.name).map((after) => ({ before: provider.name, after })),
    ...effectsOf(provider).flatMap((job) =>
      needEffectOf(provider.name).map((after) => ({ before: `${provider.name}-${job}`, after })),
    ),
  ]);
}

/** Connections that are there with any values and hold pods back. */
function holds(chart: Chart, name: string): readonly Connection[] {
  return chart.connections.filter(
    ({ internal, orders, when, provider }) =>
      !internal && orders && when === ALWAYS && provider.chart === name,
  );
}

function consumersOf(name: string): readonly string[] {
  return enabled.filter((chart) => holds(chart, name).length > 0).map((chart) => chart.name);
}

/** Components of the Jobs with which a member serves its clients: those that know them, or all. */
function effectsOf({ workloads }: Chart): readonly string[] {
  const jobs = workloads.filter(({ kind }) => kind === 'Job');
  const ofClients = jobs.filter(({ features }) =>
    features.some(({ feature }) => feature.name === 'clientCredentials'),
  );
  return (ofClients.length > 0 ? ofClients : jobs).map(({ component }) => component);
}

function needEffectOf(name: string): readonly string[] {
  return enabled
    .filter((chart) => holds(chart, name).some(({ client, expect }) => client !== '' || expect !== ''))
    .map((chart) => chart.name);
}

async function behave(name: string, action: string): Promise<void> {
  await testbed.misbehave(space, { [NAME]: name, [COMPONENT]: 'main' }, action);
}

/** Ready addresses behind the main Service of a member, once they are as wanted. */
function endpointsUntil(name: string, isWanted: (ready: number) => boolean): Promise<number> {
  const service = `${RELEASE}-${name}`;
  return until(async () => {
    const slices = await space.list<V1EndpointSlice>('discovery.k8s.io/v1/endpointslices');
    return slices
      .filter(({ metadata }) => metadata?.labels?.['kubernetes.io/service-name'] === service)
      .flatMap(({ endpoints }) => endpoints ?? [])
      .filter(({ conditions }) => conditions?.ready).length;
  }, isWanted);
}

async function identities(): Promise<readonly string[]> {
  return (await livePods(space)).map(({ metadata }) => metadata?.uid ?? '').sort();
}

function nodesOf(pods: readonly V1Pod[]): readonly (string | undefined)[] {
  return [...new Set(pods.map(({ spec }) => spec?.nodeName))];
}

/** What a release leaves behind on purpose: credentials and volumes. */
function isKept(name: string): boolean {
  return /^(Secret|PersistentVolumeClaim)\//.test(name);
}

function last<T>(items: readonly T[]): T {
  const item = items.at(-1);
  if (item === undefined) throw new Error('there is none');
  return item;
}
