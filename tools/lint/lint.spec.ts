import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { load } from '../../generators/src/generate.ts';
import { run } from '../../generators/src/programs/run.ts';
import { lintCharts } from './lint-charts.ts';
import { lintScripts } from './lint-scripts.ts';
import { lintWorkflows } from './lint-workflows.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lint-spec-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

const manifest = (name: string, more = '') => `apiVersion: v2
name: ${name}
description: A chart that shows how charts are linted.
type: application
version: 0.1.0
kubeVersion: ">=1.29.0-0"
${more}`;
const bundles = (name: string) =>
  `dependencies:\n  - name: ${name}\n    version: 0.1.0\n    repository: file://../${name}\n`;

async function chart(name: string, more = ''): Promise<void> {
  await write(`charts/${name}/Chart.yaml`, manifest(name, more));
  await write(`charts/${name}/values.yaml`, '# The greeting.\ngreeting: hello\n');
  await write(
    `charts/${name}/templates/configmap.yaml`,
    `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\ndata:\n  greeting: {{ .Values.greeting | quote }}\n`,
  );
}

const verdicts = async () =>
  Object.fromEntries((await lintCharts({ root })).map(({ chart: name, ok, output }) => [name, ok || output]));

describe('charts', () => {
  test('pass, nested ones included, and their folders stay as they were', async () => {
    await chart('cache');
    await chart('api', bundles('cache'));
    await chart('web', bundles('api'));
    const before = await readdir(root, { recursive: true });
    expect(await verdicts()).toEqual({ cache: true, api: true, web: true });
    expect(await readdir(root, { recursive: true })).toEqual(before);
  });

  test('each kind of mistake is found, each case in ci/ is tried', async () => {
    await chart('schema', 'license: MIT\n');
    await chart('yaml');
    await write('charts/yaml/values.yaml', 'greeting:   hello\non: 1\n');
    await chart('case');
    await write(
      'charts/case/values.schema.json',
      JSON.stringify({ type: 'object', properties: { greeting: { type: 'string' } } }),
    );
    await write('charts/case/ci/number-values.yaml', 'greeting: 5\n');
    const found = await verdicts();
    expect(found.schema).toContain('license: Unexpected element');
    expect(found.yaml).toContain('too many spaces after colon');
    expect(found.yaml).toContain('truthy value should be one of');
    expect(found.case).toContain("at '/greeting': got number, want string");
  });

  test('some of them alone', async () => {
    await chart('cache', 'license: MIT\n');
    await chart('web', bundles('cache'));
    await chart('other', 'license: MIT\n');
    expect((await lintCharts({ root, charts: ['web'] })).map(({ chart: name, ok }) => [name, ok])).toEqual([
      ['web', true],
    ]);
  });
});

describe('workflows', () => {
  test('a good one passes, one with an unknown key does not, and none is an error', async () => {
    await expect(lintWorkflows(root)).rejects.toThrow('there is no workflow to lint');
    const good = await readFile(
      join(import.meta.dirname, '../../.github/workflows/pull-request.yml'),
      'utf8',
    );
    await write('.github/workflows/good.yml', good);
    await write('.github/workflows/bad.yml', good.replace('runs-on:', 'run-on:'));
    await cp(join(root, '.github/workflows/good.yml'), join(root, '.github/workflows/notes.txt'));
    const results = await lintWorkflows(root);
    expect(results.map(({ workflow, ok }) => [workflow, ok])).toEqual([
      ['bad.yml', false],
      ['good.yml', true],
    ]);
    expect(results[0]?.output).toContain('"runs-on" section is missing');
  });

  test('one that hands an attacker a shell does not', async () => {
    const open =
      'name: open\non: pull_request_target\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo $' +
      '{{ github.event.pull_request.title }}\n';
    await write('.github/workflows/open.yml', open);
    const [result] = (await lintWorkflows(root)).filter(({ workflow }) => workflow === 'open.yml');
    expect(result?.ok).toBe(false);
    expect(result?.output).toContain('dangerous-triggers');
    expect(result?.output).toContain('template-injection');
  });

  test('charts that changed are those since the branch, or what a push found there, else all', async () => {
    const file = join(import.meta.dirname, '../../.github/workflows/pull-request.yml');
    const { steps } = parse(await readFile(file, 'utf8')).jobs.affected;
    const step = steps.find(({ env }: { env?: object }) => env !== undefined && 'BEFORE' in env);
    const git = async (...words: readonly string[]) => {
      const { code, stdout, stderr } = await run(
        'git',
        ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...words],
        { cwd: root },
      );
      if (code !== 0) throw new Error(stderr);
      return stdout.trim();
    };
    await git('init', '--quiet');
    for (const name of ['first', 'second']) await git('commit', '--quiet', '--allow-empty', '-m', name);
    await git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    await write('bin/npm', '#!/bin/sh\n');
    await write('bin/npx', '#!/bin/sh\necho "$*"\n');
    for (const name of ['npm', 'npx']) await chmod(join(root, 'bin', name), 0o755);
    const said = async (BEFORE: string) => {
      const env = { PATH: `${join(root, 'bin')}:${process.env.PATH}`, BASE: 'main', BEFORE };
      return (await run('bash', ['-e', '-c', step.run], { cwd: root, env })).stdout.trim();
    };
    const [first, second] = await Promise.all(['HEAD~1', 'HEAD'].map((name) => git('rev-parse', name)));
    const targets = '--targets=lint,template,package';
    expect(await said('')).toBe(`nx affected --base=${second} ${targets}`);
    expect(await said(first ?? '')).toBe(`nx affected --base=${first} ${targets}`);
    expect(await said('0'.repeat(40))).toBe(`nx run-many ${targets}`);
    expect(await said(`${'0'.repeat(39)}1`)).toBe(`nx run-many ${targets}`);
    expect(step.env.BEFORE).toBe('$' + "{{ github.event_name == 'push' && github.event.before || '' }}");
  });

  test('each runs only npm scripts that there are', async () => {
    const { scripts } = JSON.parse(await readFile(join(import.meta.dirname, '../../package.json'), 'utf8'));
    const folder = join(import.meta.dirname, '../../.github/workflows');
    const texts = await Promise.all(
      (await readdir(folder)).map((file) => readFile(join(folder, file), 'utf8')),
    );
    const typed = texts.flatMap((text) => [...text.matchAll(/npm run (?:--silent )?([a-z:-]+)/g)]);
    const named = typed.map(([, name = '']) => name);
    expect(named).toEqual(expect.arrayContaining(['images', 'pages', 'publish', 'build']));
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('every chart whose images are public comes up on real pods, but the one that needs a card', async () => {
    const text = await readFile(
      join(import.meta.dirname, '../../.github/workflows/pull-request.yml'),
      'utf8',
    );
    const listed = parse(text).jobs.real.env.CHARTS.split(' ');
    const { charts } = await load(join(import.meta.dirname, '../..'));
    const open = charts.filter(({ images }) => images.every(({ own }) => own === '')).map(({ name }) => name);
    expect(listed).toEqual(open.filter((name) => name !== 'dcgm-exporter'));
  });
});

test('scripts are looked at with what they take in', async () => {
  await write(
    'generators/src/templates/scripts/wait.sh',
    'until look; do sleep 2; done\necho "$what answers"\n',
  );
  await write('charts/web/src/good.sh', 'what=web\nlook() {\n  nc -z web 80\n}\n\n. wait.sh\n');
  await write('charts/web/src/bad.sh', 'unused=1\nif [ "$A" == b ]; then echo yes; fi\n');
  const results = await lintScripts(root);
  expect(results.map(({ script, ok }) => [script, ok])).toEqual([
    ['charts/web/src/bad.sh', false],
    ['charts/web/src/good.sh', true],
  ]);
  expect(results[0]?.output).toContain('unused appears unused');
});

test('a workspace without scripts has none that could be right', async () => {
  await expect(lintScripts(root)).rejects.toThrow('there is no script to lint');
});
