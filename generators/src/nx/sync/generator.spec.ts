import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FsTree, flushChanges } from 'nx/src/generators/tree';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BACKEND, filesIn, PLATFORM, put, removeWorkspace, temporaryWorkspace } from '../fixtures.ts';
import { syncGenerator } from './generator.ts';

let root: string;
beforeEach(() => {
  root = temporaryWorkspace({ backend: BACKEND, platform: PLATFORM });
});
afterEach(() => removeWorkspace(root));

async function sync(): Promise<readonly string[]> {
  const tree = new FsTree(root, false);
  const result = await syncGenerator(tree);
  flushChanges(root, tree.listChanges());
  return result?.outOfSyncMessage?.split('\n').slice(1) ?? [];
}

it('writes everything once, and the second time nothing', async () => {
  expect(await sync()).toContain('charts/backend/templates/deployment.yaml');
  const files = filesIn(join(root, 'charts'));
  expect(await sync()).toEqual([]);
  expect(filesIn(join(root, 'charts'))).toEqual(files);
});

it('lists what follows from an edit, deletes what is stale, keeps what a person wrote', async () => {
  await sync();
  put(root, 'charts/backend/templates/old.yaml', 'kind: ConfigMap\n');
  put(root, 'charts/backend/ci/mine-values.yaml', 'replicaCount: 2\n');
  put(root, 'charts/backend/src/notes.md', 'mine');
  put(root, 'charts/backend/charts/redis-1.0.0.tgz', '');
  put(root, 'charts/backend/src/chart.ts', BACKEND.replace('0.3.0', '0.4.0'));
  const stale = await sync();
  expect(stale).toContain('charts/backend/Chart.yaml');
  expect(stale).toContain('charts/backend/templates/old.yaml (to be deleted)');
  expect(existsSync(join(root, 'charts/backend/templates/old.yaml'))).toBe(false);
  for (const kept of ['ci/mine-values.yaml', 'src/notes.md', 'charts/redis-1.0.0.tgz'])
    expect(existsSync(join(root, 'charts/backend', kept))).toBe(true);
});

it('writes the types of a definition where the generators are part of the workspace', async () => {
  put(root, 'generators/src/model/definition.types.ts', '');
  expect(await sync()).toContain('generators/src/model/definition.types.ts');
  expect(await sync()).toEqual([]);
});

it('changes nothing while a definition is wrong', async () => {
  await sync();
  const files = filesIn(join(root, 'charts'));
  put(root, 'charts/backend/src/chart.ts', BACKEND.replace('http: 8000', 'http: 80000'));
  await expect(sync()).rejects.toThrow('charts/backend/src/chart.ts: workloads.main.ports.http');
  put(root, 'charts/backend/src/chart.ts', BACKEND);
  expect(filesIn(join(root, 'charts'))).toEqual(files);
});
