import { execFileSync } from 'node:child_process';
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
import { validateValues } from '../schema/index.ts';
import { generateChart, lintChart, templateChart, writeEditorSchema } from './commands.ts';

const git = (cwd: string, ...args: readonly string[]) => execFileSync('git', args, { cwd });

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
    'image: { repository: worker, tag: v1 }\nconnections: { backend: { host: backend.example.com } }\n',
  );
  put(
    root,
    'charts/worker/ci/bundled-values.yaml',
    'image: { repository: worker, tag: v1 }\nbackend: { enabled: true, image: { repository: backend, tag: v1 } }\n',
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

it('renders one case, in ci/ or a preset, now and as it was committed', async () => {
  const copy = copyOfWorkspace(root);
  const there = { charts: join(copy, 'charts'), case: 'small' };
  const preset = join(copy, 'charts/backend/presets/small.yaml');
  put(
    copy,
    'charts/backend/presets/small.yaml',
    'image: { repository: backend, tag: v1 }\nreplicaCount: 1\n',
  );
  git(copy, 'init', '--quiet');
  git(copy, 'add', 'charts');
  git(
    copy,
    '-c',
    'user.name=test',
    '-c',
    'user.email=test@example.com',
    'commit',
    '--quiet',
    '--message',
    'as it was',
  );
  writeFileSync(preset, 'image: { repository: backend, tag: v1 }\nreplicaCount: 3\n');
  const text = await templateChart('backend', there);
  expect(text.match(/^(# case .*| +replicas: .*)$/gm)).toEqual(['# case small', '  replicas: 3']);
  expect(await templateChart('backend', { ...there, at: 'HEAD' })).toBe(
    text.replace('replicas: 3', 'replicas: 1'),
  );
  await expect(templateChart('backend', { ...there, at: 'nowhere' })).rejects.toThrow('nowhere');
  removeWorkspace(copy);
});

it('names the cases there are where one is unknown', async () => {
  await expect(templateChart('worker', { charts, case: 'alon' })).rejects.toThrow(
    'there is no case alon. Cases are: alone, bundled.',
  );
});

it('says which case fails and why', async () => {
  const values = join(root, 'wrong.yaml');
  writeFileSync(values, 'replicas: 2\n');
  await expect(lintChart('worker', { charts, values: [values] })).rejects.toThrow(
    /charts\/worker, case .*wrong\.yaml: "helm lint" failed: [\s\S]*replicas/,
  );
});

it('does not lint what a template refuses', async () => {
  const values = join(root, 'empty.yaml');
  writeFileSync(values, '{}\n');
  await expect(lintChart('worker', { charts, values: [values] })).rejects.toThrow(
    'image.repository is empty',
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

it('writes a schema for editors, which takes a part of the values and names the line that binds a file', async () => {
  const path = join(root, 'dist/worker.editor.schema.json');
  expect(await writeEditorSchema('worker', { charts })).toBe(`# yaml-language-server: $schema=${path}`);
  const schema: object = JSON.parse(readFileSync(path, 'utf8'));
  expect(validateValues(schema, { image: { repository: 'worker' } })).toEqual([]);
  expect(validateValues(schema, { image: { repo: 'worker' } })).toEqual([
    '/image must NOT have additional properties ("repo")',
  ]);
  await expect(writeEditorSchema('frontend', { charts })).rejects.toThrow('there is no chart frontend');
});
