import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mistakesIn } from '../errors.ts';
import { generate } from '../generate.ts';
import { chartFiles, createWorkspace, web } from '../testing/workspace.ts';
import { applyChanges, changesOf } from '../workspace/write.ts';

const to = (name: string) => ({
  type: 'postgres',
  chart: 'store',
  description: 'A database.',
  bundled: false,
  env: { [`${name}_HOST`]: 'host' },
});
const first = { nightly: to('NIGHTLY') };
const train = (connections: object, volume = 'runs', kept = 'models') =>
  chartFiles({
    name: 'train',
    connections,
    workloads: {
      main: web({
        kind: 'StatefulSet',
        storage: { name: volume, mountPath: '/runs', size: '1Gi' },
        claims: { [kept]: { mountPath: '/models', size: '1Gi', description: 'Models.' } },
      }),
    },
  });

/** A workspace in which the chart was generated, and the mistakes of generating it again with other files. */
async function generated(chart = train(first)) {
  const { root, write } = createWorkspace({
    ...chartFiles({ name: 'store', provides: { type: 'postgres' }, secretConstants: { password: 'x' } }),
    ...chart,
  });
  const again = async (files: Readonly<Record<string, string>> = {}) => {
    for (const [path, text] of Object.entries(files)) {
      // Definitions are read anew by the time of their change.
      rmSync(join(root, path), { force: true });
      write(path, text);
    }
    applyChanges(root, changesOf(root, await generate(root, { only: ['train'] })));
    return readFileSync(join(root, 'charts/train/Chart.yaml'), 'utf8');
  };
  return { root, write, again, chart: await again() };
}

test('names of data are part of Chart.yaml', async () => {
  expect((await generated()).chart).toContain(
    '  chartwright/data-names: |\n    connections.nightly: store/train\n    workloads.main.storage: runs\n    workloads.main.claims at /models: models\n',
  );
});

test('a second connection to the same provider leaves the name of the first one alone', async () => {
  const { again } = await generated();
  expect(await again(train({ ...first, weekly: to('WEEKLY') }))).toContain(
    '    connections.nightly: store/train\n    connections.weekly: store/train-weekly\n',
  );
});

test('a name that would change is refused, and nothing is written', async () => {
  const { again, chart } = await generated();
  const mistakes = await again(train({ weekly: to('WEEKLY'), ...first }, 'results', 'weights')).then(
    () => [],
    (error: unknown) => mistakesIn(error).map(({ message }) => message),
  );
  expect(mistakes).toEqual([
    expect.stringContaining('connections.nightly: its data was store/train and would be store/train-nightly'),
    expect.stringContaining('workloads.main.storage: its data was runs and would be results'),
    expect.stringContaining('workloads.main.claims at /models: its data was models and would be weights'),
  ]);
  expect(await again(train(first))).toBe(chart);
});

test('a volume of the chart keeps its name where it is mounted', async () => {
  const claim = { size: '1Gi', description: 'Pictures.' };
  const sharing = (name: string) =>
    chartFiles({
      name: 'train',
      claims: { [name]: claim },
      workloads: { main: web({ mounts: { [name]: { path: '/media', writable: true } } }) },
    });
  const { again } = await generated(sharing('media'));
  const renamed = again(sharing('pictures')).then(
    () => [],
    (error: unknown) => mistakesIn(error).map(({ message }) => message),
  );
  expect(await renamed).toEqual([
    expect.stringContaining('workloads.main.mounts at /media: its data was media and would be pictures'),
  ]);
});
