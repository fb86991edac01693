import type { V1Pod } from '@kubernetes/client-node';
import { describe, expect, test } from 'vitest';
import { load } from '../../generators/src/generate.ts';
import type { Chart } from '../../generators/src/model/model.ts';
import {
  containersOf,
  type KubeObject,
  parseManifests,
  podSourcesOf,
  specOf,
} from '../../tools/checks/kube.ts';
import { archiveOf, template } from '../cases.ts';
import { leftovers, livePods } from './observe.ts';
import { useCluster } from './testbed.ts';

const WAIT = ['--wait', '--timeout', '60s'];
const OWN_IMAGES = ['--set', 'langchain-api.image.repository=api,llm-web.image.repository=web'];

const testbed = useCluster();
const { charts, umbrellas } = await load(process.cwd());
const umbrella = umbrellas[0]?.name ?? '';
const members = (umbrellas[0]?.members ?? []).map(({ name }) => name);
const all = enable(members);

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
      ['llm-web.enabled decides nothing in an umbrella: set global.members.llm-web.enabled.'],
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
      'a service outside beside its member',
      'global.members.redis.external.host=cache.example.com',
      [
        'global.members.redis.external.host is for a service outside, and the member redis is enabled: leave it empty, or disable the member.',
      ],
    ],
    [
      'a bundled server beside the member',
      'langchain-api.ollama.enabled=true',
      ['langchain-api.ollama.enabled installs a second ollama: leave it false and enable the member ollama.'],
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

describe.concurrent('every subset of the members', () => {
  test.each(subsets(members).map((names) => [names.join(' + ') || 'none', names] as const))(
    '%s',
    async (_, names) => {
      const missing = charts
        .filter(({ name }) => names.includes(name))
        .flatMap((chart) => missingProviders(chart, names));
      const { code, stdout, stderr } = await template(umbrella, undefined, {
        release: 'app',
        args: enable(names),
      });
      if (missing.length > 0) {
        expect(code).toBe(1);
        expect(problemsIn(stderr)).toEqual(missing);
        return;
      }
      expect(stderr).toBe('');
      const objects = parseManifests(stdout);
      expect(objects.length === 0).toBe(names.length === 0);
      expect(targetsOf(objects).filter((target) => !servedBy(objects).has(target))).toEqual([]);
    },
  );

  test('in which a reference leads nowhere is caught', async () => {
    const { stdout } = await template(umbrella, undefined, { release: 'app', args: all });
    const objects = parseManifests(stdout).filter(
      ({ kind, metadata }) => kind !== 'Service' || metadata.name !== 'app-ollama',
    );
    const lost = targetsOf(objects).filter((target) => !servedBy(objects).has(target));
    expect(new Set(lost)).toEqual(new Set(['app-ollama:11434']));
  });
});

test.concurrent('without a member nothing is installed, and the notes say how to choose', {
  timeout: 60_000,
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
    ...enable(['langchain-api']),
    '--set',
    'global.members.ollama.external.host=ollama.example.com',
  ];

  test('is used by the others', { timeout: 90_000 }, async () => {
    const space = await testbed.space();
    const data = { 'ollama.example.com_8080': 'up' };
    await testbed.api.create('configmaps', 'kube-system', { metadata: { name: 'external-endpoints' }, data });
    const port = 'global.members.ollama.external.port=8080,global.members.ollama.external.path=/v2';
    await space.helm('install', 'app', await archiveOf(umbrella), ...args, '--set', port, ...WAIT);
    const containers = (await livePods(space)).flatMap(({ spec }) => spec?.containers ?? []);
    const urls = containers.flatMap(({ env = [] }) => env).filter(({ name }) => name === 'OLLAMA_BASE_URL');
    expect(new Set(urls.map(({ value }) => value))).toEqual(new Set(['http://ollama.example.com:8080/v2']));
  });

  test('that does not answer is named by those who wait for it', { timeout: 60_000 }, async () => {
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

function enable(names: readonly string[]): readonly string[] {
  return [...names.flatMap((name) => ['--set', `global.members.${name}.enabled=true`]), ...OWN_IMAGES];
}

function subsets(names: readonly string[]): readonly (readonly string[])[] {
  const [first, ...rest] = names;
  if (first === undefined) return [[]];
  const others = subsets(rest);
  return [...others, ...others.map((set) => [first, ...set])];
}

/** What a member says of each required connection whose other end is not there. */
function missingProviders({ name, connections }: Chart, enabled: readonly string[]): readonly string[] {
  return connections
    .filter(({ self, optional, provider }) => !self && !optional && !enabled.includes(provider.chart))
    .map((connection) => {
      const { chart } = connection.provider;
      return `${name} needs ${chart}: set connections.${connection.name}.host, or ${chart}.enabled=true to install it too; in an umbrella enable the member ${chart} or set global.members.${chart}.external.host.`;
    });
}

function problemsIn(message: string): readonly string[] {
  return message
    .split('\n')
    .filter((line) => line.startsWith('- '))
    .map((line) => line.slice(2));
}

/** `host:port` of everything that containers are told to talk to: HOST with PORT, and URLs. */
function targetsOf(objects: readonly KubeObject[]): readonly string[] {
  return podSourcesOf(objects)
    .flatMap(containersOf)
    .flatMap(({ container: { env = [] } }) => {
      const of = (name: string) => env.find((variable) => variable.name === name)?.value;
      const [host, port] = [of('HOST'), of('PORT')];
      const urls = env.flatMap(({ value = '' }) => {
        const match = /^[a-z]+:\/\/(?:[^@/]*@)?([^:/]+):(\d+)/.exec(value);
        return match === null ? [] : [`${match[1]}:${match[2]}`];
      });
      return [...(host && port ? [`${host}:${port}`] : []), ...urls];
    })
    .filter((target) => !target.startsWith('127.0.0.1:'));
}

/** `name:port` of every Service port. */
function servedBy(objects: readonly KubeObject[]): ReadonlySet<string> {
  return new Set(
    objects
      .filter(({ kind }) => kind === 'Service')
      .flatMap((service) => {
        const { ports = [] } = specOf<{ ports: readonly { readonly port: number }[] }>(service);
        return ports.map(({ port }) => `${service.metadata.name}:${port}`);
      }),
  );
}
