import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { generate } from '../generate.ts';
import { value } from '../go/index.ts';
import { inside, named, podOf, type RenderedObject, rendering } from '../testing/rendered.ts';
import { chartFiles, createWorkspace, IMAGE, mistakesOf, schemaText, web } from '../testing/workspace.ts';
import { applyChanges, changesOf } from '../workspace/write.ts';

const copier = { registry: 'docker.io', repository: 'example/copier', tag: '2' };
const job = { kind: 'CronJob', description: 'Does something.', script: 'copy.sh' };

/** A store whose backups are made with its own image and taken away with another one. */
const files = chartFiles(
  {
    name: 'store',
    secretConstants: { username: 'root' },
    workloads: {
      main: web({
        writable: {
          run: '/run',
          shm: { path: '/dev/shm', memory: true },
          spool: { path: '/spool', size: '{{ .Values.target.port }}Mi' },
        },
      }),
      backup: {
        ...job,
        image: copier,
        env: { TARGET: 'away' },
        init: { dump: { description: 'Dumps.', image: 'main', script: 'dump.sh' } },
        egress: {
          target: {
            port: { value: 'target.port' },
            cidrs: 'target.cidrs',
            when: value('target.cidrs'),
            description: 'the target',
          },
        },
      },
      restore: { ...job, image: 'backup' },
    },
  },
  {
    'copy.sh': 'copy\n',
    'dump.sh': 'dump\n',
    'values.schema.json': schemaText({
      password: {
        type: 'string',
        description: 'A password.',
        default: '',
        'x-env': 'PASSWORD',
        'x-secret': 'password',
      },
      target: {
        type: 'object',
        description: 'Where backups go.',
        properties: {
          port: { type: 'integer', description: 'Its port.', default: 22 },
          cidrs: {
            type: 'array',
            description: 'Its networks.',
            default: ['10.1.0.0/16'],
            items: { type: 'string', description: 'One.' },
          },
        },
      },
    }),
  },
);

let chart = '';
let objects: readonly RenderedObject[] = [];

beforeAll(async () => {
  const { root } = createWorkspace(files);
  applyChanges(root, changesOf(root, await generate(root)));
  chart = join(root, 'charts/store');
  objects = await rendered();
});

async function rendered(...values: readonly string[]): Promise<readonly RenderedObject[]> {
  const result = await rendering(chart, ['--set', 'password=p', ...values]);
  expect(result.code, result.stderr).toBe(0);
  return result.objects;
}

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

test('the port and the networks of the outside world are values', async () => {
  const others = await rendered(
    '--set',
    'target.port=2222',
    '--set',
    'target.cidrs={10.2.0.0/16,10.3.0.0/16}',
  );
  const rule = (all: readonly RenderedObject[]) =>
    inside(named(all, 'NetworkPolicy', 'r-store-backup'), 'spec', 'egress', 1);
  expect(rule(objects)).toEqual({
    to: [{ ipBlock: { cidr: '10.1.0.0/16' } }],
    ports: [{ port: 22, protocol: 'TCP' }],
  });
  expect(rule(others)).toEqual({
    to: [{ ipBlock: { cidr: '10.2.0.0/16' } }, { ipBlock: { cidr: '10.3.0.0/16' } }],
    ports: [{ port: 2222, protocol: 'TCP' }],
  });
});

test('a scratch folder is in memory, or may hold no more than a value, where that is said', () => {
  expect(inside(podOf(named(objects, 'Deployment', 'r-store')), 'volumes')).toEqual([
    { name: 'tmp', emptyDir: {} },
    { name: 'run', emptyDir: {} },
    { name: 'shm', emptyDir: { medium: 'Memory' } },
    { name: 'spool', emptyDir: { sizeLimit: '22Mi' } },
  ]);
});

test('what is not confidential stands beside it in the Secret, whoever fills that', async () => {
  const encoded = (text: string) => Buffer.from(text).toString('base64');
  expect(inside(named(objects, 'Secret', 'r-store'), 'data')).toEqual({
    username: encoded('root'),
    password: encoded('p'),
  });
  const external = ['enabled=true', 'storeName=vault', 'remoteKey=store'];
  const filled = await rendered(...external.flatMap((value) => ['--set', `secrets.externalSecret.${value}`]));
  expect(inside(named(filled, 'ExternalSecret', 'r-store'), 'spec', 'target')).toMatchObject({
    creationPolicy: 'Orphan',
    template: {
      metadata: { labels: { 'app.kubernetes.io/instance': 'r' } },
      mergePolicy: 'Merge',
      data: { username: 'root' },
    },
  });
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
