import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findHelm, findHelm3, pinnedHelm } from '../programs/helm.ts';
import { run } from '../programs/run.ts';
import { filesOf, textsOf } from './archive.ts';
import { inOrder } from './chart-folders.ts';
import { forMachines } from './for-machines.ts';
import { packAll, packChart } from './pack.ts';

let root: string;
let charts: string;
let dist: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'pack-spec-'));
  charts = join(root, 'charts');
  dist = join(root, 'dist');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const sha256 = async (path: string) =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(charts, path)), { recursive: true });
  await writeFile(join(charts, path), text);
}

async function chart(name: string, bundles: readonly string[] = [], range = '0.1.0'): Promise<void> {
  const dependencies = bundles.map(
    (other) => `  - { name: ${other}, version: ${range}, repository: file://../${other} }\n`,
  );
  const list = dependencies.length > 0 ? `dependencies:\n${dependencies.join('')}` : '';
  await write(`${name}/Chart.yaml`, `apiVersion: v2\nname: ${name}\nversion: 0.1.0\n${list}`);
  await write(`${name}/.helmignore`, '/src/\n/ci/\n');
  await write(`${name}/values.yaml`, 'global: {}\n');
  await write(
    `${name}/templates/configmap.yaml`,
    `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\n`,
  );
  await write(`${name}/src/chart.ts`, 'export default {};\n');
  await write(`${name}/ci/default-values.yaml`, '{}\n');
}

describe('packing', () => {
  test('a chart that bundles charts that bundle charts is complete, and its folder stays as it was', async () => {
    await chart('cache');
    await chart('api', ['cache']);
    await chart('web', ['api', 'cache']);
    await write('web/presets/small.yaml', 'api: {}\n');
    const before = await readdir(charts, { recursive: true });

    const path = await packChart('web', dist, charts);

    expect(basename(path)).toBe('web-0.1.0.tgz');
    expect(await readdir(dist)).toEqual(['web-0.1.0.tgz']);
    expect(await readdir(charts, { recursive: true })).toEqual(before);
    const own = ['.helmignore', 'Chart.yaml', 'templates/configmap.yaml', 'values.yaml'];
    const expected = [
      ...[...own, 'presets/small.yaml'].map((file) => `web/${file}`),
      ...own.map((file) => `web/charts/api/${file}`),
      ...own.map((file) => `web/charts/api/charts/cache/${file}`),
      ...own.map((file) => `web/charts/cache/${file}`),
    ].sort();
    expect([...filesOf(await readFile(path))].sort()).toEqual(expected);
    const { stdout } = await run(await findHelm(), ['template', 'x', path]);
    expect(stdout.match(/^# Source: .*/gm)?.sort()).toEqual([
      '# Source: web/charts/api/charts/cache/templates/configmap.yaml',
      '# Source: web/charts/api/templates/configmap.yaml',
      '# Source: web/charts/cache/templates/configmap.yaml',
      '# Source: web/templates/configmap.yaml',
    ]);
  });

  test('a bundled chart keeps its values and its schema, without what only readers need', async () => {
    await chart('cache');
    await write(
      'cache/values.yaml',
      '# How large.\nsize: 1Gi # at most\n\n# Modes.\nmodes: ["on", "0440"]\nglobal: {}\n',
    );
    await write('cache/values.schema.json', '{\n  "type": "object"\n}\n');
    await write('cache/files/values.yaml', '# Kept.\n');
    await write('cache/README.md', '# cache\n\nMany pages.\n');
    await write(
      'cache/templates/secret.yaml',
      'a: {{ "{{/* kept }}" }} # kept\n  {{- /* What\n  it is. */}}\n  {{- if .Values.size }}\n  b: c\n  {{- end }}\n{{/* More }} */}}\n',
    );
    await chart('web', ['cache']);
    const archive = await readFile(await packChart('web', dist, charts));
    const bundling = textsOf(archive);
    expect(bundling.get('web/charts/cache/values.yaml')).toBe(
      'size: 1Gi\nmodes:\n  - "on"\n  - "0440"\nglobal: {}\n',
    );
    expect(bundling.get('web/charts/cache/values.schema.json')).toBe('{"type":"object"}');
    expect(bundling.get('web/charts/cache/files/values.yaml')).toBe('# Kept.\n');
    expect(bundling.get('web/charts/cache/README.md')).toBe(
      '# cache\n\nThe archive of this chart alone has its whole README.\n',
    );
    expect(bundling.get('web/charts/cache/templates/secret.yaml')).toBe(
      'a: {{ "{{/* kept }}" }} # kept\n{{- /*\n*/}}\n{{- if .Values.size }}\n  b: c\n{{- end }}\n{{/**/}}\n',
    );
    expect(forMachines('cache/README.md', '# cache\n', 'https://charts.example.com')).toBe(
      '# cache\n\nThe archive of this chart alone has its whole README, and [its home](https://charts.example.com) more.\n',
    );
    const alone = textsOf(await readFile(await packChart('cache', dist, charts)));
    expect(alone.get('cache/values.yaml')).toContain('# How large.');
    expect(alone.get('cache/README.md')).toContain('Many pages.');
    expect(alone.get('cache/templates/secret.yaml')).toContain('What\n  it is.');
  });

  test('the schema of its own chart says what values.yaml does, those of bundled ones nothing', async () => {
    for (const [name, bundles] of [
      ['cache', []],
      ['web', ['cache']],
    ] as const) {
      await chart(name, bundles);
      await write(`${name}/.generated`, '# generated\nvalues.schema.json\n');
      await write(`${name}/values.schema.json`, '{ "properties": { "size": { "type": "string" } } }\n');
      await write(`${name}/values.yaml`, '# How large.\nsize: 1Gi\n');
    }
    const texts = textsOf(await readFile(await packChart('web', dist, charts)));
    expect(JSON.parse(texts.get('web/values.schema.json') ?? '')).toEqual({
      properties: { size: { description: 'How large.', type: 'string', default: '1Gi' } },
    });
    expect(texts.get('web/charts/cache/values.schema.json')).toBe(
      '{"properties":{"size":{"type":"string"}}}',
    );
    expect((await run(await findHelm(), ['template', 'x', join(dist, 'web-0.1.0.tgz')])).stderr).toBe('');
  });

  test('equal input gives equal bytes, whenever it was written and in whatever order Helm walks', async () => {
    const parts = ['a', 'b', 'c', 'd', 'e'];
    for (const name of parts) await chart(name);
    await chart('all', parts);
    await write(`all/${'long-folder-name/'.repeat(8)}file.txt`, 'a path that needs a header of its own\n');
    const first = await sha256(await packChart('all', dist, charts));
    const file = join(charts, 'a/values.yaml');
    await utimes(file, new Date(2001, 1, 1), new Date(2001, 1, 1));
    const second = await packChart('all', join(root, 'again'), charts);
    expect(await sha256(second)).toBe(first);
    expect(filesOf(await readFile(second)).filter((path) => path.includes('long-folder'))).toEqual([
      `all/${'long-folder-name/'.repeat(8)}file.txt`,
    ]);
    expect((await run('tar', ['tzf', second])).code).toBe(0);
  });

  test('files of one name stand beside each other, where gzip finds that they are alike', async () => {
    await chart('cache');
    await chart('web', ['cache']);
    await write('cache/templates/worker-configmap.yaml', 'a: b\n');
    const files = filesOf(await readFile(await packChart('web', dist, charts)));
    expect(files).toEqual([
      'web/Chart.yaml',
      'web/charts/cache/Chart.yaml',
      'web/.helmignore',
      'web/charts/cache/.helmignore',
      'web/charts/cache/templates/configmap.yaml',
      'web/charts/cache/templates/worker-configmap.yaml',
      'web/templates/configmap.yaml',
      'web/charts/cache/values.yaml',
      'web/values.yaml',
    ]);
  });

  test('what earlier "helm dependency" calls left behind does not get in', async () => {
    await chart('cache');
    await chart('web', ['cache']);
    await write('web/charts/old/Chart.yaml', 'apiVersion: v2\nname: old\nversion: 1.0.0\n');
    await write('web/Chart.lock', 'generated: "2024-01-01T00:00:00Z"\n');
    const files = filesOf(await readFile(await packChart('web', dist, charts)));
    expect(files.filter((file) => file.includes('old') || file.includes('lock'))).toEqual([]);
  });

  test('what git ignores does not get in, what is not committed yet does, and so does what is generated', async () => {
    const git = (...words: readonly string[]) => run('git', words, { cwd: root });
    await chart('cache');
    await chart('web', ['cache']);
    await writeFile(join(root, '.gitignore'), '.env\ndist/\ncharts/*/templates/made.yaml\n');
    await git('init', '--quiet');
    await git('add', 'charts/web');
    await write('web/values.schema.json', '{}\n');
    for (const name of ['cache', 'web'])
      for (const file of ['.env', 'dist/secret.yaml', 'files/.env', 'templates/made.yaml'])
        await write(`${name}/${file}`, 'a: b\n');
    await write('web/.generated', '# generated\ntemplates/made.yaml\n');
    await rm(join(charts, 'web/ci/default-values.yaml'));
    const own = ['.helmignore', 'Chart.yaml', 'templates/configmap.yaml', 'values.yaml'];
    const files = filesOf(await readFile(await packChart('web', dist, charts)));
    expect([...files].sort()).toEqual(
      [
        ...[...own, '.generated', 'templates/made.yaml', 'values.schema.json'].map((file) => `web/${file}`),
        ...own.map((file) => `web/charts/cache/${file}`),
      ].sort(),
    );
  });

  test('a chart of others in a folder comes without what git ignores', async () => {
    await write('web/src/mq/Chart.yaml', 'apiVersion: v2\nname: mq\nversion: 1.0.0\n');
    await write('web/src/mq/secret.env', 'a=b\n');
    const manifest = 'apiVersion: v2\nname: web\nversion: 0.1.0\n';
    await write(
      'web/Chart.yaml',
      `${manifest}dependencies: [{ name: mq, version: 1.0.0, repository: file://src/mq }]\n`,
    );
    await write('web/.helmignore', '/src/\n');
    await writeFile(join(root, '.gitignore'), '*.env\n');
    await run('git', ['init', '--quiet'], { cwd: root });
    const files = filesOf(await readFile(await packChart('web', dist, charts)));
    expect([...files].sort()).toEqual(['web/.helmignore', 'web/Chart.yaml', 'web/charts/mq/Chart.yaml']);
  });

  test('outside of a repository, folders of programs and what is built do not get in', async () => {
    await chart('web');
    for (const file of ['.nx/z', 'dist/.env', 'files/node_modules/a.js', 'files/.config', '.hidden'])
      await write(`web/${file}`, 'a');
    const files = filesOf(await readFile(await packChart('web', dist, charts)));
    expect(files.filter((file) => /nx|dist|modules|config|hidden/.test(file)).sort()).toEqual([
      'web/.hidden',
      'web/files/.config',
      'web/templates/configmap.yaml',
    ]);
  });

  test('a repository that git cannot read stops it', async () => {
    await chart('web');
    await run('git', ['init', '--quiet'], { cwd: root });
    await writeFile(join(root, '.git/config'), '[broken\n');
    await expect(packChart('web', dist, charts)).rejects.toThrow('git does not say which files there are');
  });

  test('a chart that is named twice is packed once, and SOURCE_DATE_EPOCH changes nothing', async () => {
    await chart('web');
    const before = await sha256(await packChart('web', dist, charts));
    vi.stubEnv('SOURCE_DATE_EPOCH', '1700000000');
    vi.resetModules();
    const again = await import('./pack.ts');
    const [path = '', ...more] = await again.packAll(join(root, 'again'), charts, ['web', 'web']);
    vi.unstubAllEnvs();
    expect([await sha256(path), more]).toEqual([before, []]);
  });

  test('the licence of the workspace and a generated Chart.lock are in the archive once', async () => {
    await writeFile(join(root, 'LICENSE'), 'May be used.\n');
    await chart('cache');
    await write('cache/LICENSE', 'Its own.\n');
    await chart('api', ['cache']);
    await chart('web', ['api']);
    const lock = 'dependencies: []\ndigest: sha256:00\ngenerated: "1980-01-01T00:00:00Z"\n';
    for (const name of ['api', 'web']) {
      await write(`${name}/.generated`, '# generated\nChart.lock\n');
      await write(`${name}/Chart.lock`, lock);
    }
    const texts = textsOf(await readFile(await packChart('web', dist, charts)));
    const found = [...texts].filter(([path]) => /LICENSE|Chart\.lock/.test(path));
    expect(found).toEqual([
      ['web/Chart.lock', lock],
      ['web/LICENSE', 'May be used.\n'],
    ]);
    const cache = textsOf(await readFile(await packChart('cache', dist, charts)));
    expect(cache.get('cache/LICENSE')).toBe('Its own.\n');
  });

  test('the oldest and the newest Helm make the same bytes', async () => {
    await chart('cache');
    await chart('web', ['cache']);
    const digests: string[] = [];
    for (const helm of [await findHelm3(), await pinnedHelm()]) {
      vi.stubEnv('CHARTWRIGHT_HELM', helm);
      digests.push(await sha256(await packChart('web', dist, charts)));
    }
    vi.unstubAllEnvs();
    expect(digests[1]).toBe(digests[0]);
  });

  test('all charts of a folder come in the order of their names', async () => {
    await chart('b');
    await chart('a', ['b']);
    await mkdir(join(charts, 'no-chart'));
    expect((await packAll(dist, charts)).map((path) => basename(path))).toEqual([
      'a-0.1.0.tgz',
      'b-0.1.0.tgz',
    ]);
    expect(await inOrder(['a', 'b'], charts)).toEqual(['b', 'a']);
    expect(await inOrder(['a'], charts)).toEqual(['a']);
  });
});

describe('refusals', () => {
  test('charts that bundle each other', async () => {
    await chart('a', ['b']);
    await chart('b', ['c']);
    await chart('c', ['b']);
    await expect(packChart('a', dist, charts)).rejects.toThrow('bundle each other: b → c → b');
  });

  test('a version that does not fit, which Helm would leave out silently', async () => {
    await chart('cache');
    await chart('web', ['cache'], '^2.0.0');
    await expect(packChart('web', dist, charts)).rejects.toThrow(
      'bundled charts do not fit: cache ^2.0.0 (wrong version)',
    );
  });

  test('a bundled chart whose files are ignored', async () => {
    await chart('cache');
    await chart('api', ['cache']);
    await chart('web', ['api']);
    await write('web/.helmignore', 'charts/\n');
    await expect(packChart('web', dist, charts)).rejects.toThrow(/web/);
  });

  test('a folder without a chart, a dependency from elsewhere, a broken chart', async () => {
    await expect(packChart('none', dist, charts)).rejects.toThrow('there is no readable Chart.yaml');
    await write(
      'far/Chart.yaml',
      'apiVersion: v2\nname: far\nversion: 0.1.0\ndependencies: [{ name: x, version: 1.0.0, repository: "https://127.0.0.1:9" }]\n',
    );
    await expect(packChart('far', dist, charts)).rejects.toThrow(
      'x 1.0.0 does not come from https://127.0.0.1:9: ',
    );
    await chart('broken');
    await write('broken/values.yaml', 'a: b: c\n');
    await expect(packChart('broken', dist, charts)).rejects.toThrow('"helm package" failed');
  });
});
