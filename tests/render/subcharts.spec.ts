import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { load, renderAll } from '../../generators/src/generate.ts';
import { filesOf } from '../../generators/src/package/archive.ts';
import { packChart } from '../../generators/src/package/pack.ts';
import { cacheFolder } from '../../generators/src/programs/cache.ts';
import { findHelm3, pinnedHelm } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import { chartFiles, createWorkspace, mistakesOf } from '../../generators/src/testing/workspace.ts';
import { applyChanges, changesOf } from '../../generators/src/workspace/write.ts';
import { KUBE_VERSION } from '../../tools/kubernetes/version.ts';
import { chartRegistry, sha256 } from '../chart-registry.ts';

/** A chart of others, as small as one is; what it prints is of this run, so that no cache has it. */
const THERE: Readonly<Record<string, string>> = {
  'Chart.yaml': 'apiVersion: v2\nname: nats\nversion: 1.2.3\n',
  'values.yaml': `subjects: [a]\nrun: ${Date.now()}\n`,
  'templates/configmap.yaml':
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: {{ .Release.Name }}-nats }\ndata: { said: {{ .Values | toJson | quote }} }\n',
};

const scratch = mkdtempSync(join(tmpdir(), 'foreign-'));
let server: Server;
let archive = '';
let digest = '';
const repository = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/charts`;

beforeAll(async () => {
  put(join(scratch, 'nats'), THERE);
  await helm('package', join(scratch, 'nats'), '--destination', join(scratch, 'served'));
  archive = join(scratch, 'served/nats-1.2.3.tgz');
  digest = sha256(readFileSync(archive));
  await helm('repo', 'index', join(scratch, 'served'));
  server = createServer(({ url = '' }, response) => {
    const file = url.split('/').at(-1) ?? '';
    if (file !== 'index.yaml' && file !== 'nats-1.2.3.tgz') response.writeHead(404).end();
    else response.end(readFileSync(join(scratch, 'served', file)));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
});
afterAll(() => {
  server.close();
  forget();
  rmSync(scratch, { recursive: true });
});

describe('a chart of others', () => {
  test('from a folder is in the archive, off until its switch is on, and takes its values', async () => {
    const said = { repository: 'file://src/nats', values: { subjects: ['b'], deep: { a: 1 } } };
    const packed = await packedWith(said, folderIn('src/nats'));
    expect(filesOf(readFileSync(packed))).toContain('web/charts/nats/templates/configmap.yaml');
    for (const find of [pinnedHelm, findHelm3]) {
      expect(await configMaps(await find(), packed)).toEqual([]);
      const [text = ''] = await configMaps(
        await find(),
        packed,
        '--set=mq.enabled=true,mq.deep.b=2,mq.free=x',
      );
      expect(JSON.parse(text)).toMatchObject({
        subjects: ['b'],
        deep: { a: 1, b: 2 },
        free: 'x',
        enabled: true,
      });
    }
  });

  test('from a repository is fetched once, under its digest', async () => {
    const from = repository();
    await expect(packedWith({ repository: from })).rejects.toThrow(`Write digest: '${digest}'.`);
    const other = `sha256:${'0'.repeat(64)}`;
    await expect(packedWith({ repository: from, digest: other })).rejects.toThrow(
      `has another nats 1.2.3 now, with the digest ${digest}`,
    );
    const first = readFileSync(await packedWith({ repository: from, digest }));
    expect(filesOf(first)).toContain('web/charts/nats/Chart.yaml');
    const gone = { repository: 'http://127.0.0.1:9/charts', digest };
    expect(filesOf(readFileSync(await packedWith(gone)))).toEqual(filesOf(first));
  });

  test('from an OCI registry is the same archive', { timeout: 60_000 }, async () => {
    forget();
    const registry = await chartRegistry(archive);
    writeFileSync(join(scratch, 'ca.crt'), registry.ca);
    vi.stubEnv('SSL_CERT_FILE', join(scratch, 'ca.crt'));
    try {
      const packed = await packedWith({ repository: registry.address, digest });
      expect(filesOf(readFileSync(packed))).toContain('web/charts/nats/Chart.yaml');
    } finally {
      vi.unstubAllEnvs();
      registry.close();
    }
  });

  test('that is nowhere is told with what to do', async () => {
    const gone = {
      repository: 'oci://127.0.0.1:9/charts',
      version: '9.9.9',
      digest: `sha256:${'1'.repeat(64)}`,
    };
    await expect(packedWith(gone)).rejects.toThrow(
      /the chart nats 9[.]9[.]9 does not come from oci:.*refused.*Without a network, unpack the chart into src.nats and write repository: file:..src.nats/s,
    );
    await expect(packedWith({ repository: 'file://src/none' })).rejects.toThrow('Repair that folder');
  });

  test('stands in Chart.yaml, its lock, the schema and the README', async () => {
    const { root, files } = await workspaceWith({ repository: 'file://src/nats' }, folderIn('src/nats'));
    expect(files('Chart.yaml')).toContain('condition: mq.enabled\n    alias: mq\n');
    expect(JSON.parse(files('values.schema.json')).properties.mq).toMatchObject({
      additionalProperties: true,
    });
    expect(files('README.md')).toContain('| `mq` | nats 1.2.3 of file://src/nats | The broker. |');
    const lock = files('Chart.lock');
    await helm('dependency', 'build', join(root, 'charts/web'));
    expect(files('Chart.lock')).toBe(lock);
  });

  test('is refused in an umbrella, under a taken key, without an exact version', async () => {
    const said = (more: object, key = 'mq') => ({
      subcharts: { [key]: { ...SAID, repository: 'file://src/nats', ...more } },
    });
    const mistakes = async (given: object) => {
      const all = { 'charts/all/src/chart.ts': UMBRELLA, ...chartFiles({ name: 'web', ...given }) };
      return (await mistakesOf(all)).map((one) => one.replace('charts/web/src/chart.ts: ', ''));
    };
    expect(await mistakes({ ...said({}), umbrellas: ['all'] })).toEqual([
      'subcharts: a member of an umbrella brings no charts of others, and this one is of all. Leave the umbrella, or install that chart as a release of its own and connect to it.',
    ]);
    expect(await mistakes(said({}, 'service'))).toEqual([
      expect.stringContaining(
        'the values of the bundled chart service would stand among those of this chart',
      ),
    ]);
    expect(await mistakes(said({ version: '^1.0' }))).toEqual([
      expect.stringContaining('subcharts.mq.version'),
    ]);
  });
});

const UMBRELLA = `import { defineUmbrella } from '@chartwright/nx/define';\n\nexport default defineUmbrella({ name: 'all', version: '1.0.0', description: 'Everything at once.' });\n`;
const SAID = { name: 'nats', version: '1.2.3', description: 'The broker.' };

/** Takes the archive out of the cache. */
function forget(): void {
  rmSync(join(cacheFolder(), 'subcharts', digest.replace('sha256:', '')), { recursive: true, force: true });
}

function folderIn(place: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(THERE).map(([path, text]) => [`charts/web/${place}/${path}`, text]),
  );
}

async function workspaceWith(said: object, files: Readonly<Record<string, string>> = {}) {
  const chart = chartFiles({ name: 'web', subcharts: { mq: { ...SAID, ...said } } });
  const { root } = createWorkspace({ ...chart, ...files });
  applyChanges(root, changesOf(root, renderAll(await load(root))));
  return { root, files: (path: string) => readFileSync(join(root, 'charts/web', path), 'utf8') };
}

async function packedWith(said: object, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const { root } = await workspaceWith(said, files);
  return packChart('web', join(root, 'dist'), join(root, 'charts'));
}

/** What the ConfigMaps of the subchart say. */
async function configMaps(
  program: string,
  chart: string,
  ...args: readonly string[]
): Promise<readonly string[]> {
  const { stdout, stderr, code } = await run(program, [
    'template',
    'r',
    chart,
    '--kube-version',
    KUBE_VERSION,
    ...args,
  ]);
  expect(code, stderr).toBe(0);
  return [...stdout.matchAll(/^data: \{ said: (.*) \}$/gm)].map(([, said = '']) => JSON.parse(said));
}

async function helm(...args: readonly string[]): Promise<void> {
  const { code, stderr } = await run(await pinnedHelm(), args);
  expect(code, stderr).toBe(0);
}

function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
