import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { generate } from '../generate.ts';
import { inside, named, podOf, type RenderedObject, rendering } from '../testing/rendered.ts';
import { chartFiles, createWorkspace, IMAGE, mistakesOf, web } from '../testing/workspace.ts';
import { applyChanges, changesOf } from '../workspace/write.ts';

const copier = { registry: 'docker.io', repository: 'example/copier', tag: '2' };
const job = { kind: 'CronJob', description: 'Does something.', script: 'copy.sh' };

/** A store whose backups are made with its own image and taken away with another one. */
const files = chartFiles(
  {
    name: 'store',
    workloads: {
      main: web(),
      backup: {
        ...job,
        image: copier,
        env: { TARGET: 'away' },
        init: { dump: { description: 'Dumps.', image: 'main', script: 'dump.sh' } },
      },
      restore: { ...job, image: 'backup' },
    },
  },
  {
    'copy.sh': 'copy\n',
    'dump.sh': 'dump\n',
  },
);

let objects: readonly RenderedObject[] = [];

beforeAll(async () => {
  const { root } = createWorkspace(files);
  applyChanges(root, changesOf(root, await generate(root)));
  const result = await rendering(join(root, 'charts/store'));
  expect(result.code, result.stderr).toBe(0);
  objects = result.objects;
});

test('a container before a Job has the image of another workload, and what the Job has', () => {
  const pod = podOf(named(objects, 'CronJob', 'r-store-backup'));
  expect(inside(pod, 'initContainers', 0)).toMatchObject({
    name: 'dump',
    image: `docker.io/${IMAGE.repository}:4.5.6`,
    env: [{ name: 'TARGET', value: 'away' }],
  });
  expect(inside(pod, 'containers', 0)).toMatchObject({ image: 'docker.io/example/copier:2' });
});

test('a workload shares the image of any other', () => {
  const pod = podOf(named(objects, 'CronJob', 'r-store-restore'));
  expect(inside(pod, 'containers', 0)).toMatchObject({ image: 'docker.io/example/copier:2' });
});

test('an image that is nowhere is a mistake', async () => {
  const workloads = {
    main: web(),
    copy: {
      ...job,
      script: undefined,
      command: ['true'],
      image: 'mian',
      init: { a: { description: 'A.', image: 'copy' } },
    },
  };
  expect(await mistakesOf(chartFiles({ name: 'shop', workloads }))).toEqual([
    'charts/shop/src/chart.ts: workloads.copy.image: no workload named mian has an image of its own. Did you mean main?',
    'charts/shop/src/chart.ts: workloads.copy.init.a.image: no workload named copy has an image of its own. Write the image out, or name one of toolbox, main.',
  ]);
});
