import { expect, test } from 'vitest';
import { all, eq, gt, has, include, inWords, ne, not, value } from '../go/index.ts';
import { chartOf } from '../testing/feature.ts';
import { chartFiles, schemaText, web } from '../testing/workspace.ts';

const mode = eq(value('mode'), 'queue');
const outside = { optional: true, bundled: false };
const side = { image: 'main', description: 'Works.', connections: [] };
const { given, refused, rendered } = chartOf({
  sources: {
    'values.schema.json': schemaText({
      mode: { enum: ['alone', 'queue'], description: 'Mode.', default: 'alone' },
      show: {
        type: 'object',
        description: 'The page.',
        properties: {
          enabled: { type: 'boolean', description: 'Whether it is there.', default: false },
          title: { type: 'string', description: 'Title.', default: '', 'x-env': 'TITLE' },
          size: {
            type: 'integer',
            description: 'Size of the title.',
            default: 12,
            'x-env': 'SIZE',
            'x-when': { title: [true], mode: ['queue'] },
          },
        },
      },
    }),
  },
  workloads: {
    worker: web({ ...side, when: mode }),
    show: web({ ...side, when: all(mode, value('show.enabled')) }),
  },
  chart: {
    connections: {
      hub: { ...outside, type: 'http', chart: 'hub', description: 'The hub.', env: { HUB: 'url' } },
      queue: {
        ...outside,
        type: 'redis',
        chart: 'store',
        description: 'The queue.',
        when: mode,
        env: { QUEUE: 'url' },
      },
    },
  },
  others: {
    ...chartFiles({ name: 'hub', provides: { type: 'http' } }),
    ...chartFiles({ name: 'store', provides: { type: 'redis' }, secretConstants: { password: 'x' } }),
  },
});

test('values of a workload that the mode lacks are refused, whatever they are', async () => {
  expect(await refused('worker: { replicaCount: 3 }')).toMatchInlineSnapshot(
    `"worker has no effect without mode=queue: change that, or leave it out."`,
  );
  expect(await given('worker: { replicaCount: 3 }', 'mode: queue')).toMatchInlineSnapshot(
    `Deployment/r-web-worker: { spec.replicas: 3 }`,
  );
});

test('the switch of a workload that the mode lacks is refused, what stands beside it may wait for it', async () => {
  expect(await refused('show: { enabled: true }')).toMatchInlineSnapshot(
    `"show.enabled has no effect without mode=queue: change that, or leave it out."`,
  );
  expect(await given('show: { replicaCount: 3 }')).toMatchInlineSnapshot(`nothing`);
});

test('shipped values that somebody writes again are none', async () => {
  expect(await given('worker: { replicaCount: 1, podLabels: {} }')).toMatchInlineSnapshot(`nothing`);
});

test('a connection without its host has nothing that describes a service outside', async () => {
  expect(await refused('connections: { hub: { port: 1, scheme: https } }')).toMatchInlineSnapshot(`
    "connections.hub.port has no effect without connections.hub.host: change that, or leave it out.
    connections.hub.scheme has no effect without connections.hub.host: change that, or leave it out."
  `);
  expect(
    await refused('connections: { hub: { waitSeconds: 1, cidrs: [10.0.0.0/8] } }'),
  ).toMatchInlineSnapshot(`
    "connections.hub.cidrs has no effect while the connection hub leads nowhere: change that, or leave it out.
    connections.hub.waitSeconds has no effect while the connection hub leads nowhere: change that, or leave it out."
  `);
  await rendered('connections: { hub: { host: hub, waitSeconds: 1, cidrs: [10.0.0.0/8] } }');
});

test('a value that counts beside others is refused without one of them, which stand in the nearest block', async () => {
  expect(await refused('show: { title: Hi, size: 14 }')).toMatchInlineSnapshot(
    `"show.size has no effect without show.title set and mode=queue: change that, or leave it out."`,
  );
  await rendered('mode: queue\nshow: { title: Hi, size: 14 }');
});

test('values that only objects of main take are refused where a mode leaves it out', async () => {
  const operated = chartOf({
    sources: {
      'values.schema.json': schemaText({
        mode: { enum: ['here', 'elsewhere'], description: 'Mode.', default: 'here' },
      }),
    },
    main: { when: eq(value('mode'), 'here') },
    workloads: { prepare: { ...side, kind: 'Job', command: ['true'] } },
  });
  expect(
    await operated.refused('mode: elsewhere\nreplicaCount: 3\nlivenessProbe: { periodSeconds: 7 }'),
  ).toMatchInlineSnapshot(`
    "livenessProbe has no effect without mode=here: change that, or leave it out.
    replicaCount has no effect without mode=here: change that, or leave it out."
  `);
  await operated.rendered('mode: elsewhere\nimage: { pullPolicy: Always }');
});

test('a service of another mode is refused', async () => {
  expect(await refused('connections: { queue: { host: q } }')).toMatchInlineSnapshot(
    `"connections.queue.host has no effect without mode=queue: change that, or leave it out."`,
  );
});

test.each([
  [true, ''],
  [value('a.b'), 'a.b set'],
  [not(value('a.b')), 'a.b unset'],
  [not(include('x')), ''],
  [all(include('x'), eq(value('mode'), 'a'), gt(value('n'), 0)), 'mode=a and n>0'],
  [has(value('mode'), 'a', 'b'), 'mode=a|b'],
  [ne(value('mode'), 'a'), 'mode other than a'],
  [{ any: [mode, value('b')] }, 'mode=queue or b set'],
  [{ any: [mode, include('x')] }, ''],
])('%j in words is "%s"', (condition, text) => {
  expect(inWords(condition)).toBe(text);
});
