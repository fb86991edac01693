import { expect, test } from 'vitest';
import type { GeminiAgentValues } from '../../charts/gemini-agent/values.d.ts';
import { defineChart } from '../../generators/src/define.ts';
import type { ChartDefinition, WorkloadDefinition } from '../../generators/src/model/definition.ts';

// The compiler is what is tested: a line below one of these comments that compiles fails it.

test('the values of a chart are closed at every depth', () => {
  const right = {
    replicaCount: 2,
    config: { logLevel: 'DEBUG' },
    connections: { redis: { host: 'cache.example.com' } },
    jury: { resources: { requests: { cpu: '10m' } } },
  } satisfies GeminiAgentValues;
  const wrong: readonly GeminiAgentValues[] = [
    // @ts-expect-error an unknown key at the root
    { replicas: 2 },
    // @ts-expect-error one in the values of a shared schema
    { ingress: { hostname: 'example.com' } },
    // @ts-expect-error one in a block of several shared schemas
    { networkPolicy: { cidr: [] } },
    // @ts-expect-error one in the chart's own settings
    { config: { loglevel: 'DEBUG' } },
    // @ts-expect-error a word that is none of those allowed
    { config: { logLevel: 'LOUD' } },
    // @ts-expect-error a key that this connection does not use
    { connections: { prometheus: { waitSeconds: 1 } } },
    // @ts-expect-error one of a workload beside main
    { jury: { resources: { request: {} } } },
  ];
  expect([right, ...wrong]).toHaveLength(8);
});

test('the values that a definition gives are closed too', () => {
  const wrong: readonly WorkloadDefinition['values'][] = [
    // @ts-expect-error of a workload
    { resource: {} },
    // @ts-expect-error deep inside one
    { ingress: { hostname: 'example.com' } },
  ];
  // @ts-expect-error of the chart
  const chart: ChartDefinition['values'] = { globals: {} };
  expect([...wrong, chart]).toHaveLength(3);
});

test('and those of a chart that it connects to stand below its name', () => {
  const image = { own: 'a server' };
  const chart = {
    ...{ name: 'shop', version: '1.0.0', appVersion: '1.0.0', description: 'A shop.' },
    workloads: { main: { kind: 'Deployment' as const, image } },
    connections: { db: { type: 'postgres', chart: 'postgres' as const, description: 'The database.' } },
  };
  const right = defineChart({ ...chart, values: { postgres: { majorVersion: 17 } } });
  // @ts-expect-error a chart that it does not connect to
  const wrong = defineChart({ ...chart, values: { redis: { engine: 'redis' } } });
  expect([right.values, wrong.values]).toEqual([
    { postgres: { majorVersion: 17 } },
    { redis: { engine: 'redis' } },
  ]);
});
