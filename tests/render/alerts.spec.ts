import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHARTS, chartNames } from '../../generators/src/package/chart-folders.ts';
import { cases } from '../../tools/cases/cases.ts';
import { ruleFiles, ruleFindings, rulesIn } from '../../tools/checks/alerts.ts';
import { dashboardsOf } from '../../tools/checks/dashboards.ts';
import { metricNames } from '../../tools/checks/metric-names.ts';
import { type ParseQuery, queryParser } from '../../tools/checks/promql.ts';
import {
  idOf,
  isRecord,
  type KubeObject,
  ofKind,
  podSourcesOf,
  specOf,
} from '../../tools/kubernetes/objects.ts';
import { type PrometheusServer, prometheusServer } from '../../tools/scripts/prometheus-server.ts';
import { objectsOf, titleOf } from './objects.ts';
import { yaml } from './release.ts';

const all = cases().map((one) => [titleOf(one), one] as const);
let server: PrometheusServer;
let parse: ParseQuery;

// A first run builds Prometheus.
beforeAll(async () => {
  server = await prometheusServer();
  parse = queryParser(server.port);
}, 1_800_000);
afterAll(() => server.stop());

describe('Prometheus takes every rule and every query, and each names metrics that the chart has', () => {
  it.concurrent.each(all)('%s', async (_title, one) => {
    const objects = await objectsOf(one);
    const files = ruleFiles(objects);
    const refused = await ruleFindings(files);
    const given = textsIn([yaml(join(CHARTS, one.chart, 'values.yaml')), yaml(one.values)]);
    expect([...refused, ...(refused.length > 0 ? [] : await queryFindings(objects, given))]).toEqual([]);
  });
});

it('every list of metrics names their source', async () => {
  const charts = await chartNames();
  expect(charts.flatMap((chart) => metricNames(join(CHARTS, chart)).findings)).toEqual([]);
});

it('finds a metric that a chart does not have, in an alert and in a panel', async () => {
  const labels = { 'app.kubernetes.io/name': 'redis' };
  const board = {
    title: 'A',
    panels: [{ title: 'B', targets: [{ expr: 'sum(redis_nothing) / redis_up' }] }],
  };
  const rule = { alert: 'C', expr: 'redis_dbkeys > 0' };
  expect(
    await queryFindings([
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'boards', labels },
        data: { 'a.json': JSON.stringify(board) },
      },
      {
        apiVersion: 'monitoring.coreos.com/v1',
        kind: 'PrometheusRule',
        metadata: { name: 'rules', labels },
        spec: { groups: [{ name: 'x', rules: [rule] }] },
      },
    ]),
  ).toEqual([
    'ConfigMap/boards a.json: B: charts/redis/ci/metrics.txt has no redis_nothing',
    'PrometheusRule/rules: C: charts/redis/ci/metrics.txt has no redis_dbkeys',
  ]);
});

/**
 * What dashboards and rules ask for in vain: of the chart's own metrics, those that the release records, and those of members.
 *
 * @param given texts of the values: a query among them asks for metrics of somebody else, and only has to be one
 */
async function queryFindings(
  objects: readonly KubeObject[],
  given: ReadonlySet<string> = new Set(),
): Promise<readonly string[]> {
  const dashboards = dashboardsOf(objects);
  const rules = rulesIn(ruleFiles(objects));
  const recorded = rules.flatMap(({ record }) => record ?? []);
  const queries = [
    ...dashboards.queries,
    ...rules.map(({ where, chart, expr }) => ({ where, chart, text: expr })),
    ...juryQueries(objects),
    ...analysisQueries(objects),
  ];
  const found = await Promise.all(
    queries.map(async ({ where, chart, text }) => {
      const parsed = await parse(text);
      if ('error' in parsed) return [`${where}: ${parsed.error}`];
      if (given.has(text)) return [];
      const known = new Set([...recorded, ...metricsOf(chart)]);
      return parsed.metrics
        .filter((metric) => !known.has(metric))
        .map((metric) => `${where}: charts/${chart}/ci/metrics.txt has no ${metric}`);
    }),
  );
  const idle = [...dashboards.files, ...ruleFiles(objects).map(({ where }) => where)]
    .filter((file) => !queries.some(({ where }) => where.startsWith(`${file}: `)))
    .map((file) => `${file} asks for nothing`);
  return [...dashboards.findings, ...idle, ...found.flat()];
}

function textsIn(value: unknown): ReadonlySet<string> {
  const texts = (one: unknown): readonly string[] =>
    typeof one === 'string' ? [one] : Object.values(Object(one)).flatMap(texts);
  return new Set(texts(value));
}

/** What Argo Rollouts asks of canaries. */
function analysisQueries(objects: readonly KubeObject[]) {
  return ofKind(objects, 'AnalysisTemplate').flatMap((object) => {
    const { metrics } = specOf<{
      metrics: readonly { name: string; provider: { prometheus: { query: string } } }[];
    }>(object);
    return (metrics ?? []).map(({ name, provider }) => ({
      where: `${idOf(object)}: ${name}`,
      chart: object.metadata.labels?.['app.kubernetes.io/name'] ?? '',
      text: provider.prometheus.query.replaceAll(/\{\{args\.\w+\}\}/g, 'a'),
    }));
  });
}

/** What the juries of canaries ask, as they ask it. */
function juryQueries(objects: readonly KubeObject[]) {
  return podSourcesOf(objects)
    .filter(({ object }) => object.kind === 'CronJob' && object.metadata.name.endsWith('-jury'))
    .flatMap(({ object, spec }) => {
      const chart = object.metadata.labels?.['app.kubernetes.io/name'] ?? '';
      const env = (spec.containers ?? []).flatMap((container) => container.env ?? []);
      return env
        .filter(({ name, value = '' }) => ['REQUESTS', 'ERRORS', 'LATENCY'].includes(name) && value !== '')
        .map(({ name, value = '' }) => ({
          where: `${idOf(object)}: ${name}`,
          chart,
          text: value.replaceAll('%selector%', 'service="a"').replaceAll('%window%', '10m'),
        }));
    });
}

/** A chart's rules and dashboards may also be about the charts that it brings. */
function metricsOf(chart: string): readonly string[] {
  const { dependencies } = yaml(join(CHARTS, chart, 'Chart.yaml'));
  const brought = Array.isArray(dependencies) ? dependencies.filter(isRecord) : [];
  return [chart, ...brought.map(({ name }) => String(name))].flatMap((name) => [
    ...metricNames(join(CHARTS, name)).names,
  ]);
}
