import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  BACKEND,
  copyOfWorkspace,
  generatedWorkspace,
  put,
  removeWorkspace,
  WORKER,
} from '../nx/fixtures.ts';
import { generateChart, lintChart, templateChart } from './commands.ts';

let root: string;
let charts: string;
beforeAll(async () => {
  root = await generatedWorkspace({
    backend: BACKEND.replace("  umbrellas: ['platform'],\n", ''),
    worker: WORKER.replace("  umbrellas: ['platform'],\n", ''),
  });
  charts = join(root, 'charts');
  put(
    root,
    'charts/worker/ci/alone-values.yaml',
    'image: { repository: worker }\nconnections: { backend: { host: backend.example.com } }\n',
  );
  put(
    root,
    'charts/worker/ci/bundled-values.yaml',
    'image: { repository: worker }\nbackend: { enabled: true, image: { repository: backend } }\n',
  );
});
afterAll(() => removeWorkspace(root));

it('renders every case of a chart that bundles another, and leaves no archive in its folder', async () => {
  const text = await templateChart('worker', { charts, namespace: 'apps' });
  expect(text.match(/^# case .*$/gm)).toEqual(['# case alone', '# case bundled']);
  expect(text.match(/^# Source: .*deployment\.yaml$/gm)).toEqual([
    '# Source: worker/charts/backend/templates/deployment.yaml',
  ]);
  expect(await lintChart('worker', { charts })).toBe('');
});

it('says which case fails and why', async () => {
  const values = join(root, 'wrong.yaml');
  writeFileSync(values, 'replicas: 2\n');
  await expect(lintChart('worker', { charts, values: [values] })).rejects.toThrow(
    /charts\/worker, case .*wrong\.yaml: "helm lint" failed: [\s\S]*replicas/,
  );
});

it('renders one chart and lists what changed', async () => {
  const copy = copyOfWorkspace(root);
  rmSync(join(copy, 'charts/backend/README.md'));
  expect(await generateChart('backend', { charts: join(copy, 'charts') })).toBe('charts/backend/README.md');
  expect(readFileSync(join(copy, 'charts/backend/README.md'), 'utf8')).toContain('# backend');
  expect(await generateChart('backend', { charts: join(copy, 'charts') })).toBe('');
  await expect(generateChart('frontend', { charts: join(copy, 'charts') })).rejects.toThrow(
    'there is no chart frontend',
  );
  removeWorkspace(copy);
});
