import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FsTree, flushChanges } from 'nx/src/generators/tree';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generate } from '../../generate.ts';
import { changesOf } from '../../workspace/write.ts';
import { BACKEND, generatedWorkspace, PLATFORM, removeWorkspace, WORKER } from '../fixtures.ts';
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

it('deletes the chart and takes it out of its umbrella', async () => {
  const tree = new FsTree(root, false);
  expect(readFileSync(join(root, 'charts/platform/Chart.yaml'), 'utf8')).toContain('name: worker');
  await removeChartGenerator(tree, { name: 'worker' });
  flushChanges(root, tree.listChanges());
  expect(existsSync(join(root, 'charts/worker'))).toBe(false);
  expect(readFileSync(join(root, 'charts/platform/Chart.yaml'), 'utf8')).not.toContain('worker');
  expect(changesOf(root, await generate(root))).toEqual({ write: [], remove: [] });
});
