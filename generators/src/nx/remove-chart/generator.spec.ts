import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FsTree, flushChanges } from 'nx/src/generators/tree';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generate } from '../../generate.ts';
import { changesOf } from '../../workspace/write.ts';
import { BACKEND, generatedWorkspace, PLATFORM, put, removeWorkspace, WORKER } from '../fixtures.ts';
import { removeChartGenerator } from './generator.ts';

let root: string;
beforeAll(async () => {
  root = await generatedWorkspace({ backend: BACKEND, worker: WORKER, platform: PLATFORM });
});
afterAll(() => removeWorkspace(root));

it.each([
  ['backend', 'backend is in the connections of worker'],
  ['platform', 'platform is in the umbrellas of backend and worker'],
  ['bckend', 'Did you mean backend?'],
  ['../schemas', 'there is no chart ../schemas'],
])('refuses %s and changes nothing', async (name, message) => {
  const tree = new FsTree(root, false);
  await expect(removeChartGenerator(tree, { name })).rejects.toThrow(message);
  expect(tree.listChanges()).toEqual([]);
});

it('refuses a chart with values in a preset or a package of its umbrella', async () => {
  const kept = await generatedWorkspace({
    backend: BACKEND,
    worker: WORKER,
    platform: PLATFORM.replace(
      "version: '0.1.0',",
      "version: '0.1.0', packages: { base: ['backend'], jobs: ['worker'] },",
    ),
  });
  put(kept, 'charts/platform/src/presets/small.yaml', 'global: { members: { worker: { enabled: true } } }\n');
  const tree = new FsTree(kept, false);
  await expect(removeChartGenerator(tree, { name: 'worker' })).rejects.toThrow(
    'worker has values in charts/platform/src/chart.ts: packages.jobs and charts/platform/src/presets/small.yaml',
  );
  expect(tree.listChanges()).toEqual([]);
  removeWorkspace(kept);
});

it('deletes the chart and takes it out of its umbrella', async () => {
  put(root, 'charts/worker/ci/default-values.yaml', 'image: { repository: worker, tag: v1 }\n');
  put(root, 'tests/golden/worker/default.yaml', '');
  put(root, 'tests/golden/reach/worker-default.md', '');
  put(root, 'tests/golden/reach/worker-bee-default.md', '');
  const tree = new FsTree(root, false);
  expect(readFileSync(join(root, 'charts/platform/Chart.yaml'), 'utf8')).toContain('name: worker');
  await removeChartGenerator(tree, { name: 'worker' });
  flushChanges(root, tree.listChanges());
  for (const gone of ['charts/worker', 'tests/golden/worker', 'tests/golden/reach/worker-default.md'])
    expect(existsSync(join(root, gone))).toBe(false);
  expect(existsSync(join(root, 'tests/golden/reach/worker-bee-default.md'))).toBe(true);
  expect(readFileSync(join(root, 'charts/platform/Chart.yaml'), 'utf8')).not.toContain('worker');
  expect(changesOf(root, await generate(root))).toEqual({ write: [], remove: [] });
});
