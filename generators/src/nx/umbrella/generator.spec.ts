import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FsTree, flushChanges } from 'nx/src/generators/tree';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generate } from '../../generate.ts';
import { changesOf } from '../../workspace/write.ts';
import { BACKEND, generatedWorkspace, put, removeWorkspace } from '../fixtures.ts';
import { umbrellaGenerator } from './generator.ts';

let root: string;
beforeAll(async () => {
  root = await generatedWorkspace({ backend: BACKEND.replace("  umbrellas: ['platform'],\n", '') });
});
afterAll(() => removeWorkspace(root));

it.each([
  ['backend', 'there is a folder charts/backend already'],
  ['Platform', 'charts/Platform/src/chart.ts: name: must match pattern'],
])('refuses %s and changes nothing', async (name, message) => {
  const tree = new FsTree(root, false);
  await expect(umbrellaGenerator(tree, { name })).rejects.toThrow(message);
  expect(tree.listChanges()).toEqual([]);
});

it('writes an umbrella without members, which a chart then joins', async () => {
  const tree = new FsTree(root, false);
  await umbrellaGenerator(tree, { name: 'platform', description: 'Everything in one release.' });
  flushChanges(root, tree.listChanges());
  expect(
    readFileSync(join(root, 'charts/platform/src/chart.ts'), 'utf8'),
  ).toBe(`import { defineUmbrella } from '@chartwright/nx/define';

export default defineUmbrella({
  name: 'platform',
  version: '0.1.0',
  description: 'Everything in one release.',
});
`);
  expect(changesOf(root, await generate(root))).toEqual({ write: [], remove: [] });
  put(root, 'charts/backend/src/chart.ts', BACKEND);
  expect((await generate(root)).get('platform')?.get('Chart.yaml')).toContain('name: backend');
});
