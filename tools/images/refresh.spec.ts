import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generate } from '../../generators/src/generate.ts';
import { run } from '../../generators/src/programs/run.ts';
import { createWorkspace } from '../../generators/src/testing/workspace.ts';
import { applyChanges } from '../../generators/src/workspace/write.ts';
import { PUBLISHER, type RegistryServer, registryServer } from '../scripts/registry-server.ts';
import { ensureGoTool } from '../toolchain/go.ts';
import { type RefreshOptions, refreshed } from './refresh.ts';
import { withRegistries } from './registries.ts';

const digestOf = (pair: string) => `sha256:${pair.repeat(32)}`;
const OLD = digestOf('ab');
const BOTH = ['linux/amd64', 'linux/arm64'];

let server: RegistryServer;
let folder: string;
let oras: string;

beforeAll(async () => {
  [server, folder, oras] = await Promise.all([
    registryServer(),
    mkdtemp(join(tmpdir(), 'refresh-')),
    ensureGoTool('oras'),
  ]);
  process.env.HELM_REGISTRY_CONFIG = join(folder, 'none.json');
  process.env.DOCKER_CONFIG = folder;
  const auth = Buffer.from(`${PUBLISHER.user}:${PUBLISHER.password}`).toString('base64');
  await writeFile(join(folder, 'config.json'), JSON.stringify({ auths: { [server.host]: { auth } } }));
});
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function called(...words: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run(oras, [...words, '--ca-file', server.caFile], { cwd: folder });
  if (code !== 0) throw new Error(`oras ${words.join(' ')}: ${stderr}`);
  return stdout;
}

/** Pushes an image that nobody else has, of some platforms and under some tags, and returns its digest. */
async function image(
  repository: string,
  tags: readonly string[],
  platforms: readonly string[] = BOTH,
): Promise<string> {
  const address = `${server.host}/${repository}`;
  const pushed: string[] = [];
  for (const platform of platforms) {
    await writeFile(join(folder, 'layer'), `${repository} ${tags} ${platform} ${process.hrtime.bigint()}`);
    const words = ['push', '--format', 'json', '--artifact-platform', platform, address, 'layer'];
    pushed.push(JSON.parse(await called(...words)).digest);
  }
  await called('manifest', 'index', 'create', `${address}:${tags.join(',')}`, ...pushed);
  return (await called('resolve', `${address}:${tags[0]}`)).trim();
}

/** A definition with a workload main, as a person writes it; other parts stand above it. */
function definition(name: string, main: string, { appVersion = '1.2.3', above = '' } = {}): string {
  return `import { defineChart, eq, has, value } from '@chartwright/nx/define';

${above}/** What ${name} is – and why. */
export default defineChart({
  name: '${name}',
  version: '0.1.0',
  appVersion: '${appVersion}', // that of the image
  description: 'An application for tests.',
  workloads: {
    main: {
      kind: 'Deployment',
      image: ${main},
      ports: { http: 8080 },
    },
  },
});
`;
}

/** A workspace of these definitions, what refreshing it says, and its definitions afterwards. */
async function refreshing(
  definitions: Readonly<Record<string, string>>,
  options: Partial<RefreshOptions> = {},
) {
  const paths = Object.fromEntries(
    Object.entries(definitions).map(([name, text]) => [`charts/${name}/src/chart.ts`, text]),
  );
  const { root } = createWorkspace(paths);
  const { lines, changes, failures } = await withRegistries(server.caFile, (registries) =>
    refreshed(root, registries, { charts: [], digests: false, major: false, ...options }),
  );
  applyChanges(root, changes);
  // What was written is a workspace that can be generated.
  await generate(root);
  const texts: Record<string, string> = {};
  for (const [path] of changes.write)
    texts[path.split('/')[1] ?? ''] = await readFile(join(root, path), 'utf8');
  return { lines, texts, failures: failures.map(({ message }) => message) };
}

test('a digest that nobody knew is filled in, one that moved follows its tag, and comments stay', async () => {
  const digest = await image('acme/web', ['1.2.3']);
  const reference = `${server.host}/acme/web:1.2.3`;
  const written = (pin: string) =>
    definition(
      'web',
      `{
        // From the people who build it.
        registry: '${server.host}',
        repository: 'acme/web', // ours
        ${pin}
      }`,
    );
  expect(await refreshing({ web: written("unpinned: 'nobody could look it up',") })).toEqual({
    lines: [`pins  ${reference} is ${digest}`],
    texts: { web: written(`digest: '${digest}',`) },
    failures: [],
  });
  expect((await refreshing({ web: written('') })).texts).toEqual({
    web: written('').replace('// ours\n', `// ours\n        digest: '${digest}',\n`),
  });
  expect(await refreshing({ web: written(`digest: '${OLD}',`) })).toEqual({
    lines: [`moved ${reference} leads to ${digest} now, and no more to ${OLD}`],
    texts: { web: written(`digest: '${digest}',`) },
    failures: [],
  });
  expect(await refreshing({ web: written(`digest: "${digest}", // as it is`) })).toEqual({
    lines: [],
    texts: {},
    failures: [],
  });
});

test('a newer minor version of the same form is taken with its digest, and the appVersion follows', async () => {
  await image('acme/api', ['v1.2.3-alpine']);
  const digest = await image('acme/api', ['v1.10.0-alpine']);
  await image('acme/api', ['v1.11.0', '1.11.0-alpine', 'v1.11.0-rc.1-alpine', 'v1.11-alpine', 'latest']);
  await image('acme/api', ['v2.0.0-alpine', 'v3.1.0-alpine']);
  const written = (tag: string, pin: string) =>
    `{ registry: '${server.host}', repository: 'acme/api', tag: '${tag}', digest: '${pin}' }`;
  const before = { api: definition('api', written('v1.2.3-alpine', OLD)) };
  const reference = `${server.host}/acme/api:v1.2.3-alpine`;
  expect(await refreshing(before)).toEqual({
    lines: [
      `newer ${reference} becomes v1.10.0-alpine, ${digest}`,
      `note  ${reference}: v3.1.0-alpine is of another major version, which --major takes`,
    ],
    texts: { api: definition('api', written('v1.10.0-alpine', digest), { appVersion: '1.10.0' }) },
    failures: [],
  });
  const major = await refreshing(before, { major: true });
  expect(major.lines[0]).toContain('becomes v3.1.0-alpine, sha256:');
  expect(major.texts.api).toContain("appVersion: '3.1.0', // that of the image");
  const digests = await refreshing(before, { digests: true });
  expect(digests.lines).toEqual([expect.stringContaining(`moved ${reference} leads to sha256:`)]);
  expect(digests.texts.api).toContain("tag: 'v1.2.3-alpine'");
});

test('what several definitions name is changed alike, and an image with no tag follows the appVersion', async () => {
  await image('acme/shared', ['1.2.3']);
  const digest = await image('acme/shared', ['1.3.0']);
  const named = (more: string, pin = OLD) =>
    `{ registry: '${server.host}', repository: 'acme/shared'${more}, digest: '${pin}' }`;
  const written = (name: string, tag: string, pin: string) => ({
    left: definition('left', named('', pin), { appVersion: name }),
    right: definition('right', 'image', {
      appVersion: '7',
      above: `const image = ${named(`, tag: '${tag}'`, pin)};\n\n`,
    }),
  });
  const { lines, texts } = await refreshing(written('1.2.3', '1.2.3', OLD), { charts: ['right'] });
  expect(lines).toEqual([`newer ${server.host}/acme/shared:1.2.3 becomes 1.3.0, ${digest}`]);
  expect(texts).toEqual(written('1.3.0', '1.3.0', digest));

  // A second image of the appVersion that has no such tag holds both where they are.
  await image('acme/other', ['1.2.3']);
  const beside = definition('left', named(''), { appVersion: '1.2.3' }).replace(
    'ports: { http: 8080 },\n    },',
    `ports: { http: 8080 },
    },
    other: {
      kind: 'Deployment',
      description: 'Another one.',
      image: { registry: '${server.host}', repository: 'acme/other' },
      ports: { http: 8080 },
    },`,
  );
  const held = await refreshing({ left: beside });
  expect(held.lines).toEqual([
    expect.stringMatching(`^pins  ${server.host}/acme/other:1.2.3 is sha256:`),
    `note  ${server.host}/acme/shared:1.2.3: the appVersion of left cannot be that of 1.3.0 for all that it names: change them by hand`,
  ]);
});

test('variants go on by themselves, but not past what they are there for', async () => {
  await image('acme/db', ['18.6', '17.11', '16.1', '16.1-big']);
  const later = await image('acme/db', ['18.7', '17.12', '16.2', '16.2-big', '19.1']);
  const variant = (when: string, tag: string, pin: string) =>
    `{ when: ${when}, tag: '${tag}', digest: '${pin}' }`;
  const written = (line: string, big: string, pin: string, [first, second, third] = [pin, pin, pin]) => `{
        registry: '${server.host}',
        repository: 'acme/db',
        digest: '${pin}',
        variants: [
          ${variant("eq(value('fullnameOverride'), 'line')", line, first)},
          ${variant("has(value('image.tag'), '16.1')", '16.1', second)},
          ${variant("eq(value('fullnameOverride'), 'big')", big, third)},
        ],
      }`;
  const old = written('17.11', '16.1-big', OLD, [digestOf('cd'), digestOf('ef'), digestOf('01')]);
  const before = { db: definition('db', old, { appVersion: '18.6' }) };
  const { texts, failures } = await refreshing(before, { major: true });
  expect(failures).toEqual([]);
  const now = await called('resolve', `${server.host}/acme/db:16.1`);
  const after = written('17.12', '16.2-big', later, [later, now.trim(), later]);
  expect(texts.db).toBe(definition('db', after, { appVersion: '19.1' }));
});

test('a newer image that lacks a platform of the present one is not taken', async () => {
  const digest = await image('acme/half', ['1.0.0']);
  await image('acme/half', ['1.1.0'], ['linux/amd64']);
  const written = `{ registry: '${server.host}', repository: 'acme/half', digest: '${digest}' }`;
  expect(await refreshing({ half: definition('half', written, { appVersion: '1.0.0' }) })).toEqual({
    lines: [
      `note  ${server.host}/acme/half:1.0.0: 1.1.0 is not there for linux/arm64, as the present one is`,
    ],
    texts: {},
    failures: [],
  });
});

test('what cannot be told is named at the end and stops nothing', async () => {
  const digest = await image('acme/good', ['1.2.3']);
  const other = (registry: string, repository: string) =>
    definition(repository, `{ registry: '${registry}', repository: 'acme/${repository}', tag: '9.9.9' }`);
  const before = {
    away: other('127.0.0.1:1', 'away'),
    gone: other(server.host, 'gone'),
    good: definition('good', `{ registry: '${server.host}', repository: 'acme/good' }`),
    mine: definition('mine', "{ own: 'an image that nobody else has' }"),
  };
  await image('acme/gone', ['9.9.8']);
  const { lines, texts, failures } = await refreshing(before);
  expect(lines).toEqual([`pins  ${server.host}/acme/good:1.2.3 is ${digest}`]);
  expect(Object.keys(texts)).toEqual(['good']);
  expect(failures).toEqual([
    expect.stringMatching('^127.0.0.1:1/acme/away: the registry does not tell: .*connection refused'),
    `${server.host}/acme/gone:9.9.9: the registry has no such tag, and none that could take its place. See which tags there are, and write one into the definition.`,
  ]);
});

test.each([
  [['refresh', '--json'], 2, '--json does not belong to refresh'],
  [['--major'], 2, '--major does not belong to the list'],
  [['refresh', 'nothing'], 2, 'there is no chart nothing'],
  [['refresh', '--ca-file', '/nope.pem'], 2, 'cannot read /nope.pem'],
  [['mirror', '--to', 'reg; rm -rf ~'], 2, '"reg; rm -rf ~" is no registry: name one by --to'],
  [['ai-platform', 'redis', '--preset', 'rpi5'], 2, 'there is no preset rpi5 of redis.'],
  [['--preset', 'none'], 2, 'there is no preset none of ai-platform, '],
])('%s is refused', async (words, code, message) => {
  const program = join(import.meta.dirname, 'main.ts');
  const result = await run(process.execPath, [program, ...words]);
  expect(result).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(message) });
});

test('the command writes what it found, ends with 1 where something could not be told, and a dry run writes nothing', async () => {
  await image('acme/command', ['1.2.3']);
  const digest = await image('acme/command', ['1.2.4']);
  const named = `{ registry: '${server.host}', repository: 'acme/command', digest: '${OLD}' }`;
  const path = 'charts/web/src/chart.ts';
  const { root, write } = createWorkspace({
    [path]: definition('web', named),
    'charts/web/Chart.yaml': 'name: web\n',
    'chartwright.yaml': '',
  });
  const program = join(import.meta.dirname, 'main.ts');
  const typed = (...words: readonly string[]) =>
    run(process.execPath, [program, 'refresh', '--ca-file', server.caFile, ...words], { cwd: root });
  const lines = `newer ${server.host}/acme/command:1.2.3 becomes 1.2.4, ${digest}\n${path}\n`;
  expect(await typed('--dry-run')).toMatchObject({ code: 0, stdout: lines });
  expect(await readFile(join(root, path), 'utf8')).toBe(definition('web', named));
  expect(await typed('web')).toMatchObject({ code: 0, stdout: `${lines}# then run npx nx sync\n` });
  const after = definition('web', named.replace(OLD, digest), { appVersion: '1.2.4' });
  expect(await readFile(join(root, path), 'utf8')).toBe(after);

  write(path, after.replace(server.host, '127.0.0.1:1'));
  expect(await typed()).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining('127.0.0.1:1/acme/command: the registry does not tell'),
  });
});
