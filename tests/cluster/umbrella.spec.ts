import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { V1Pod } from '@kubernetes/client-node';
import { describe, expect, test } from 'vitest';
import { load } from '../../generators/src/generate.ts';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { archiveOf, template } from '../../tools/cases/cases.ts';
import { packageCommands } from '../../tools/packages/commands.ts';
import type { PackageOptions } from '../../tools/packages/options.ts';
import { runPackages } from '../../tools/packages/run-packages.ts';
import { valuesOfSubset } from '../render/subsets.ts';
import { enable, members } from './members.ts';
import { leftovers, livePods } from './observe.ts';
import { type Space, useCluster, WAIT } from './testbed.ts';
import { until } from './until.ts';

const testbed = useCluster();
const { umbrellas } = await load(process.cwd());
const umbrella = umbrellas[0]?.name ?? '';
const all = enable('app');

describe.concurrent('an umbrella refuses, with all problems at once', () => {
  test.each([
    [
      'a switch of a member itself',
      'ollama.enabled=true',
      ['ollama.enabled decides nothing in an umbrella: set global.members.ollama.enabled.'],
    ],
    [
      'the same, off and of a member that is off',
      'llm-web.enabled=false,global.members.llm-web.enabled=false',
      [
        'llm-web.enabled decides nothing in an umbrella: set global.members.llm-web.enabled.',
        'llm-web has values, and the member is off: set global.members.llm-web.enabled=true, leave them out, or set preflight.offMembers=false where one file serves several releases.',
      ],
    ],
    [
      'another full name',
      'ollama.fullnameOverride=models',
      [
        'ollama.fullnameOverride and ollama.nameOverride would hide ollama from the rest of the umbrella: leave them empty.',
      ],
    ],
    [
      'another name',
      'langchain-api.nameOverride=api',
      [
        'langchain-api.fullnameOverride and langchain-api.nameOverride would hide langchain-api from the rest of the umbrella: leave them empty.',
      ],
    ],
    [
      'another port, and another Secret',
      'redis.service.port=7379,redis.secrets.existingSecret=mine',
      [
        'redis.service.port must stay 6379: the other members look for it there.',
        'redis.secrets.existingSecret must be app-redis: the other members look for the password there.',
      ],
    ],
    [
      'another name of a member that no other one uses',
      'llm-web.fullnameOverride=front',
      [
        'llm-web.fullnameOverride and llm-web.nameOverride would hide llm-web from the rest of the umbrella: leave them empty.',
      ],
    ],
    [
      'what is for all members, said to one',
      'redis.global.commonLabels.team=data',
      [
        'redis.global has values that would be lost or reach redis alone: set them in global, which is for all members.',
      ],
    ],
    [
      'a service outside beside its member',
      'global.members.redis.external.host=cache.example.com',
      [
        'global.members.redis.external.host is for a service outside, and the member redis is enabled: leave it empty, or disable the member.',
      ],
    ],
  ])('%s', async (_, set, problems) => {
    const { code, stderr } = await template(umbrella, undefined, {
      release: 'app',
      args: [...all, '--set', set],
    });
    expect(code).toBe(1);
    expect(problemsIn(stderr)).toEqual(problems);
  });
});

test('a bundled server beside the member is refused by its path, in the oldest Helm too', async () => {
  const args = [...all, '--set', 'langchain-api.ollama.enabled=true'];
  const newest = await template(umbrella, undefined, { args });
  const oldest = await template(umbrella, undefined, { args, helm: 'helm3' });
  expect(newest.stderr).toContain("at '/langchain-api/ollama/enabled': value must be false");
  expect(oldest.stderr).toContain('langchain-api.ollama.enabled does not match: false');
});

describe.concurrent('the preflight', () => {
  test('finds everything at once, and nothing is created', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    await testbed.api.create('services', space.name, {
      metadata: { name: 'app-llm-web' },
      spec: { ports: [{ port: 80 }] },
    });
    const half = { metadata: { name: 'half' }, data: { user: 'eA==' } };
    await testbed.api.create('secrets', space.name, half);
    const before = await leftovers(testbed.api, space);
    const set = [
      'global.members.redis.external.host=cache.example.com',
      'global.members.redis.external.existingSecret=half',
      'langchain-api.secrets.existingSecret=none',
      'llm-web.image.repository=',
      'ollama.persistence.storageClass=golden',
      'llm-web.ingress.enabled=true',
      'llm-web.ingress.className=apache',
      'global.ingress.domain=example.com',
    ];
    const { message } = await space.refused(
      'install',
      'app',
      await archiveOf(umbrella),
      ...enable('app', ['ollama', 'langchain-api', 'llm-web']),
      ...set.flatMap((pair) => ['--set', pair]),
      ...WAIT,
    );
    expect(problemsIn(message).toSorted()).toEqual([
      `global.members.redis.external.existingSecret names the Secret half, and that lacks the key password.`,
      `langchain-api.secrets.existingSecret names the Secret none, and the namespace ${space.name} has none: create it, or list it in preflight.laterSecrets.`,
      'llm-web.ingress.className or global.ingress.className names the ingress class apache, which does not exist in this cluster: see kubectl get ingressclasses.',
      expect.stringMatching(/^llm-web: image\.repository is empty/),
      'ollama.persistence names the storage class golden, which does not exist in this cluster: see kubectl get storageclasses.',
      'the Service app-llm-web of no release is in the way: remove it, or choose another release name.',
    ]);
    expect(await leftovers(testbed.api, space)).toEqual(before);
  });

  test('of somebody who may not look at the cluster says which value turns that off', {
    timeout: 600_000,
  }, async () => {
    const space = await testbed.space();
    await testbed.api.create('rbac.authorization.k8s.io/v1/rolebindings', space.name, {
      metadata: { name: 'tenant' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'admin' },
      subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: 'tenant' }],
    });
    const install = [
      'install',
      'app',
      await archiveOf(umbrella),
      '--set',
      'global.members.redis.enabled=true',
    ];
    const tenant = ['--kube-as-user', 'tenant', '--dry-run=server'];
    const { message } = await space.refused(...install, ...tenant);
    expect(message).toContain('forbidden');
    expect(message).toContain('or preflight.cluster=false');
    await space.helm(...install, ...tenant, '--set', 'preflight.cluster=false');
  });

  test('lets through what is there or comes later', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    const set = ['redis.secrets.existingSecret=app-redis', 'preflight.laterSecrets={app-redis}'];
    const args = [...enable('app', ['redis']), ...set.flatMap((pair) => ['--set', pair])];
    const { message } = await space.refused(
      'install',
      'app',
      await archiveOf(umbrella),
      ...args.slice(0, -2),
      ...WAIT,
    );
    expect(problemsIn(message)).toEqual([expect.stringContaining('create it with the key password')]);
    await testbed.api.create('secrets', space.name, {
      metadata: { name: 'app-redis' },
      data: { password: 'eA==' },
    });
    await space.helm('install', 'app', await archiveOf(umbrella), ...args.slice(0, -2), ...WAIT);
    // Its own objects are in nobody's way.
    await space.helm('upgrade', 'app', await archiveOf(umbrella), ...args, ...WAIT);
  });

  test('looks first whether services outside answer, and names the one that does not', {
    timeout: 600_000,
  }, async () => {
    const space = await testbed.space();
    const labels = { 'app.kubernetes.io/component': 'check-langchain-api-ollama' };
    await testbed.misbehave(space, labels, 'fail');
    const outside = ['--set', 'global.members.ollama.external.host=ollama.example.com'];
    const args = ['app', await archiveOf(umbrella), ...enable('app', ['langchain-api']), ...outside];
    const { message, seconds } = await space.refused('install', ...args, '--wait', '--timeout', '180s');
    expect(message).toMatch(/pre-install.*app-check-langchain-api-ollama/s);
    expect(seconds).toBeLessThan(120);
    expect(await livePods(space)).toEqual([]);
    expect(await space.list('apps/v1/deployments')).toEqual([]);
  });
});

test.concurrent('without a member nothing is installed, and the notes say how to choose', {
  timeout: 600_000,
}, async () => {
  const space = await testbed.space();
  const notes = await space.helm('install', 'app', await archiveOf(umbrella), ...WAIT);
  expect(notes).toContain(
    'No member is enabled yet, so nothing was installed. Choose a preset that comes with this chart:',
  );
  expect(notes).toContain('--values presets/NAME.yaml');
  expect(notes).toContain(`--set global.members.${members[0]}.enabled=true`);
  expect(await leftovers(testbed.api, space)).toEqual(['Secret/sh.helm.release.v1.app.v1']);
});

describe.concurrent('a service outside instead of a member', () => {
  const args = [
    ...enable('app', ['langchain-api']),
    '--set',
    'global.members.ollama.external.host=ollama.example.com',
  ];

  test('is used by the others', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    const data = { 'ollama.example.com_8080': 'up' };
    await testbed.api.create('configmaps', 'kube-system', { metadata: { name: 'external-endpoints' }, data });
    const port = 'global.members.ollama.external.port=8080,global.members.ollama.external.path=/v2';
    await space.helm('install', 'app', await archiveOf(umbrella), ...args, '--set', port, ...WAIT);
    const containers = (await livePods(space)).flatMap(({ spec }) => spec?.containers ?? []);
    const urls = containers.flatMap(({ env = [] }) => env).filter(({ name }) => name === 'OLLAMA_BASE_URL');
    expect(new Set(urls.map(({ value }) => value))).toEqual(new Set(['http://ollama.example.com:8080/v2']));
  });

  test('that does not answer is named by those who wait for it', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    const { message } = await space.refused(
      'install',
      'app',
      await archiveOf(umbrella),
      ...args,
      '--wait',
      '--timeout',
      '8s',
    );
    expect(message).toMatch(/Deployment\/space-\d+\/app-langchain-api not ready/);
    const conditions = (await space.list<V1Pod>('pods')).flatMap(({ status }) => status?.conditions ?? []);
    const [waiting] = conditions.filter(({ type }) => type === 'Initialized');
    expect(waiting?.message).toContain('wait-for-ollama waits for ollama.example.com:11434');
  });
});

describe('packages as releases of their own', () => {
  const packages = umbrellas[0]?.packages ?? [];
  const names = packages.map(({ name }) => name);
  const commandsFor = async (space: Space, more: Partial<PackageOptions> = {}) => {
    const values = join(testbed.cluster.folder, 'package-values.json');
    const given =
      umbrellas[0] === undefined
        ? {}
        : valuesOfSubset(
            umbrellas[0],
            umbrellas[0].members.map(({ name }) => name),
          );
    await writeFile(values, JSON.stringify({ ...given, global: {}, preflight: {} }));
    const options: PackageOptions = {
      action: 'install',
      packages: names,
      values: [values],
      kubeconfig: testbed.cluster.kubeconfig,
      namespace: space.name,
      timeout: '60s',
      volumes: false,
      dryRun: false,
      ...more,
    };
    return packageCommands(options, await archiveOf(umbrella), join(CHARTS, umbrella));
  };
  const ignore = () => undefined;
  const withPods = (pack: { readonly members: readonly string[] }) =>
    pack.members.filter((name) =>
      umbrellas[0]?.members.some((member) => member.name === name && member.chart.workloads.length > 0),
    );

  test('come up one after the other, and go without their volumes', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    const said: string[] = [];
    await runPackages(await commandsFor(space), (line) => said.push(line));
    expect(
      said.filter((line) => line.includes(': done after')).map((line) => line.trim().split(':')[0]),
    ).toEqual(names);
    const running = (await livePods(space)).map(
      ({ metadata }) => metadata?.labels?.['app.kubernetes.io/name'],
    );
    expect(new Set(running)).toEqual(new Set(packages.flatMap(withPods)));
    const data = async () =>
      (await leftovers(testbed.api, space)).filter((id) =>
        /^(PersistentVolumeClaim|Secret)\/(?!sh\.helm)/.test(id),
      );
    const before = await data();
    expect(before).not.toEqual([]);
    await runPackages(await commandsFor(space, { action: 'remove' }), ignore);
    expect(
      await until(
        () => livePods(space),
        (pods) => pods.length === 0,
      ),
    ).toEqual([]);
    expect(await data()).toEqual(before);
    await runPackages(await commandsFor(space, { action: 'remove', volumes: true }), ignore);
    expect(await until(data, (left) => left.length === 0)).toEqual([]);
  });

  test('stop at the first that fails, and name it', { timeout: 600_000 }, async () => {
    const space = await testbed.space();
    const [first = ''] = packages.flatMap(withPods);
    await testbed.misbehave(space, { 'app.kubernetes.io/name': first }, 'never');
    const run = runPackages(await commandsFor(space, { timeout: '8s' }), ignore);
    await expect(run).rejects.toThrow(`not tried: ${names.slice(1).join(', ')}`);
    await expect(run).rejects.toThrow(`package ${names[0]}`);
    const releases = (await space.list('secrets')).map(({ metadata }) => metadata?.labels?.name);
    expect(releases.filter((name) => name !== undefined && names.includes(name))).toEqual(names.slice(0, 1));
  });
});

function problemsIn(message: string): readonly string[] {
  return message
    .split('\n')
    .filter((line) => line.startsWith('- '))
    .map((line) => line.slice(2));
}
