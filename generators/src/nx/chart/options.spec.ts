import { describe, expect, it } from 'vitest';
import type { ChartDefinition } from '../../model/definition.ts';
import type { Loaded, LoadedFeature, WorkloadFeature } from '../../model/feature.ts';
import { type ChartOptions, planChart, type Surroundings } from './options.ts';

const DIGEST = `sha256:${'ab'.repeat(32)}`;

const chart = (name: string, provides?: string): ChartDefinition => ({
  name,
  version: '0.1.0',
  appVersion: '1.0.0',
  description: 'A chart that is there.',
  workloads: { main: { kind: 'Deployment', image: { own: 'a server' } } },
  ...(provides && { provides: { type: provides } }),
});
const feature = (name: string, more: Partial<Loaded<WorkloadFeature>> = {}): LoadedFeature => ({
  name,
  scope: 'workload',
  order: 1,
  folder: '',
  topic: '',
  programs: {},
  files: new Map(),
  fragmentFiles: [],
  ...more,
});
const around: Surroundings = {
  charts: [chart('backend', 'http'), chart('redis', 'redis'), chart('worker')],
  umbrellas: [{ umbrella: true, name: 'platform', version: '0.1.0', description: 'Everything.' }],
  features: [
    feature('ingress', { kinds: ['Deployment', 'StatefulSet', 'DaemonSet'] }),
    feature('gpu'),
    feature('canary', { with: ['ingress'] }),
    feature('rights', { options: { properties: {}, required: ['rules'] } }),
    feature('traces', { starts: { connections: { far: { chart: 'far' } } } }),
    feature('resources', { always: true }),
    { ...feature('connectionRedis'), scope: 'connectionType', type: 'redis', properties: {} },
  ],
  usualPort: () => undefined,
  nameRule: { pattern: '^[a-z]([a-z0-9-]*[a-z0-9])?$', maxLength: 30 },
};

it('fills in what is left out', () => {
  expect(planChart({ name: 'demo' }, around)).toEqual({
    name: 'demo',
    description: 'The application demo.',
    kind: 'Deployment',
    image: null,
    port: 8080,
    features: [],
    providers: [],
    outside: [],
    umbrellas: [],
  });
});

it('takes lists apart', () => {
  const options = {
    name: 'demo',
    with: 'gpu, ingress,gpu',
    connects: 'redis,',
    umbrella: 'platform',
    image: `nginx:1@${DIGEST}`,
  };
  expect(planChart(options, around)).toMatchObject({
    features: [{ name: 'gpu' }, { name: 'ingress' }],
    providers: [{ name: 'redis' }],
    umbrellas: ['platform'],
    image: { repository: 'library/nginx', tag: '1' },
  });
});

it('adds the features that one builds on', () => {
  expect(planChart({ name: 'demo', with: 'canary' }, around)).toMatchObject({
    features: [{ name: 'canary' }, { name: 'ingress' }],
  });
});

describe('refuses', () => {
  it.each<[string, ChartOptions, readonly string[]]>([
    ['a name that is taken', { name: 'backend' }, ['the chart backend exists already']],
    ['the name of an umbrella', { name: 'platform' }, ['the chart platform exists already']],
    ['a bad name', { name: 'My_Demo' }, ['cannot be called "My_Demo"']],
    ['a hyphen at the end', { name: 'demo-' }, ['cannot be called "demo-"']],
    ['a name that is too long', { name: 'a'.repeat(31) }, ['at most 30']],
    ["a name of Helm's", { name: 'global' }, ['Helm keeps the name global']],
    ['an unknown feature', { name: 'demo', with: 'ingres' }, ['Did you mean ingress?']],
    [
      'a feature that is not asked for',
      { name: 'demo', with: 'resources' },
      ['no feature resources', 'There are: canary, gpu, ingress, rights, traces.'],
    ],
    ['a connection as a feature', { name: 'demo', with: 'connectionRedis' }, ['no feature connectionRedis']],
    [
      'a feature of another kind',
      { name: 'demo', kind: 'CronJob', with: 'ingress' },
      ['a CronJob cannot have the feature ingress'],
    ],
    ['an unknown chart', { name: 'demo', connects: 'backnd' }, ['Did you mean backend?']],
    [
      'a chart that serves nothing',
      { name: 'demo', connects: 'worker' },
      ['no chart with a service, or type of connection, worker', 'There are: backend, redis.'],
    ],
    ['an unknown umbrella', { name: 'demo', umbrella: 'platfrom' }, ['Did you mean platform?']],
    ['an unknown kind', { name: 'demo', kind: 'deployment' }, ['Did you mean Deployment?']],
    ['an image without a tag', { name: 'demo', image: 'nginx' }, ['"nginx" is no image with a tag']],
    ['an image without a digest', { name: 'demo', image: 'nginx:1' }, ['has no digest', 'nginx:1@sha256:…']],
    [
      'a feature whose options only a definition says',
      { name: 'demo', with: 'rights' },
      ['needs options', 'rules'],
    ],
    [
      'a feature that connects to a chart that is not here',
      { name: 'demo', with: 'traces' },
      ['the chart far'],
    ],
    ['a port out of range', { name: 'demo', port: 70000 }, ['70000 is no port']],
    [
      'several mistakes at once',
      { name: 'Demo', port: 0, with: 'x' },
      ['"Demo"', '0 is no port', 'no feature x'],
    ],
  ])('%s', (_, options, messages) => {
    for (const message of messages) expect(() => planChart(options, around)).toThrow(message);
  });
});
