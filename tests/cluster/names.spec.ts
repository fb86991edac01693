import type { V1Service, V1StatefulSet } from '@kubernetes/client-node';
import { describe, expect, test } from 'vitest';
import { archiveOf, cases } from '../../tools/cases/cases.ts';
import { enable } from './members.ts';
import { hooksLeft, workloads } from './observe.ts';
import { type Space, useCluster, WAIT } from './testbed.ts';

const LONGEST = 53;
const long = 'a-release-name-as-long-as-helm-allows-a-release-name';
const twins = [`${long}1`, `${long}2`] as const;

const testbed = useCluster();

describe.concurrent('two releases whose names are as long as can be and differ in the last character', () => {
  test.each([
    ['redis', () => ['--set', 'exporter.enabled=true']],
    ['ai-platform', enable],
  ] as const)(
    'of all of %s install side by side and pass their tests',
    { timeout: 600_000 },
    async (chart, args) => {
      expect(twins[0]).toHaveLength(LONGEST);
      const space = await testbed.space();
      const archive = await archiveOf(chart);
      await Promise.all(
        twins.map((release) => space.helm('install', release, archive, ...args(release), ...WAIT)),
      );
      await Promise.all(twins.map((release) => space.helm('test', release, '--timeout', '180s')));
      const names = await namesByRelease(space);
      expect(names.get(twins[0])?.length).toBeGreaterThan(1);
      expect(names.get(twins[0])?.length).toBe(names.get(twins[1])?.length);
      expect(await hooksLeft(space)).toEqual([]);
    },
  );
});

test.concurrent('two releases of a chart with all that it bundles share a namespace', {
  timeout: 600_000,
}, async () => {
  const space = await testbed.space();
  const { chart, values } = caseOf('llm-web');
  const archive = await archiveOf(chart);
  await Promise.all(
    ['a', 'b'].map((release) => space.helm('install', release, archive, '--values', values, ...WAIT)),
  );
  await space.helm('uninstall', 'a', ...WAIT);
  await space.helm('test', 'b', '--timeout', '180s');
  const unready = (await workloads(space)).filter(
    ({ metadata }) => metadata?.labels?.['app.kubernetes.io/instance'] !== 'b',
  );
  expect(unready).toEqual([]);
});

test.concurrent('a release named like its chart says the name once, beside releases whose names hold it', {
  timeout: 600_000,
}, async () => {
  const space = await testbed.space();
  const archive = await archiveOf('redis');
  const releases = ['redis', 'redis-x', 'x-redis'];
  for (const release of releases) await space.helm('install', release, archive, ...WAIT);
  for (const release of releases) await space.helm('test', release, '--timeout', '180s');
  const names = await namesByRelease(space);
  expect(releases.map((release) => names.get(release)?.[0])).toEqual([
    'redis',
    'redis-x-redis',
    'x-redis-redis',
  ]);
});

describe.concurrent('overrides', () => {
  test.each([
    ['nameOverride', 'app-cache'],
    ['fullnameOverride', 'cache'],
  ])('%s renames the objects, and selectors stay', { timeout: 600_000 }, async (key, expected) => {
    const space = await testbed.space();
    await space.helm('install', 'app', await archiveOf('redis'), '--set', `${key}=cache`, ...WAIT);
    await space.helm('test', 'app', '--timeout', '180s');
    const [server] = await space.list<V1StatefulSet>('apps/v1/statefulsets');
    expect(server?.metadata?.name).toBe(expected);
    expect(server?.spec?.selector?.matchLabels).toEqual({
      'app.kubernetes.io/name': 'redis',
      'app.kubernetes.io/instance': 'app',
      'app.kubernetes.io/component': 'main',
      track: 'stable',
    });
    expect((await space.list<V1Service>('services')).map(({ metadata }) => metadata?.name)).toEqual([
      expected,
      `${expected}-headless`,
    ]);
  });

  test('of bundled charts reach those who use them', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    const set = [
      'image.repository=api,image.tag=v1,ollama.enabled=true,ollama.nameOverride=models,ollama.models={gemma2:2b}',
      'redis.enabled=true,redis.fullnameOverride=cache,fullnameOverride=front',
      'ollama.service.port=8434,redis.service.port=7379,service.port=80',
    ];
    await space.helm(
      'install',
      'app',
      await archiveOf('langchain-api'),
      ...set.flatMap((text) => ['--set', text]),
      ...WAIT,
    );
    await space.helm('test', 'app', '--timeout', '180s');
    expect(
      (await workloads(space)).map(({ metadata }) => metadata?.name?.replace(/pull-\w+$/, 'pull')).sort(),
    ).toEqual(['app-models', 'app-models-pull', 'cache', 'front']);
  });
});

/** Names of all workloads and Services by the release that they belong to. */
async function namesByRelease(space: Space): Promise<ReadonlyMap<string, readonly string[]>> {
  const objects = [...(await workloads(space)), ...(await space.list<V1Service>('services'))];
  const names = new Map<string, string[]>();
  for (const { metadata } of objects) {
    const release = metadata?.labels?.['app.kubernetes.io/instance'] ?? '';
    names.set(release, [...(names.get(release) ?? []), metadata?.name ?? '']);
  }
  return names;
}

function caseOf(chart: string) {
  const found = cases().find((one) => one.chart === chart);
  if (found === undefined) throw new Error(`there is no case of ${chart}`);
  return found;
}
