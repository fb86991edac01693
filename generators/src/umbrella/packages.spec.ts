import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { generate, load } from '../generate.ts';
import {
  chartFiles,
  createWorkspace,
  IMAGE,
  mistakesOf,
  schemaText,
  umbrellaFiles,
} from '../testing/workspace.ts';

const umbrella = (packages: Readonly<Record<string, readonly string[]>>) =>
  umbrellaFiles({ name: 'all', version: '1.0.0', description: 'Everything in one release.', packages });
const to = (chart: string, more: object = {}) => ({
  type: 'http',
  chart,
  description: `The service ${chart}.`,
  env: { [`${chart.toUpperCase()}_URL`]: 'url' },
  ...more,
});
const member = { umbrellas: ['all'], provides: { type: 'http' } };
const charts = {
  ...chartFiles({ name: 'store', ...member }),
  ...chartFiles({ name: 'cache', ...member }),
  ...chartFiles({
    name: 'api',
    ...member,
    connections: { store: to('store'), cache: to('cache', { optional: true }) },
  }),
  ...chartFiles({ name: 'web', ...member, connections: { api: to('api') } }),
};

describe('packages', () => {
  test('in the order of the graph', async () => {
    const { root } = createWorkspace({
      ...charts,
      ...umbrella({ base: ['store', 'cache'], apps: ['api', 'web'] }),
    });
    const [all] = (await load(root)).umbrellas;
    expect(all?.packages.map(({ name }) => name)).toEqual(['base', 'apps']);
    const files = (await generate(root)).get('all');
    const off = { enabled: false };
    expect(parse(files?.get('packages/apps.yaml') ?? '')).toEqual({
      global: {
        members: {
          store: { ...off, external: { host: 'base-store', port: 8080 } },
          cache: { ...off, external: { host: 'base-cache', port: 8080 } },
          api: { enabled: true },
          web: { enabled: true },
        },
      },
      preflight: { offMembers: false },
    });
  });

  test('as manifests of some members, of which none waits for one that is left out', async () => {
    const gitops = ['store', 'api'];
    const files = {
      ...charts,
      ...umbrellaFiles({ name: 'all', version: '1.0.0', description: 'Everything at once.', gitops }),
    };
    const all = (await generate(createWorkspace(files).root)).get('all');
    const listed = [...(all?.keys() ?? [])].filter((path) => path.startsWith('gitops/flux/'));
    expect(listed.map((path) => path.slice('gitops/flux/'.length)).sort()).toEqual([
      'api.yaml',
      'kustomization.yaml',
      'source.yaml',
      'store.yaml',
    ]);
    expect(parse(all?.get('gitops/flux/api.yaml') ?? '').spec.dependsOn).toEqual([{ name: 'store' }]);
    expect(parse(all?.get('gitops/flux/api.yaml') ?? '').spec.values.global.members.web).toEqual({
      enabled: false,
    });
    const wrong = umbrellaFiles({
      name: 'all',
      version: '1.0.0',
      description: 'Everything at once.',
      gitops: ['web', 'nobody'],
    });
    expect(await mistakesOf({ ...charts, ...wrong })).toEqual([
      'charts/all/src/chart.ts: gitops: web needs api, which is left out. Add api, or leave web out too.',
      'charts/all/src/chart.ts: gitops: there is no member nobody. Name a member.',
    ]);
  });

  test('with every mistake in one report', async () => {
    const packages = { apps: ['api', 'web'], base: ['store', 'cache', 'api', 'nothing'] };
    expect(await mistakesOf({ ...charts, ...umbrella(packages) })).toEqual([
      'charts/all/src/chart.ts: packages.base: api is in apps too. Keep one of them.',
      'charts/all/src/chart.ts: packages.base: there is no member nothing. Name a member.',
      'charts/all/src/chart.ts: packages.apps: api waits for store of the later package base. Move api into that package or behind it.',
      'charts/all/src/chart.ts: packages.apps: api waits for cache of the later package base. Move api into that package or behind it.',
    ]);
  });

  test('without what they need', async () => {
    expect(await mistakesOf({ ...charts, ...umbrella({ apps: ['web'] }) })).toEqual([
      'charts/all/src/chart.ts: packages.apps: web needs api, which is in no package. Add it.',
    ]);
  });
});

const password = {
  type: 'string',
  description: 'The password of the administrator.',
  default: '',
  'x-secret': 'password',
  'x-generate': 16,
  'x-env': 'PASSWORD',
};

test('a provider that keeps its clients apart knows those of the graph, and in a package those of later ones', async () => {
  const { root } = createWorkspace({
    ...umbrella({ base: ['database'], apps: ['api'] }),
    ...chartFiles(
      {
        name: 'database',
        umbrellas: ['all'],
        provides: { type: 'postgres', port: 'postgres' },
        workloads: {
          main: { kind: 'StatefulSet', image: IMAGE, ports: { postgres: 5432 } },
          users: {
            kind: 'Job',
            description: 'Makes users and databases.',
            image: 'main',
            command: ['sh', '-c', 'true'],
            features: { clientCredentials: {} },
          },
        },
      },
      { 'values.schema.json': schemaText({ password }) },
    ),
    ...chartFiles({
      name: 'api',
      umbrellas: ['all'],
      connections: {
        database: {
          type: 'postgres',
          chart: 'database',
          description: 'The database.',
          env: { DATABASE_URL: 'url' },
          client: { extensions: ['vector'] },
        },
      },
    }),
  });
  const files = (await generate(root)).get('all');
  const valuesIn = (file: string) => parse(files?.get(file) ?? '') as { database: unknown; api: unknown };
  expect(valuesIn('values.yaml').database).toEqual({
    clients: { api: { member: 'api', extensions: ['vector'] } },
  });
  expect(valuesIn('packages/base.yaml').database).toEqual({
    clients: { api: { member: '', extensions: ['vector'] } },
  });
  expect(valuesIn('packages/apps.yaml').api).toEqual({
    connections: {
      database: { host: 'base-database', port: 5432, existingSecret: 'base-database-api' },
    },
  });
});
