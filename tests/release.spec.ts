import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  BACKEND,
  generatedWorkspace,
  PLATFORM,
  put,
  removeWorkspace,
  WORKER,
} from '../generators/src/nx/fixtures.ts';
import { regenerate } from '../generators/src/nx/regenerate.ts';
import { run } from '../generators/src/programs/run.ts';
import { schemaText } from '../generators/src/testing/workspace.ts';
import { applyChanges } from '../generators/src/workspace/write.ts';
import { checkReleases } from '../tools/release/check.ts';
import { git, lastRelease } from '../tools/release/released.ts';

const REPOSITORY = join(import.meta.dirname, '..');
const CASE = 'charts/backend/ci/default-values.yaml';
const IMAGE = 'image: { repository: example.test/backend, tag: "1" }\n';
const CHARTS = ['backend', 'worker', 'platform'];
/** The settings of backend, with these levels. */
const settings = (...levels: readonly string[]) =>
  schemaText({
    logLevel: { enum: levels, default: 'info', description: 'How much it logs.', 'x-env': 'LEVEL' },
  });

let root = '';

/** A workspace whose charts were released once, `backend` with a comment that must stay. */
beforeAll(async () => {
  root = await generatedWorkspace({
    backend: BACKEND.replace(
      "  version: '0.3.0',",
      "  // Bumped by a release.\n  version: '0.3.0', // this one",
    ),
    worker: WORKER,
    platform: PLATFORM,
  });
  for (const name of ['nx.json', '.gitignore']) put(root, name, readFileSync(join(REPOSITORY, name), 'utf8'));
  const check = `${process.execPath} ${join(REPOSITORY, 'tools/release/main.ts')} --root ${root}`;
  const scripts = { 'release:check': check };
  put(root, 'package.json', JSON.stringify({ name: 'workspace', private: true, scripts }));
  put(root, CASE, IMAGE);
  await git(root, 'init', '--quiet', '--initial-branch=main');
  await git(root, 'config', 'user.name', 'Test');
  await git(root, 'config', 'user.email', 'test@example.test');
  await commit('feat: three charts');
  for (const chart of CHARTS) await git(root, 'tag', `${chart}@${versionOf(chart)}`);
});
afterAll(() => removeWorkspace(root));

const manifest = (chart: string) => parse(readFileSync(join(root, 'charts', chart, 'Chart.yaml'), 'utf8'));
const versionOf = (chart: string): string => manifest(chart).version;

async function commit(subject: string): Promise<void> {
  await git(root, 'add', '--all');
  await git(root, 'commit', '--quiet', '--message', subject);
}

function nx(...words: readonly string[]) {
  const env = { NX_DAEMON: 'false', CI: 'true' };
  return run('npx', ['nx', ...words], { cwd: root, env, timeoutMs: 240_000 });
}

/** What `nx sync` does, without a process. */
async function sync(): Promise<void> {
  applyChanges(root, await regenerate(root));
}

function edit(path: string, from: string, to: string): void {
  const file = join(root, path);
  const before = readFileSync(file, 'utf8');
  expect(before).toContain(from);
  writeFileSync(file, before.replace(from, to));
}

test('a release bumps what changed, reaches bundlers and the umbrella, and leaves everything else as it was', async () => {
  edit('charts/backend/src/chart.ts', 'The service that', 'A service that');
  await sync();
  await commit('feat(backend): say it better');
  const { code, stdout, stderr } = await nx('release', '--skip-publish');
  expect(code, `${stdout}${stderr}`).toBe(0);

  expect(CHARTS.map((chart) => [chart, versionOf(chart)])).toEqual([
    ['backend', '0.3.1'],
    ['worker', '0.1.1'],
    ['platform', '0.1.1'],
  ]);
  expect(readFileSync(join(root, 'charts/backend/src/chart.ts'), 'utf8')).toContain(
    "  // Bumped by a release.\n  version: '0.3.1', // this one",
  );
  expect(manifest('platform').dependencies).toMatchObject([
    { name: 'backend', version: '0.3.1' },
    { name: 'worker', version: '0.1.1' },
  ]);
  expect(readFileSync(join(root, 'charts/backend/CHANGELOG.md'), 'utf8')).toMatch(
    /^## 0\.3\.1 .*\n\n### .* Features\n\n- \*\*backend:\*\* say it better/,
  );
  expect(readFileSync(join(root, 'charts/platform/CHANGELOG.md'), 'utf8')).toContain('backend 0.3.0 → 0.3.1');
  expect(existsSync(join(root, 'CHANGELOG.md'))).toBe(false);
  expect(await git(root, 'status', '--porcelain')).toBe('');
  expect((await git(root, 'tag', '--points-at', 'HEAD')).split('\n')).toEqual([
    'backend@0.3.1',
    'platform@0.1.1',
    'worker@0.1.1',
  ]);
  expect(await nx('sync:check')).toMatchObject({ code: 0 });
}, 300_000);

test('what breaks users of the last release needs a commit that says so, and a page', async () => {
  const path = 'charts/backend/src/values.schema.json';
  put(root, path, settings('debug', 'info'));
  put(root, CASE, `${IMAGE}logLevel: debug\n`);
  await sync();
  await commit('feat(backend): a level');
  expect(await checkReleases(root, ['backend'])).toEqual([
    { chart: 'backend', released: '0.3.1', breaking: [], problems: [], outlived: [] },
  ]);
  await git(root, 'tag', 'backend@0.3.2');

  put(root, path, settings('info'));
  edit('charts/backend/src/chart.ts', 'ports: { http: 8000 }', 'ports: { web: 8000 }');
  await sync();
  await commit('fix(backend): fewer levels');
  const found = await checkReleases(root, ['backend']);
  expect(found).toMatchObject([
    {
      chart: 'backend',
      released: '0.3.2',
      problems: [
        'it takes version 0.4: begin the subject of the commit with "feat(backend)!:"',
        'charts/backend/src/upgrading/0.4.md is missing: say there what users of 0.3.2 do; the README shows it as "Upgrading to 0.4"',
      ],
    },
  ]);
  const [{ breaking = [] } = {}] = found;
  expect(breaking).toContain('logLevel: no longer takes "debug"');
  expect(breaking.join()).toContain('the values of default no longer render: ');

  const head = await git(root, 'rev-parse', 'HEAD');
  const { code, stdout, stderr } = await nx('release', '--skip-publish');
  expect(code).toBe(1);
  expect(`${stdout}${stderr}`).toContain('it takes version 0.4: begin the subject');
  expect(await git(root, 'status', '--porcelain')).toBe('');
  expect(await git(root, 'rev-parse', 'HEAD')).toBe(head);

  put(root, 'charts/backend/src/upgrading/0.4.md', 'Take `info` in place of `debug`.\n');
  await sync();
  await commit('feat(backend)!: fewer levels');
  expect(await checkReleases(root, ['backend'])).toMatchObject([{ problems: [] }]);
  await git(root, 'tag', 'backend@0.3.9');
  expect(await checkReleases(root, ['backend'])).toMatchObject([
    {
      released: '0.3.2',
      problems: ['it takes version 0.4: begin the subject of the commit with "feat(backend)!:"'],
    },
  ]);
  await git(root, 'tag', '--delete', 'backend@0.3.9');
  expect(readFileSync(join(root, 'charts/backend/README.md'), 'utf8')).toContain(
    '\n### Upgrading to 0.4\n\nTake `info` in place of `debug`.\n',
  );
}, 300_000);

test('a key that moves breaks nobody, and may go with the next version that breaks something', async () => {
  const path = 'charts/backend/src/values.schema.json';
  const levels = { enum: ['info', 'error'], default: 'info', description: 'How much.', 'x-env': 'LEVEL' };
  const logLevel = { description: 'How much.', 'x-moved-to': 'log.level' };
  const log = { type: 'object', description: 'The log.', properties: { level: levels } };
  put(root, path, settings('info', 'error'));
  put(root, CASE, `${IMAGE}logLevel: error\n`);
  await sync();
  await commit('feat(backend): two levels');
  await git(root, 'tag', 'backend@0.3.3');

  put(root, path, schemaText({ log, logLevel }));
  await sync();
  await commit('feat(backend): the level of the log');
  expect(await checkReleases(root, ['backend'])).toEqual([
    { chart: 'backend', released: '0.3.3', breaking: [], problems: [], outlived: [] },
  ]);

  await git(root, 'tag', 'backend@0.3.4');
  put(
    root,
    path,
    schemaText({ log: { ...log, properties: { level: { ...levels, enum: ['info'] } } }, logLevel }),
  );
  await sync();
  await commit('fix(backend): one level');
  expect(await checkReleases(root, ['backend'])).toMatchObject([
    { released: '0.3.4', outlived: ['logLevel, now log.level'] },
  ]);

  put(root, path, schemaText({ log }));
  await sync();
  await commit('fix(backend): no earlier key');
  const [{ breaking = [], problems = [], outlived = [''] } = {}] = await checkReleases(root, ['backend']);
  expect(breaking).toContain('logLevel: is gone');
  expect(breaking.join()).toContain('the values of default no longer render: ');
  expect(problems).toEqual(['it takes version 0.4: begin the subject of the commit with "feat(backend)!:"']);
  expect(outlived).toEqual([]);
}, 300_000);

test('a pre-release comes before what it leads to', async () => {
  for (const version of ['0.9.0', '0.9.0-rc.1', '0.9.0-rc.10'])
    await git(root, 'tag', `backend@${version}`, 'HEAD~1');
  expect(await lastRelease(root, 'backend')).toEqual({ tag: 'backend@0.9.0', version: '0.9.0' });
  await git(root, 'tag', '--delete', 'backend@0.9.0');
  expect(await lastRelease(root, 'backend')).toMatchObject({ version: '0.9.0-rc.10' });
});

test('a chart that is gone breaks who has it, and a name of no chart is a mistake', async () => {
  const copy = `${root}-gone`;
  await git(root, 'clone', '--quiet', root, copy);
  await git(copy, 'config', 'user.name', 'Test');
  await git(copy, 'config', 'user.email', 'test@example.test');
  await expect(checkReleases(copy, ['wroker'])).rejects.toThrow(
    'there is no chart "wroker". Did you mean worker?',
  );
  await git(copy, 'rm', '-r', '--quiet', 'charts/worker');
  await git(copy, 'commit', '--quiet', '--message', 'fix: one less');
  expect(await checkReleases(copy, ['worker'])).toEqual([
    {
      chart: 'worker',
      released: '0.1.1',
      breaking: ['the chart is gone'],
      problems: ['begin the subject of the commit that takes it away with "feat(worker)!:"'],
      outlived: [],
    },
  ]);
  await git(copy, 'commit', '--amend', '--quiet', '--message', 'feat(worker)!: no more');
  expect(await checkReleases(copy, ['worker'])).toMatchObject([{ problems: [] }]);
  removeWorkspace(copy);
}, 60_000);

test('a chart with a changelog whose tags are not there is no new chart', async () => {
  const copy = `${root}-shallow`;
  await git(root, 'clone', '--quiet', '--no-tags', root, copy);
  await expect(checkReleases(copy, ['backend'])).rejects.toThrow(
    'charts/backend/CHANGELOG.md: it was released, and no tag backend@… is in this clone. Fetch the tags',
  );
  removeWorkspace(copy);
}, 60_000);
