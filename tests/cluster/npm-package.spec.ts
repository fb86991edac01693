import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { V1Deployment, V1Pod, V1StatefulSet } from '@kubernetes/client-node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { cached, cacheFolder } from '../../generators/src/programs/cache.ts';
import { pinnedHelm } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import { archiveOf } from '../../tools/cases/cases.ts';
import { buildPackage } from '../../tools/npm/build.ts';
import { type ChartRegistry, chartRegistry, sha256 } from '../chart-registry.ts';
import { useCluster } from './testbed.ts';

/** A Node of every supported major: the first knows no TypeScript, the second by a flag, this one as it is. */
const NODES = { none: '20.20.2', flag: '22.12.0', strips: process.versions.node } as const;
const ROOT = join(import.meta.dirname, '../..');
const PROOFS = ['run-many', '-t', 'lint', 'package', 'template', '--output-style=static'];
const PAGE = readFileSync(join(ROOT, 'generators/README.md'), 'utf8');
const NAME = '@chartwright/nx';

const bed = useCluster('default');
let root = '';
let registry: ChartRegistry;

/** A workspace of Nx and nothing else, to which the packed package is added on the oldest Node. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'foreign-'));
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/nx/package.json'), 'utf8'));
  await put(
    'package.json',
    JSON.stringify({ name: 'foreign', private: true, devDependencies: { nx: version } }),
  );
  await put('nx.json', JSON.stringify({ analytics: false, neverConnectToCloud: true }));
  await put('.npmrc', 'prefer-offline=true\naudit=false\nfund=false\nignore-scripts=true\n');
  await put('.gitignore', 'built/\n');
  const [archive] = await Promise.all([buildPackage(join(root, 'built')), npm('install')]);
  registry = await chartRegistry(await archiveOf('postgres'));
  await put('ca.crt', registry.ca);
  await nx(NODES.none, 'add', `${NAME}@file:${archive}`);
}, 600_000);
afterAll(() => {
  registry?.close();
  rmSync(root, { recursive: true, force: true });
});

test('the package has what is built, its schemas and its pages, and nothing of its tests', async () => {
  const { stdout } = await run('npm', ['pack', '--dry-run', '--json', join(root, 'built/nx')]);
  const [{ files, size }] = Object.values(JSON.parse(stdout)) as [
    { files: { path: string }[]; size: number },
  ];
  const paths = files.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining(['README.md', 'CHANGELOG.md', 'LICENSE', 'schemas/chart.schema.json']),
  );
  expect(
    paths.filter((path) => /(?<!\.d)\.ts$|\.spec\.(?!yaml)|\/(fixtures|testing|systems)\b/.test(path)),
  ).toEqual([]);
  expect(size).toBeLessThan(700_000);
});

test('a second start changes nothing', async () => {
  const files = ['nx.json', 'chartwright.yaml', '.gitignore', 'charts/package.json', 'features/package.json'];
  const before = files.map(text);
  expect(JSON.parse(before[0] ?? '')).toMatchObject({
    plugins: [NAME],
    sync: { globalGenerators: [`${NAME}:sync`] },
  });
  await nx(NODES.none, 'generate', `${NAME}:init`);
  expect(files.map(text)).toEqual(before);
});

test('an umbrella is added', async () => {
  await nx(NODES.none, 'generate', 'umbrella', 'platform');
  expect(text('charts/platform/src/chart.ts')).toContain(`from '${NAME}/define'`);
});

test.for(Object.values(NODES))('Node %s adds a chart to it and proves it', async (node) => {
  const name = `demo-${Number.parseInt(node, 10)}`;
  await nx(node, 'generate', 'chart', name, '--with=ingress', '--connects=postgres', '--umbrella=platform');
  const said = await nx(node, ...PROOFS, '--projects', name);
  expect(said).toContain(`# Source: ${name}/templates/deployment.yaml`);
  expect(text(`charts/${name}/templates/ingress.yaml`)).toContain('kind: Ingress');
  expect(text('charts/platform/Chart.yaml')).toContain(`repository: file://../${name}\n`);
});

test('the umbrella is proved with a preset of its own, and comes up', async () => {
  await put('charts/platform/src/presets/small.yaml', SMALL);
  await nx(NODES.none, 'sync');
  await nx(NODES.none, 'sync:check');
  const said = await nx(NODES.none, ...PROOFS, '--projects', 'platform');
  expect(said).toContain('# Source: platform/charts/demo-20/templates/deployment.yaml');

  const space = await bed.space();
  await nx(NODES.none, 'install', 'platform', '--case=small', `--namespace=${space.name}`);
  const deployments = await space.list<V1Deployment>('apps/v1/deployments');
  expect(deployments.map(({ metadata, status }) => [metadata?.name, status?.readyReplicas])).toEqual([
    ['platform-demo-20', 1],
  ]);
});

test('a feature and a chart of its own, with a published chart from a registry, come up', async () => {
  const published = await archiveOf('postgres');
  for (const [path, content] of Object.entries(FEATURE)) await put(`features/banner/${path}`, content);
  await put('charts/shop/src/chart.ts', shop(registry.address, sha256(readFileSync(published))));
  await put(
    'charts/shop/ci/default-values.yaml',
    'image: { repository: shop, tag: v1 }\nbanner: { text: Sale }\n',
  );
  await nx(NODES.flag, 'sync');
  rmSync(join(cacheFolder(), 'subcharts', sha256(readFileSync(published)).replace('sha256:', '')), {
    recursive: true,
    force: true,
  });

  const space = await bed.space();
  await nx(NODES.none, 'install', 'shop', '--release=r', `--namespace=${space.name}`);

  const [shopping] = await space.list<V1Deployment>('apps/v1/deployments');
  expect(shopping?.status?.readyReplicas).toBe(1);
  expect(shopping?.spec?.template.spec?.containers[0]?.env).toEqual(
    expect.arrayContaining([
      { name: 'BANNER', value: 'Sale' },
      {
        name: 'DATABASE_URL',
        value: 'postgresql://shop:$(DB_PASSWORD)@shop-postgres:5432/shop?sslmode=prefer',
      },
    ]),
  );
  const [database] = await space.list<V1StatefulSet>('apps/v1/statefulsets');
  expect([database?.metadata?.name, database?.status?.readyReplicas]).toEqual(['shop-postgres', 1]);
  const secrets = await space.list('secrets');
  expect(secrets.map(({ metadata }) => metadata?.name)).toContain('shop-postgres-shop');
  const pods = await space.list<V1Pod>('pods');
  expect(pods.find(({ metadata }) => metadata?.name?.startsWith('r-shop'))?.metadata?.labels).toMatchObject({
    'shop-postgres-client': 'true',
  });
});

test('what is written there has types', async () => {
  const compilerOptions = {
    module: 'nodenext',
    strict: true,
    noEmit: true,
    exactOptionalPropertyTypes: true,
  };
  const include = ['charts/*/src/*.ts', 'charts/*/values.d.ts', 'features/*/*.ts'];
  await put('tsconfig.json', JSON.stringify({ compilerOptions, include }));
  await succeeded(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', root]);
});

test('a release versions what changed, and the umbrella with it', async () => {
  await succeeded('git', ['init', '--quiet', '--initial-branch=main']);
  for (const [key, said] of [
    ['user.name', 'Test'],
    ['user.email', 'test@example.test'],
  ] as const)
    await succeeded('git', ['config', key, said]);
  await commit('feat: charts');
  const charts = ['demo-20', 'demo-22', 'demo-24', 'platform', 'shop'];
  for (const chart of charts) await succeeded('git', ['tag', `${chart}@0.1.0`]);
  const definition = text('charts/demo-20/src/chart.ts');
  await put('charts/demo-20/src/chart.ts', definition.replace('The application', 'An application'));
  await nx(NODES.none, 'sync');
  await commit('feat(demo-20): say it better');
  await nx(NODES.none, 'release', '--skip-publish');
  const versions = charts.map((chart) => [chart, parse(text(`charts/${chart}/Chart.yaml`)).version]);
  expect(Object.fromEntries(versions)).toEqual({
    'demo-20': '0.1.1',
    'demo-22': '0.1.0',
    'demo-24': '0.1.0',
    platform: '0.1.1',
    shop: '0.1.0',
  });
  expect(text('charts/demo-20/CHANGELOG.md')).toContain('say it better');
});

async function commit(subject: string): Promise<void> {
  await succeeded('git', ['add', '--all']);
  await succeeded('git', ['commit', '--quiet', '--message', subject]);
}

/** A preset of the umbrella. */
const SMALL = `# A small cluster.
global: { members: { demo-20: { enabled: true } } }
demo-20:
  image: { repository: demo, tag: v1 }
  connections: { postgres: { host: postgres.example.com, waitSeconds: 0 } }
`;

/** A block of code of the package's page, by how it begins. */
function example(beginning: string): string {
  const blocks = PAGE.split('```').map((block) => block.replace(/^\w+\n/, ''));
  const found = blocks.find((block) => block.startsWith(beginning));
  if (found === undefined) throw new Error(`no example begins with ${beginning}`);
  return found;
}

/** The feature of that page, each file without the line that names it. */
const FEATURE = {
  'feature.ts': example('// features/banner/feature.ts\n'),
  'banner.schema.json': example('{\n  "$schema": "../../node_modules'),
  'container.env.yaml.hbs': example('# features/banner/container.env.yaml.hbs\n').replace(/^#.*\n/, ''),
};

/** A chart with that feature and, as the page has it, a published chart. */
function shop(repository: string, digest: string): string {
  const published = example('connections: {')
    .replace('oci://registry.example.com/charts', repository)
    .replace('sha256:…', digest);
  return `import { defineChart } from '${NAME}/define';

export default defineChart({
  name: 'shop',
  version: '0.1.0',
  appVersion: '1.0.0',
  description: 'An application with a published database.',
  workloads: {
    main: {
      kind: 'Deployment',
      image: { own: 'a server that listens on port 8080' },
      ports: { http: 8080 },
      features: { banner: {} },
    },
  },
  ${published}
});
`;
}

async function put(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

function text(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Runs Nx of the workspace on a version of Node, as a person there does, and returns what it says. */
async function nx(node: string, ...words: readonly string[]): Promise<string> {
  const bin = dirname(await nodeOf(node));
  const env = {
    PATH: [bin, join(root, 'node_modules/.bin'), process.env.PATH].join(':'),
    CI: 'true',
    NX_DAEMON: 'false',
    CHARTWRIGHT_HELM: await pinnedHelm(),
    KUBECONFIG: bed.cluster.kubeconfig,
    SSL_CERT_FILE: join(root, 'ca.crt'),
  };
  return succeeded('node', [join(root, 'node_modules/nx/dist/bin/nx.js'), ...words], env);
}

function npm(...words: readonly string[]): Promise<string> {
  return succeeded('npm', words);
}

async function succeeded(program: string, words: readonly string[], env = {}): Promise<string> {
  const { code, stdout, stderr } = await run(program, words, { cwd: root, env, timeoutMs: 300_000 });
  expect(code, `${program} ${words.join(' ')}\n${stdout}\n${stderr}`).toBe(0);
  return stdout;
}

/** A version of Node: this one, or that of the npm package with its program, fetched once. */
async function nodeOf(version: string): Promise<string> {
  if (version === process.versions.node) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  const folder = await cached(join('node-versions', version), async (draft) => {
    await npm('install', '--prefix', draft, `${name}@${version}`);
  });
  return join(folder, 'node_modules', name, 'bin/node');
}
