import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { FsTree, flushChanges } from 'nx/src/generators/tree';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { filesOf } from '../../package/archive.ts';
import { packChart } from '../../package/pack.ts';
import { BACKEND, filesIn, PLATFORM, put, removeWorkspace, temporaryWorkspace, WORKER } from '../fixtures.ts';
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
  put(
    root,
    'charts/backend/src/chart.ts',
    BACKEND.replace('http: 8000 }', 'http: 8000 }, features: { autoscaling: {} }'),
  );
  await sync();
  const mine = [
    'CHANGELOG.md',
    'charts/redis-1.0.0.tgz',
    'ci/mine-values.yaml',
    'crds/widget.yaml',
    'icon.svg',
    'src/notes.md',
    'templates/mine.yaml',
  ];
  for (const path of mine) put(root, `charts/backend/${path}`, '# mine\n');
  put(root, 'charts/backend/src/chart.ts', BACKEND.replace('0.3.0', '0.4.0'));
  const stale = await sync();
  expect(stale).toContain('charts/backend/Chart.yaml');
  expect(stale.filter((line) => line.endsWith('(to be deleted)'))).toEqual([
    'charts/backend/templates/_autoscaling.tpl (to be deleted)',
    'charts/backend/templates/hpa.yaml (to be deleted)',
  ]);
  expect(existsSync(join(root, 'charts/backend/templates/hpa.yaml'))).toBe(false);
  for (const path of mine) expect(readFileSync(join(root, 'charts/backend', path), 'utf8')).toBe('# mine\n');

  rmSync(join(root, 'charts/backend/charts'), { recursive: true });
  const packed = filesOf(readFileSync(await packChart('backend', join(root, 'dist'), join(root, 'charts'))));
  for (const path of ['CHANGELOG.md', 'crds/widget.yaml', 'icon.svg', 'templates/mine.yaml'])
    expect(packed).toContain(`backend/${path}`);
  for (const path of ['.generated', 'ci/mine-values.yaml', 'src/notes.md'])
    expect(packed).not.toContain(`backend/${path}`);
});

it('sees an edit of a file that a definition imports, and of a port that another chart connects to', async () => {
  const imported = BACKEND.replace(
    "from '@chartwright/nx/define';",
    "from '@chartwright/nx/define';\nimport { ports } from './ports.ts';",
  );
  put(root, 'charts/backend/src/chart.ts', imported.replace('ports: { http: 8000 }', 'ports'));
  put(root, 'charts/backend/src/ports.ts', 'export const ports = { http: 8000 };\n');
  put(root, 'charts/worker/src/chart.ts', WORKER);
  await sync();
  put(root, 'charts/backend/src/ports.ts', 'export const ports = { http: 8001 };\n');
  const stale = await sync();
  expect(stale).toContain('charts/backend/templates/deployment.yaml');
  expect(stale).toContain('charts/worker/templates/_connections.tpl');
});

it('refuses a file of a person where a generated one must stand, and changes nothing', async () => {
  await sync();
  put(root, 'charts/backend/templates/hpa.yaml', '# mine\n');
  const files = filesIn(join(root, 'charts'));
  put(
    root,
    'charts/backend/src/chart.ts',
    BACKEND.replace('http: 8000 }', 'http: 8000 }, features: { autoscaling: {} }'),
  );
  await expect(sync()).rejects.toThrow('charts/backend/templates/hpa.yaml: a generated file must stand here');
  put(root, 'charts/backend/src/chart.ts', BACKEND);
  expect(filesIn(join(root, 'charts'))).toEqual(files);
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
