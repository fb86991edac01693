import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { generate, load } from '../generate.ts';
import { packAll } from '../package/pack.ts';
import { inside, named, podOf, type Rendering, rendering } from '../testing/rendered.ts';
import {
  chartFiles,
  createWorkspace,
  IMAGE,
  mistakesOf,
  schemaText,
  umbrellaFiles,
  web,
} from '../testing/workspace.ts';
import { applyChanges, changesOf } from '../workspace/write.ts';

const all = umbrellaFiles({ name: 'all', version: '1.0.0', description: 'Everything in one release.' });
const member = { umbrellas: ['all'], provides: { type: 'http' } };
const to = (chart: string, more: object = {}) => ({
  type: 'http',
  chart,
  description: `The service ${chart}.`,
  env: { [`${chart.toUpperCase().replaceAll('-', '_')}_URL`]: 'url' },
  ...more,
});

/** web → api → database; api looks at the cache when there is one; metrics only watch. */
const platform = {
  ...all,
  ...chartFiles({
    name: 'database',
    ...member,
    workloads: {
      main: web({ kind: 'StatefulSet', storage: { name: 'data', mountPath: '/data', size: '1Gi' } }),
    },
  }),
  ...chartFiles({ name: 'the-cache', ...member }),
  ...chartFiles({
    name: 'api',
    ...member,
    connections: { database: to('database'), cache: to('the-cache', { optional: true }) },
  }),
  ...chartFiles({ name: 'web', ...member, connections: { api: to('api') } }),
  ...chartFiles({
    name: 'metrics',
    ...member,
    connections: { web: to('web', { orders: false, optional: true, bundled: false }) },
  }),
  ...chartFiles({ name: 'outside', provides: { type: 'http' } }),
  'charts/all/src/presets/small.yaml': 'global:\n  members:\n    database:\n      enabled: true\n',
};

describe('the model', () => {
  test('members are the charts that say so, in waves of what they wait for inside', async () => {
    const { umbrellas } = await load(createWorkspace(platform).root);
    expect(
      umbrellas.map(({ name, members }) => [
        name,
        members.map(({ name: inside, wave }) => `${wave} ${inside}`),
      ]),
    ).toEqual([['all', ['0 database', '0 metrics', '0 the-cache', '1 api', '2 web']]]);
  });

  test('what is outside the umbrella makes no wave', async () => {
    const lone = {
      ...all,
      ...chartFiles({ name: 'outside', provides: { type: 'http' } }),
      ...chartFiles({ name: 'api', ...member, connections: { outside: to('outside', { optional: true }) } }),
    };
    const { umbrellas, waves } = await load(createWorkspace(lone).root);
    expect(umbrellas[0]?.members.map(({ wave }) => wave)).toEqual([0]);
    expect(waves.get('api')).toBe(1);
  });

  test('a member that needs a service outside', async () => {
    const far = { type: 'mysql', description: 'Data.', env: { MYSQL_URL: 'url' } };
    const files = { ...all, ...chartFiles({ name: 'api', ...member, connections: { far } }) };
    expect(await mistakesOf(files)).toEqual([]);
  });

  test('a member that needs a chart which is none', async () => {
    const lone = {
      ...all,
      ...chartFiles({ name: 'database', provides: { type: 'http' } }),
      ...chartFiles({ name: 'api', ...member, connections: { database: to('database') } }),
      ...chartFiles({ name: 'web', ...member, connections: { database: to('database') } }),
    };
    expect(await mistakesOf(lone)).toEqual([
      'charts/all/src/chart.ts: the member api needs database, which is no member. Add all to the umbrellas of database.',
      'charts/all/src/chart.ts: the member web needs database, which is no member. Add all to the umbrellas of database.',
    ]);
  });

  test('an umbrella without members, and several umbrellas', async () => {
    const definitions = {
      ...all,
      ...umbrellaFiles({ name: 'other', version: '1.0.0', description: 'Something else in one.' }),
      ...chartFiles({ name: 'api', umbrellas: ['other'] }),
    };
    const { root } = createWorkspace(definitions);
    const { umbrellas } = await load(root);
    expect(umbrellas.map(({ name, members }) => [name, members.length])).toEqual([
      ['all', 0],
      ['other', 1],
    ]);
    const files = await generate(root);
    expect([...files.keys()]).toEqual(['api', 'all', 'other']);
    applyChanges(root, changesOf(root, files));
    const { code, stderr } = await rendering(join(root, 'charts/all'));
    expect(code, stderr).toBe(0);
  });
});

describe('the chart', () => {
  let files: ReadonlyMap<string, string>;
  let archive = '';
  beforeAll(async () => {
    const { root } = createWorkspace(platform);
    const generated = await generate(root);
    files = generated.get('all') ?? new Map();
    applyChanges(root, changesOf(root, generated));
    [archive = ''] = await packAll(join(root, 'dist'), join(root, 'charts'), ['all']);
  });

  const template = (values: readonly string[]) =>
    rendering(
      archive,
      values.flatMap((value) => ['--set', value]),
    );
  const on = (...names: readonly string[]) => names.map((name) => `global.members.${name}.enabled=true`);
  const environment = ({ objects }: Rendering, name: string) =>
    inside(podOf(named(objects, 'Deployment', name)), 'containers', 0, 'env');

  test('depends on its members, each with its switch, and ships its presets', () => {
    expect(parse(files.get('Chart.yaml') ?? '')).toMatchObject({
      dependencies: ['database', 'metrics', 'the-cache', 'api', 'web'].map((name) => ({
        name,
        version: '1.2.3',
        repository: `file://../${name}`,
        condition: `global.members.${name}.enabled`,
      })),
    });
    expect(files.get('presets/small.yaml')).toContain('enabled: true');
    expect(files.get('README.md')).toContain('  api --> database\n  api -.-> the-cache');
  });

  test('connects members, and an optional one when it is there', async () => {
    const without = await template(on('database', 'api'));
    expect(environment(without, 'r-api')).toEqual([
      { name: 'DATABASE_URL', value: 'http://r-database:8080' },
    ]);
    const both = await template(on('database', 'api', 'the-cache'));
    expect(environment(both, 'r-api')).toEqual([
      { name: 'DATABASE_URL', value: 'http://r-database:8080' },
      { name: 'THE_CACHE_URL', value: 'http://r-the-cache:8080' },
    ]);
  });

  test('takes an external service in place of a member', async () => {
    const external = await template([
      ...on('api'),
      'global.members.database.external.host=db.example.com',
      'global.members.database.external.port=99',
    ]);
    expect(environment(external, 'r-api')).toEqual([
      { name: 'DATABASE_URL', value: 'http://db.example.com:99' },
    ]);
  });

  test('verifies each member in the order of the waves', async () => {
    const { objects } = await template([
      ...on('database', 'api', 'web', 'metrics'),
      'metrics.service.port=81',
    ]);
    const jobs = objects.filter(({ kind }) => kind === 'Job');
    const weight = (job: unknown) => inside(job, 'metadata', 'annotations', 'helm.sh/hook-weight');
    expect(jobs.map((job) => [job.metadata.name, weight(job)]).sort()).toEqual([
      ['r-verify-0-database', '0'],
      ['r-verify-0-metrics', '0'],
      ['r-verify-1-api', '1'],
      ['r-verify-2-web', '2'],
    ]);
    expect(JSON.stringify(named(objects, 'Job', 'r-verify-0-metrics'))).toContain('http://r-metrics:81/');
  });

  test('refuses a member without what it needs, and a bundled chart beside the member', async () => {
    expect((await template(on('api'))).stderr).toContain('api needs database');
    const twice = await template([...on('database', 'api'), 'api.database.enabled=true']);
    expect(twice.code).not.toBe(0);
    expect(twice.stderr).toContain("at '/api/database/enabled': value must be false");
  });
});

test('confidential values of a member reach the pods of others as a reference', async () => {
  const schema = schemaText({
    auth: {
      type: 'object',
      description: 'The password.',
      properties: {
        password: {
          type: 'string',
          description: 'The password.',
          default: '',
          'x-secret': 'password',
          'x-generate': 16,
          'x-env': 'PASSWORD',
        },
      },
    },
  });
  const { root } = createWorkspace({
    ...all,
    ...chartFiles(
      {
        name: 'store',
        umbrellas: ['all'],
        provides: { type: 'redis', port: 'redis' },
        workloads: { main: { kind: 'StatefulSet', image: IMAGE, ports: { redis: 6379 } } },
      },
      { 'values.schema.json': schema },
    ),
    ...chartFiles({
      name: 'api',
      umbrellas: ['all'],
      connections: {
        store: {
          type: 'redis',
          chart: 'store',
          description: 'The store.',
          env: { STORE_HOST: 'host', STORE_PASSWORD: 'password' },
        },
      },
    }),
  });
  const files = (await generate(root)).get('api');
  expect(files?.get('templates/_connections.tpl')).toContain('- name: STORE_PASSWORD\n');
  const values = parse(files?.get('values.yaml') ?? '') as { connections: { store: object } };
  expect(Object.keys(values.connections.store)).toEqual([
    'host',
    'port',
    'username',
    'existingSecret',
    'secretKey',
    'tls',
    'cidrs',
    'waitSeconds',
  ]);
});
