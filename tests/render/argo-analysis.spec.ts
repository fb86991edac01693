import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { type ParseQuery, queryParser } from '../../tools/checks/promql.ts';
import { type PrometheusServer, prometheusServer } from '../../tools/scripts/prometheus-server.ts';
import { metricsOf, NAME, queriesOf, serving } from './argo-case.ts';
import { yaml } from './release.ts';

describe('the questions of the analysis', () => {
  let server: PrometheusServer;
  let parse: ParseQuery;

  // A first run builds Prometheus.
  beforeAll(async () => {
    server = await prometheusServer();
    parse = queryParser(server.port);
  }, 1_800_000);
  afterAll(() => server.stop());

  it('are those of the jury, and Prometheus takes them', async () => {
    const objects = await serving('jury.queries.latency=sum(seconds{%selector%}[%window%])');
    const { jury } = yaml(join(CHARTS, 'langchain-api/values.yaml')) as {
      readonly jury: { readonly queries: Readonly<Record<string, string>> };
    };
    const queries = queriesOf(objects);
    expect(Object.keys(queries)).toEqual(['errors', 'latency']);
    for (const track of ['stable', 'canary']) {
      const selector = `namespace="apps",service="${NAME}",pod=~"${NAME}-{{args.${track}}}.+"`;
      const asked = (text = '') => text.replaceAll('%selector%', selector).replaceAll('%window%', '10m');
      expect(queries.errors).toContain(asked(jury.queries.errors));
      expect(queries.errors).toContain(asked(jury.queries.requests));
      expect(queries.latency).toContain(`sum(seconds{${selector}}[10m])`);
    }
    const shipped = queriesOf(await serving());
    for (const query of Object.values(shipped))
      expect(await parse(query.replaceAll(/\{\{args\.\w+\}\}/g, 'a'))).toHaveProperty('metrics');
  });

  it('go to a host that the controller finds from its own namespace', async () => {
    const address = async (...values: readonly string[]) =>
      metricsOf(await serving(...values)).map(({ provider }) => provider.prometheus.address);
    expect(new Set(await address())).toEqual(new Set(['http://prometheus-server.apps.svc:80']));
    expect(new Set(await address('connections.prometheus.host=prometheus.watch.svc'))).toEqual(
      new Set(['http://prometheus.watch.svc:80']),
    );
  });
});

/** What one version has done: requests in a second, the share that failed, and how long half of them took. */
interface Version {
  readonly rate: number;
  readonly errors: number;
  readonly seconds: 0.1 | 1;
}

const GOOD: Version = { rate: 100, errors: 0.01, seconds: 0.1 };

describe('what the analysis finds in a real Prometheus', () => {
  it.concurrent.each([
    ['nothing against a good version', { canary: { ...GOOD, rate: 20 } }, [], { errors: 0, latency: 1 }],
    ['more errors', { canary: { ...GOOD, errors: 0.1 } }, [], { errors: 0.09, latency: 1 }],
    ['more time', { canary: { ...GOOD, seconds: 1 } }, [], { errors: 0, latency: 0.955 / 0.095 }],
    [
      'no verdict on few requests',
      {},
      ['jury.minRequests=1000000'],
      { errors: undefined, latency: undefined },
    ],
    [
      'no verdict without the metric',
      {},
      ['jury.queries.latency=gone{%selector%}'],
      { errors: 0, latency: Number.NaN },
    ],
    [
      'no verdict without a stable version',
      { stable: undefined },
      [],
      { errors: Number.NaN, latency: Number.NaN },
    ],
  ] as const)('%s', { timeout: 120_000 }, async (_found, versions, values, expected) => {
    const { port, stop } = await measured({ stable: GOOD, canary: GOOD, ...versions });
    const queries = queriesOf(await serving('jury.window=1m', ...values));
    for (const [name, value] of Object.entries(expected)) {
      const query = queries[name]?.replaceAll(/\{\{args\.(\w+)\}\}/g, '$1') ?? '';
      const found = await answerOf(port, query);
      if (value === undefined) expect(found).toBeUndefined();
      else if (Number.isNaN(value)) expect(found).toBeNaN();
      else expect(found).toBeCloseTo(value, 2);
    }
    await stop();
  });
});

/** A Prometheus whose rules write the metrics that pods of both versions would have; a version's name is its hash. */
async function measured(versions: Readonly<Record<string, Version | undefined>>): Promise<PrometheusServer> {
  const rules = Object.entries(versions).flatMap(([hash, version]) => {
    if (version === undefined) return [];
    const { rate, errors, seconds } = version;
    const counter = (record: string, perSecond: number, more: Readonly<Record<string, string>>) => ({
      record,
      expr: `vector(time() * ${perSecond})`,
      labels: { namespace: 'apps', service: NAME, pod: `${NAME}-${hash}-x7k2p`, ...more },
    });
    return [
      counter('http_requests_total', rate * (1 - errors), { status: '2xx' }),
      counter('http_requests_total', rate * errors, { status: '5xx' }),
      counter('http_request_duration_seconds_bucket', seconds === 0.1 ? rate : 0, { le: '0.1' }),
      counter('http_request_duration_seconds_bucket', rate, { le: '1' }),
      counter('http_request_duration_seconds_bucket', rate, { le: '+Inf' }),
    ];
  });
  const server = await prometheusServer({
    config: stringify({ global: { evaluation_interval: '1s' }, rule_files: ['*.rules.yml'] }),
    files: { 'versions.rules.yml': stringify({ groups: [{ name: 'versions', interval: '1s', rules }] }) },
  });
  await pause(6_000);
  return server;
}

/** The only value of a query, none where it has none. */
async function answerOf(port: number, query: string): Promise<number | undefined> {
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/query`, {
    method: 'POST',
    body: new URLSearchParams({ query }),
    signal: AbortSignal.timeout(20_000),
  });
  const { data } = (await response.json()) as {
    readonly data: { readonly result: readonly { readonly value: readonly [number, string] }[] };
  };
  const [first] = data.result;
  return first === undefined ? undefined : Number(first.value[1]);
}
