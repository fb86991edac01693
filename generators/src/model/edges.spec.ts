import { expect, test } from 'vitest';
import type { ChartDefinition, DefinitionSource } from './definition.ts';
import { bundleCycles, orderingCycles, orderingEdges, waves } from './edges.ts';

/** Charts that only connect: name → the charts it leads to, with what is said of each connection. */
function connected(
  edges: Readonly<Record<string, Readonly<Record<string, object>>>>,
): readonly DefinitionSource<ChartDefinition>[] {
  return Object.entries(edges).map(([name, targets]) => ({
    definition: {
      name,
      version: '1.0.0',
      appVersion: '1',
      description: 'A chart for tests.',
      workloads: {},
      connections: Object.fromEntries(
        Object.entries(targets).map(([chart, more]) => [
          chart,
          { type: 'http', chart, description: 'It.', ...more },
        ]),
      ),
    },
    folder: `/charts/${name}`,
    file: `charts/${name}/src/chart.ts`,
    files: new Map(),
  }));
}

const messages = (errors: readonly Error[]) => errors.map(({ message }) => message);

test('a wave is one more than the highest wave it is ordered after', () => {
  const charts = connected({
    web: { api: {} },
    api: { database: {}, cache: { optional: true }, metrics: { orders: false } },
    cache: { database: {} },
    database: {},
    metrics: { web: {} },
  });
  expect(Object.fromEntries(waves(orderingEdges(charts)))).toEqual({
    database: 0,
    cache: 1,
    api: 2,
    web: 3,
    metrics: 4,
  });
});

test('every cycle is printed once, from its first chart', () => {
  const charts = connected({
    c: { a: {} },
    a: { b: {} },
    b: { c: {} },
    x: { y: {}, a: {} },
    y: { x: {} },
    self: {},
  });
  expect(messages(orderingCycles(charts))).toEqual([
    'charts/a/src/chart.ts: connections: the charts wait for each other: a → b → c → a. Let one of the connections only carry traffic (orders: false).',
    'charts/x/src/chart.ts: connections: the charts wait for each other: x → y → x. Let one of the connections only carry traffic (orders: false).',
  ]);
});

test('charts that bundle each other without waiting are a cycle of their own', () => {
  const charts = connected({ a: { b: {} }, b: { a: { orders: false } } });
  expect(orderingCycles(charts)).toEqual([]);
  expect(messages(bundleCycles(charts))).toEqual([
    'charts/a/src/chart.ts: connections: the charts bundle each other: a → b → a. Set bundled: false in one of the connections.',
  ]);
  expect(bundleCycles(connected({ a: { b: {} }, b: { a: { orders: false, bundled: false } } }))).toEqual([]);
});
