import { expect, test } from 'vitest';
import { all, eq, gt, has, include, ne, not, said, value } from '../go/index.ts';
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
        properties: { enabled: { type: 'boolean', description: 'Whether it is there.', default: false } },
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
    `"worker has values, and nothing runs with them without mode=queue: change that, or leave them out."`,
  );
  expect(await given('worker: { replicaCount: 3 }', 'mode: queue')).toMatchInlineSnapshot(
    `Deployment/r-web-worker: { spec.replicas: 3 }`,
  );
});

test('the switch of a workload that the mode lacks is refused, what stands beside it may wait for it', async () => {
  expect(await refused('show: { enabled: true }')).toMatchInlineSnapshot(
    `"show.enabled has no effect without mode=queue: change that, or leave it false."`,
  );
  expect(await given('show: { replicaCount: 3 }')).toMatchInlineSnapshot(`nothing`);
});

test('shipped values that somebody writes again are none', async () => {
  expect(await given('worker: { replicaCount: 1, podLabels: {} }')).toMatchInlineSnapshot(`nothing`);
});

test('a connection without its host has nothing that describes a service outside', async () => {
  expect(await refused('connections: { hub: { port: 1, scheme: https } }')).toMatchInlineSnapshot(`
    "connections.hub.port describes a service outside, and connections.hub.host is empty: set the host, or leave port out.
    connections.hub.scheme describes a service outside, and connections.hub.host is empty: set the host, or leave scheme out."
  `);
  await rendered('connections: { hub: { waitSeconds: 1, cidrs: [10.0.0.0/8] } }');
});

test('a service of another mode is refused', async () => {
  expect(await refused('connections: { queue: { host: q } }')).toMatchInlineSnapshot(
    `"connections.queue.host is set, and nothing uses the connection without mode=queue: change that, or leave it empty."`,
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
])('%j is said as "%s"', (condition, text) => {
  expect(said(condition)).toBe(text);
});
