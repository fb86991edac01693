import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { generate } from './generate.ts';
import {
  chartFiles,
  chartText,
  createWorkspace,
  filesBelow,
  schemaText,
  umbrellaFiles,
  web,
} from './testing/workspace.ts';
import { applyChanges, changesOf } from './workspace/write.ts';

const schema = schemaText({
  config: {
    type: 'object',
    description: 'Settings.',
    properties: {
      level: { type: 'string', description: 'How much it logs.', default: 'info', 'x-env': 'LEVEL' },
    },
  },
});
const all = umbrellaFiles({ name: 'all', version: '1.0.0', description: 'Everything in one release.' });
const others = umbrellaFiles({
  name: 'others',
  version: '1.0.0',
  description: 'The same once more, so that there are two.',
});
const workspace = (umbrellas: readonly string[] = ['all', 'others']) => ({
  ...all,
  ...others,
  ...chartFiles(
    { name: 'store', umbrellas, provides: { type: 'http' } },
    { 'files/b.txt': 'b\n', 'files/a/c.txt': 'c\n' },
  ),
  ...chartFiles(
    {
      name: 'api',
      umbrellas,
      connections: {
        store: { type: 'http', chart: 'store', description: 'The store.', env: { STORE: 'url' } },
      },
      workloads: {
        main: web({ features: { ingress: {}, gpu: {} } }),
        worker: web({ description: 'Works.' }),
      },
    },
    {
      'values.schema.json': schema,
      'templates/extra.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ include "api.fullname" . }}-extra\n',
    },
  ),
});

/** Generates and writes, and returns the names of what changed. */
async function regenerate(root: string): Promise<readonly string[]> {
  const changes = changesOf(root, await generate(root));
  applyChanges(root, changes);
  return [...changes.write.map(([path]) => path), ...changes.remove];
}

test('a second run changes nothing', async () => {
  const { root } = createWorkspace(workspace());
  expect((await regenerate(root)).length).toBeGreaterThan(60);
  expect(await regenerate(root)).toEqual([]);
});

test('what is asked for alone is what it is among all', async () => {
  const { root } = createWorkspace(workspace());
  const everything = await generate(root);
  for (const name of ['api', 'all']) {
    const alone = await generate(root, { only: [name] });
    expect([...alone]).toEqual([[name, everything.get(name)]]);
  }
});

test('the same bytes come from another folder, and from inputs in another order', async () => {
  const { root } = createWorkspace(workspace());
  await regenerate(root);
  const reference = filesBelow(join(root, 'charts'));
  expect([...reference.values()].some((text) => text.includes(root))).toBe(false);

  const elsewhere = createWorkspace(Object.fromEntries(Object.entries(workspace()).reverse()));
  await regenerate(elsewhere.root);
  expect(filesBelow(join(elsewhere.root, 'charts'))).toEqual(reference);

  const shuffled = createWorkspace(workspace(['others', 'all']));
  await regenerate(shuffled.root);
  const generated = (files: ReadonlyMap<string, string>) =>
    new Map([...files].filter(([path]) => !path.includes('/src/')));
  expect(generated(filesBelow(join(shuffled.root, 'charts')))).toEqual(generated(reference));
});

test('neither the clock nor the language of the machine is in the text', async () => {
  const { root } = createWorkspace(workspace());
  const before = await generate(root);
  vi.useFakeTimers({ now: new Date('2001-02-03'), toFake: ['Date'] });
  vi.stubEnv('LANG', 'tr_TR.UTF-8');
  vi.stubEnv('TZ', 'Asia/Tokyo');
  try {
    expect(await generate(root)).toEqual(before);
  } finally {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  }
});

test('what people wrote survives, what nobody generates any more goes', async () => {
  const { root, write } = createWorkspace(workspace());
  await regenerate(root);
  const mine = ['ci/full-values.yaml', 'crds/widget.yaml', 'src/notes.md', 'templates/mine.yaml'];
  for (const path of mine) write(`charts/api/${path}`, '# mine\n');
  // As an earlier generator left it.
  const stale = ['templates/old.yaml', 'templates/tests/old/pod.yaml'];
  for (const path of stale) write(`charts/api/${path}`, 'stale\n');
  const list = readFileSync(join(root, 'charts/api/.generated'), 'utf8');
  write('charts/api/.generated', `${list}${stale.join('\n')}\n`);
  expect(await regenerate(root)).toEqual([
    'charts/api/.generated',
    'charts/api/templates/old.yaml',
    'charts/api/templates/tests/old/pod.yaml',
  ]);
  const files = filesBelow(join(root, 'charts/api'));
  for (const path of mine) expect(files.get(path)).toBe('# mine\n');
  expect(readdirSync(join(root, 'charts/api/templates/tests'))).toEqual(['test-pod.yaml']);
});

test('a workload that goes takes its files along', async () => {
  const { root, write } = createWorkspace(workspace());
  await regenerate(root);
  write(
    'charts/api/src/chart.ts',
    chartText({
      name: 'api',
      umbrellas: ['all', 'others'],
      connections: {
        store: { type: 'http', chart: 'store', description: 'The store.', env: { STORE: 'url' } },
      },
    }),
  );
  const changed = await regenerate(root);
  expect(changed).toEqual(
    expect.arrayContaining([
      'charts/api/templates/ingress.yaml',
      'charts/api/templates/worker-deployment.yaml',
    ]),
  );
  expect(
    [...filesBelow(join(root, 'charts/api/templates')).keys()].filter((path) => path.includes('worker')),
  ).toEqual([]);
  expect(await regenerate(root)).toEqual([]);
});

test('generation that fails leaves every byte as it was', async () => {
  const { root, write } = createWorkspace(workspace());
  await regenerate(root);
  write('charts/api/src/templates/extra.yaml', '# {{ .Values.nothing }}\n');
  write(
    'charts/store/src/chart.ts',
    chartText({
      name: 'store',
      umbrellas: ['all', 'others'],
      provides: { type: 'http' },
      appVersion: '9.9.9',
    }),
  );
  const before = filesBelow(root);
  await expect(regenerate(root)).rejects.toThrow('`.Values.nothing` is not in the values schema');
  expect(filesBelow(root)).toEqual(before);
});

test('a chart that goes leaves no trace in the others', async () => {
  const { root } = createWorkspace({ ...workspace(), ...chartFiles({ name: 'extra', umbrellas: ['all'] }) });
  const reference = createWorkspace(workspace());
  await regenerate(reference.root);
  await regenerate(root);
  rmSync(join(root, 'charts/extra'), { recursive: true });
  await regenerate(root);
  expect(filesBelow(join(root, 'charts'))).toEqual(filesBelow(join(reference.root, 'charts')));
});

test('adding a second workload moves nothing of the first', async () => {
  const single = createWorkspace(chartFiles({ name: 'shop', workloads: { main: web() } }));
  const double = createWorkspace(
    chartFiles({ name: 'shop', workloads: { main: web(), worker: web({ description: 'Works.' }) } }),
  );
  const first = (await generate(single.root)).get('shop');
  const second = (await generate(double.root)).get('shop');
  const same = [
    'templates/service.yaml',
    'templates/networkpolicy.yaml',
    'templates/pdb.yaml',
    'templates/deployment.yaml',
  ];
  for (const path of same) expect(second?.get(path), path).toBe(first?.get(path));
});

test('the charts of this repository come out the same from a copy of it', async () => {
  const repository = join(import.meta.dirname, '../..');
  const { root } = createWorkspace();
  cpSync(join(repository, 'charts'), join(root, 'charts'), { recursive: true });
  cpSync(join(repository, 'chartwright.yaml'), join(root, 'chartwright.yaml'));
  expect(await generate(root)).toEqual(await generate(repository));
});
