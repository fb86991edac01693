import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FsTree, flushChanges } from 'nx/src/generators/tree';
import { beforeAll, expect, it } from 'vitest';
import { generate } from '../../generate.ts';
import { chartFiles, createWorkspace, type TestWorkspace, web } from '../../testing/workspace.ts';
import { applyChanges, changesOf } from '../../workspace/write.ts';
import { PLATFORM } from '../fixtures.ts';
import { renameChartGenerator } from './generator.ts';

const connected = (chart: string, more: object) => ({
  chart,
  description: 'What it uses.',
  env: { SERVICE_HOST: 'host' },
  ...more,
});

const FILES = {
  ...chartFiles(
    {
      name: 'store',
      umbrellas: ['platform'],
      provides: { type: 'http' },
      workloads: { main: web({ health: '{{ include "store.path" . }}/health' }) },
    },
    { 'templates/_path.tpl': '{{/* Path. */}}\n{{- define "store.path" -}}/store\n{{- end }}\n' },
  ),
  ...chartFiles({
    name: 'train',
    umbrellas: ['platform'],
    connections: { store: connected('store', { type: 'http' }) },
  }),
  'charts/platform/src/chart.ts': PLATFORM.replace(
    "version: '0.1.0',",
    "version: '0.1.0', keywords: ['store'], packages: { base: ['store'], jobs: ['train'] },",
  ),
  'charts/platform/src/presets/small.yaml': `# For one machine.
global:
  members:
    store:
      enabled: true # the database
store:
  replicaCount: 2
train:
  store:
    enabled: false
`,
  'charts/train/ci/default-values.yaml':
    '# With a database.\nstore:\n  enabled: true\nconnections:\n  store:\n    waitSeconds: 5\n',
  'charts/store/icon.svg': '<svg/>',
  'charts/store/ci/default-values.yaml': '{}\n',
  'tests/golden/store/default.yaml': 'golden\n',
  'tests/golden/reach/store-default.md': 'reach\n',
};

let workspace: TestWorkspace;
let tree: FsTree;
const text = (path: string) => readFileSync(join(workspace.root, path), 'utf8');

beforeAll(async () => {
  workspace = createWorkspace(FILES);
  applyChanges(workspace.root, changesOf(workspace.root, await generate(workspace.root)));
});

it.each([
  ['stor', 'base', 'Did you mean store?'],
  ['store', 'train', 'there is charts/train already'],
])('refuses %s to %s and changes nothing', async (name, to, message) => {
  tree = new FsTree(workspace.root, false);
  await expect(renameChartGenerator(tree, { name, to })).rejects.toThrow(message);
  expect(tree.listChanges()).toEqual([]);
});

it('gives a chart another name wherever the workspace names it', async () => {
  tree = new FsTree(workspace.root, false);
  await renameChartGenerator(tree, { name: 'store', to: 'base' });
  flushChanges(workspace.root, tree.listChanges());
  for (const gone of ['charts/store', 'tests/golden/store', 'tests/golden/reach/store-default.md'])
    expect(existsSync(join(workspace.root, gone))).toBe(false);
  expect(text('charts/base/src/templates/_path.tpl')).toContain('define "base.path"');
  expect(text('charts/base/templates/_probes.tpl')).toContain('include "base.path"');
  expect(text('charts/base/icon.svg')).toBe('<svg/>');
  expect(text('charts/train/src/chart.ts')).toContain('"chart": "base"');
  expect(text('charts/train/ci/default-values.yaml')).toBe(
    '# With a database.\nbase:\n  enabled: true\nconnections:\n  store:\n    waitSeconds: 5\n',
  );
  expect(text('charts/platform/src/chart.ts')).toContain(
    "keywords: ['store'], packages: { base: ['base'], jobs: ['train'] }",
  );
  expect(text('charts/platform/src/presets/small.yaml')).toBe(
    FILES['charts/platform/src/presets/small.yaml']
      .replace('    store:\n      enabled: true', '    base:\n      enabled: true')
      .replace('\nstore:', '\nbase:')
      .replace('  store:\n    enabled: false', '  base:\n    enabled: false'),
  );
  expect(text('tests/golden/base/default.yaml')).toBe('golden\n');
  expect(text('tests/golden/reach/base-default.md')).toBe('reach\n');
  expect(changesOf(workspace.root, await generate(workspace.root))).toEqual({ write: [], remove: [] });
});

it('keeps the names of data of those who connect, or refuses', { timeout: 300_000 }, async () => {
  const { root } = createWorkspace();
  cpSync(join(import.meta.dirname, '../../../../charts'), join(root, 'charts'), { recursive: true });
  const refused = new FsTree(root, false);
  await expect(renameChartGenerator(refused, { name: 'mlflow', to: 'tracking' })).rejects.toThrow(
    'its data was minio/mlflow and would be minio/tracking',
  );
  expect(refused.listChanges()).toEqual([]);
  const changed = new FsTree(root, false);
  await renameChartGenerator(changed, { name: 'minio', to: 'objects' });
  flushChanges(root, changed.listChanges());
  expect(readFileSync(join(root, 'charts/mlflow/Chart.yaml'), 'utf8')).toContain(
    'connections.s3: objects/mlflow',
  );
  expect(changesOf(root, await generate(root))).toEqual({ write: [], remove: [] });
});
