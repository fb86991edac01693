import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FsTree, flushChanges } from 'nx/src/generators/tree';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { filesIn, put, removeWorkspace } from '../fixtures.ts';
import { initGenerator } from './generator.ts';

const roots: string[] = [];
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'init-'));
  roots.push(root);
});
afterAll(() => roots.forEach(removeWorkspace));

function init(): ReadonlyMap<string, string> {
  const tree = new FsTree(root, false);
  initGenerator(tree);
  flushChanges(root, tree.listChanges());
  return filesIn(root);
}

it('sets up a workspace once', () => {
  put(root, 'nx.json', '{}');
  const first = init();
  expect([...first.keys()]).toEqual([
    '.gitignore',
    'charts/package.json',
    'chartwright.yaml',
    'features/package.json',
    'nx.json',
  ]);
  expect(first.get('.gitignore')).toBe('node_modules/\n.nx/\ndist/\ncharts/*/charts/\n');
  expect(JSON.parse(first.get('nx.json') ?? '')).toMatchObject({
    release: { version: { versionActions: '@chartwright/nx/release' } },
  });
  expect(init()).toEqual(first);
});

it('keeps what is there', () => {
  const plugin = { plugin: '@chartwright/nx', options: {} };
  const nx = {
    defaultBase: 'main',
    plugins: ['other', plugin],
    sync: { globalGenerators: ['other:sync'] },
    release: { projects: ['other'] },
  };
  put(root, 'nx.json', JSON.stringify(nx));
  put(root, '.gitignore', 'node_modules\n/dist');
  put(root, 'chartwright.yaml', 'license: MIT\n');
  const files = init();
  expect(JSON.parse(files.get('nx.json') ?? '')).toEqual({
    ...nx,
    sync: { globalGenerators: ['other:sync', '@chartwright/nx:sync'] },
  });
  expect(files.get('.gitignore')).toBe('node_modules\n/dist\n.nx/\ncharts/*/charts/\n');
  expect(files.get('chartwright.yaml')).toBe('license: MIT\n');
});
