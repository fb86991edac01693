import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FsTree, flushChanges } from 'nx/src/generators/tree';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lintChart, templateChart } from '../../commands/commands.ts';
import { generate } from '../../generate.ts';
import { loadDefinition } from '../../workspace/load-definitions.ts';
import { changesOf } from '../../workspace/write.ts';
import {
  BACKEND,
  copyOfWorkspace,
  filesIn,
  generatedWorkspace,
  PLATFORM,
  put,
  removeWorkspace,
  WORKER,
} from '../fixtures.ts';
import { chartGenerator } from './generator.ts';
import { type ChartOptions, MAIN_KINDS } from './options.ts';

const DIGEST = `sha256:${'ab'.repeat(32)}`;

let original: string;
let root: string;
beforeAll(async () => {
  original = await generatedWorkspace({ backend: BACKEND, worker: WORKER, platform: PLATFORM });
  put(original, 'charts/backend/ci/default-values.yaml', 'image: { repository: backend, tag: v1 }\n');
});
afterAll(() => removeWorkspace(original));
beforeEach(() => {
  root = copyOfWorkspace(original);
});
afterEach(() => removeWorkspace(root));

async function create(options: ChartOptions): Promise<FsTree> {
  const tree = new FsTree(root, false);
  await chartGenerator(tree, options);
  return tree;
}

async function written(options: ChartOptions): Promise<string> {
  flushChanges(root, (await create(options)).listChanges());
  return readFileSync(join(root, `charts/${options.name}/src/chart.ts`), 'utf8');
}

const charts = () => ({ charts: join(root, 'charts') });

describe('a new chart', () => {
  it.each(MAIN_KINDS)('of kind %s lints and renders', async (kind) => {
    await written({ name: 'demo', kind, connects: 'backend' });
    expect(await lintChart('demo', charts())).toBe('');
    expect(await templateChart('demo', charts())).toContain(`kind: ${kind}\n`);
  });

  it.each(['gitSync', 'sessions', 'rollout', 'gpu,ingress,httpRoute'])(
    'with %s installs as it is',
    async (features) => {
      await written({ name: 'demo', with: features });
      expect(await lintChart('demo', charts())).toBe('');
      expect(await templateChart('demo', charts())).toContain('kind: Deployment\n');
    },
  );

  it.each(['mysql', 'kafka', 'tcp:7000,http:80', 'postgres,redis,s3,otlp'])(
    'that connects to %s outside installs as it is',
    async (connects) => {
      await written({ name: 'demo', connects });
      expect(await lintChart('demo', charts())).toBe('');
      expect(await templateChart('demo', charts())).toContain(`wait-for-${connects.split(/[,:]/)[0]}`);
    },
  );

  it('says nothing but what was asked for', async () => {
    expect(await written({ name: 'demo' })).toBe(`import { defineChart } from '@chartwright/nx/define';

export default defineChart({
  name: 'demo',
  version: '0.1.0',
  appVersion: '1.0.0',
  description: 'The application demo.',
  workloads: {
    main: {
      kind: 'Deployment',
      image: { own: 'a server that listens on port 8080 and runs without privileges' },
      ports: { http: 8080 },
    },
  },
  provides: { type: 'http' },
});
`);
    expect(
      readFileSync(join(root, 'charts/demo/ci/default-values.yaml'), 'utf8'),
    ).toBe(`# What a user must say for the chart to install alone. CI installs every case in this folder.

image:
  registry: registry.example.com
  repository: demo
  tag: 1.0.0
`);
  });

  it('has the features, connections and umbrella it was asked for, all up to date', async () => {
    const options = {
      name: 'demo',
      image: `nginx:1.29.3@${DIGEST}`,
      port: 80,
      with: 'ingress, autoscaling',
      connects: 'backend',
      umbrella: 'platform',
      description: 'Pages with pictures.',
    };
    expect(await written(options)).toBe(`import { defineChart } from '@chartwright/nx/define';

export default defineChart({
  name: 'demo',
  version: '0.1.0',
  appVersion: '1.29.3',
  description: 'Pages with pictures.',
  umbrellas: ['platform'],
  workloads: {
    main: {
      kind: 'Deployment',
      image: {
        registry: 'docker.io',
        repository: 'library/nginx',
        digest: '${DIGEST}',
      },
      ports: { http: 80 },
      features: { ingress: {}, autoscaling: {} },
    },
  },
  connections: {
    backend: {
      type: 'http',
      chart: 'backend',
      description: 'The http service of backend.',
      env: { BACKEND_URL: 'url' },
    },
  },
  provides: { type: 'http' },
});
`);
    expect(readFileSync(join(root, 'charts/demo/ci/default-values.yaml'), 'utf8')).toContain(
      'backend:\n  enabled: true\n  image:\n',
    );
    expect(readFileSync(join(root, 'charts/platform/Chart.yaml'), 'utf8')).toContain('name: demo');
    expect(changesOf(root, await generate(root))).toEqual({ write: [], remove: [] });
    expect(await lintChart('demo', charts())).toBe('');
    expect(existsSync(join(root, 'charts/demo/templates/hpa.yaml'))).toBe(true);
    expect(await templateChart('demo', charts())).toContain(
      '# Source: demo/charts/backend/templates/deployment.yaml',
    );
  });

  it('shows in a dry run what it would write, and writes nothing', async () => {
    const before = filesIn(join(root, 'charts'));
    const tree = await create({ name: 'demo', umbrella: 'platform' });
    const changes = tree.listChanges().map(({ type, path }) => `${type} ${path}`);
    expect(changes).toEqual(
      expect.arrayContaining([
        'CREATE charts/demo/src/chart.ts',
        'CREATE charts/demo/values.yaml',
        'UPDATE charts/platform/Chart.yaml',
      ]),
    );
    expect(filesIn(join(root, 'charts'))).toEqual(before);
  });

  it('has the definition in its file that it was rendered from', async () => {
    await written({ name: 'demo', kind: 'StatefulSet', connects: 'backend', with: 'gpu' });
    const definition = await loadDefinition(
      join(root, 'charts/demo/src/chart.ts'),
      'charts/demo/src/chart.ts',
    );
    expect(definition).toMatchObject({
      name: 'demo',
      workloads: { main: { kind: 'StatefulSet', features: { gpu: {} } } },
    });
  });
});

describe('nothing is written', () => {
  it.each<[string, ChartOptions, string]>([
    ['when the name is taken', { name: 'backend' }, 'the chart backend exists already'],
    ['when the name is a path', { name: '../demo' }, 'cannot be called "../demo"'],
    [
      'when the definition would be wrong',
      { name: 'demo', description: 'Short' },
      'charts/demo/src/chart.ts: description',
    ],
  ])('%s', async (_, options, message) => {
    const tree = new FsTree(root, false);
    await expect(chartGenerator(tree, options)).rejects.toThrow(message);
    expect(tree.listChanges()).toEqual([]);
  });

  it.each([
    ['tracing', 'a feature connects to the chart jaeger, which is not here'],
    ['clientCredentials', 'it is for a chart that keeps its clients apart'],
    ['rbac', 'needs options that only a definition can say: rules'],
  ])('with %s, which lacks what it is for', async (features, message) => {
    await expect(create({ name: 'demo', with: features })).rejects.toThrow(message);
    expect(existsSync(join(root, 'charts/demo'))).toBe(false);
  });

  it('into a folder without a definition', async () => {
    put(root, 'charts/demo/notes.txt', 'mine');
    await expect(create({ name: 'demo' })).rejects.toThrow('there is a folder charts/demo already');
  });

  it('while another definition is wrong', async () => {
    put(root, 'charts/backend/src/chart.ts', BACKEND.replace("kind: 'Deployment'", "kind: 'Deploymnt'"));
    await expect(create({ name: 'demo' })).rejects.toThrow(
      'charts/backend/src/chart.ts: workloads.main.kind',
    );
    expect(existsSync(join(root, 'charts/demo'))).toBe(false);
  });
});
