import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FsTree, flushChanges } from 'nx/src/generators/tree';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lintChart, templateChart } from '../../../../tools/chart/commands.ts';
import { ALL_KINDS } from '../../features/feature.ts';
import { generate } from '../../generate.ts';
import { loadDefinition } from '../../workspace/load-definitions.ts';
import { changesOf } from '../../workspace/write.ts';
import { BACKEND, filesIn, generatedWorkspace, PLATFORM, put, removeWorkspace, WORKER } from '../fixtures.ts';
import { chartGenerator } from './generator.ts';
import type { ChartOptions } from './options.ts';

let root: string;
beforeEach(async () => {
  root = await generatedWorkspace({ backend: BACKEND, worker: WORKER, platform: PLATFORM });
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
  it.each(ALL_KINDS)('of kind %s lints, renders, and is up to date', async (kind) => {
    await written({ name: 'demo', kind, connects: 'backend' });
    expect(await lintChart('demo', charts())).toBe('');
    expect(await templateChart('demo', charts())).toContain(`kind: ${kind}\n`);
    expect(changesOf(root, await generate(root))).toEqual({ write: [], remove: [] });
  });

  it('says nothing but what was asked for', async () => {
    expect(
      await written({ name: 'demo' }),
    ).toBe(`import { defineChart } from '@chartwright/generators/define';

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
`);
  });

  it('has the features, connections and umbrella it was asked for', async () => {
    const options = {
      name: 'demo',
      image: 'nginx:1.29.3',
      port: 80,
      with: 'ingress, autoscaling',
      connects: 'backend',
      umbrella: 'platform',
      description: 'Pages with pictures.',
    };
    expect(await written(options)).toBe(`import { defineChart } from '@chartwright/generators/define';

export default defineChart({
  name: 'demo',
  version: '0.1.0',
  appVersion: '1.29.3',
  description: 'Pages with pictures.',
  umbrellas: ['platform'],
  workloads: {
    main: {
      kind: 'Deployment',
      image: { registry: 'docker.io', repository: 'library/nginx' },
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
    expect(await lintChart('demo', charts())).toBe('');
    expect(await templateChart('demo', charts())).toContain('kind: HorizontalPodAutoscaler');
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

describe('is refused and changes nothing', () => {
  it.each<[string, ChartOptions, readonly string[]]>([
    ['a name that is taken', { name: 'backend' }, ['the chart backend exists already']],
    ['the name of an umbrella', { name: 'platform' }, ['the chart platform exists already']],
    ['a bad name', { name: 'My_Demo' }, ['cannot be called "My_Demo"']],
    ['a path as a name', { name: '../demo' }, ['cannot be called "../demo"']],
    ['a name that is too long', { name: 'a'.repeat(31) }, ['at most 30']],
    ['an unknown feature', { name: 'demo', with: 'ingres' }, ['Did you mean ingress?']],
    [
      'a feature that every workload has',
      { name: 'demo', with: 'resources' },
      ['there is no feature resources'],
    ],
    [
      'a feature of another kind',
      { name: 'demo', kind: 'CronJob', with: 'ingress' },
      ['a CronJob cannot have the feature ingress'],
    ],
    ['an unknown chart', { name: 'demo', connects: 'backnd' }, ['Did you mean backend?']],
    [
      'a chart that serves nothing',
      { name: 'demo', connects: 'worker' },
      ['no chart with a service worker', 'There are: backend.'],
    ],
    ['an unknown umbrella', { name: 'demo', umbrella: 'platfrom' }, ['Did you mean platform?']],
    ['an unknown kind', { name: 'demo', kind: 'deployment' }, ['Did you mean Deployment?']],
    ['an image without a tag', { name: 'demo', image: 'nginx' }, ['"nginx" is no image with a tag']],
    ['a port out of range', { name: 'demo', port: 70000 }, ['70000 is no port']],
    [
      'a description that is too short',
      { name: 'demo', description: 'Short' },
      ['charts/demo/src/chart.ts: description'],
    ],
    [
      'several mistakes at once',
      { name: 'Demo', port: 0, with: 'x' },
      ['"Demo"', '0 is no port', 'no feature x'],
    ],
  ])('%s', async (_, options, messages) => {
    const tree = new FsTree(root, false);
    const refused: unknown = await chartGenerator(tree, options).catch((error: unknown) => error);
    for (const message of messages) expect(String(refused)).toContain(message);
    expect(tree.listChanges()).toEqual([]);
  });

  it('a folder without a definition', async () => {
    put(root, 'charts/demo/notes.txt', 'mine');
    await expect(create({ name: 'demo' })).rejects.toThrow('there is a folder charts/demo already');
  });

  it('any chart while another definition is wrong', async () => {
    put(root, 'charts/backend/src/chart.ts', BACKEND.replace("kind: 'Deployment'", "kind: 'Deploymnt'"));
    await expect(create({ name: 'demo' })).rejects.toThrow(
      'charts/backend/src/chart.ts: workloads.main.kind',
    );
    expect(existsSync(join(root, 'charts/demo'))).toBe(false);
  });
});
