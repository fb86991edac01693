import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PrometheusServer, prometheusServer } from '../scripts/prometheus-server.ts';
import { dashboardsOf } from './dashboards.ts';
import { metricNames } from './metric-names.ts';
import { type ParseQuery, queryParser } from './promql.ts';

let server: PrometheusServer;
let parse: ParseQuery;
beforeAll(async () => {
  server = await prometheusServer();
  parse = queryParser(server.port);
}, 1_800_000);
afterAll(() => server.stop());

function configMap(text: string) {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'boards', labels: { 'app.kubernetes.io/name': 'redis' } },
    data: { 'cache.json': text, 'other.txt': 'x' },
  };
}

it('reads the queries of panels, rows and variables and fills in what Grafana would', () => {
  const board = {
    title: 'Cache',
    templating: {
      list: [
        { name: 'datasource', type: 'datasource', query: 'prometheus' },
        { name: 'namespace', type: 'query', query: 'label_values(redis_up{a=~"x,y"}, namespace)' },
        { name: 'pod', type: 'query', query: { query: 'query_result(count(redis_up) by (pod))' } },
        { name: 'window', type: 'interval', query: '1m,5m' },
      ],
    },
    panels: [
      { title: 'Rate', targets: [{ expr: 'rate(a{ns="$namespace"}[$__rate_interval])' }] },
      {
        title: 'Row',
        panels: [{ title: 'Inner', targets: [{ expr: `rate(b{p=~"\${pod:regex}"}[[[window]]])` }] }],
      },
      { title: 'Logs', datasource: { type: 'loki' }, targets: [{ expr: '{app="x"} |= "error"' }] },
    ],
  };
  expect(dashboardsOf([configMap(JSON.stringify(board))])).toEqual({
    files: ['ConfigMap/boards cache.json'],
    queries: [
      { where: 'ConfigMap/boards cache.json: Rate', chart: 'redis', text: 'rate(a{ns="x"}[5m])' },
      { where: 'ConfigMap/boards cache.json: Inner', chart: 'redis', text: 'rate(b{p=~"x"}[5m])' },
      {
        where: 'ConfigMap/boards cache.json: variable namespace',
        chart: 'redis',
        text: 'redis_up{a=~"x,y"}',
      },
      {
        where: 'ConfigMap/boards cache.json: variable pod',
        chart: 'redis',
        text: 'count(redis_up) by (pod)',
      },
    ],
    findings: [],
  });
});

it('finds a broken file, a file that is no dashboard, and a variable that nothing defines', () => {
  const unknown = { title: 'A', panels: [{ title: 'B', targets: [{ expr: 'up{x="$nobody"}' }] }] };
  expect(
    ['{ "title": }', '{}', JSON.stringify(unknown)].map((text) => dashboardsOf([configMap(text)]).findings),
  ).toEqual([
    [expect.stringContaining('ConfigMap/boards cache.json: no JSON: ')],
    ['ConfigMap/boards cache.json: no dashboard with a title and panels'],
    ['ConfigMap/boards cache.json: B: nothing defines the variable nobody'],
  ]);
});

it('parses queries as Prometheus does and names what they ask for', async () => {
  expect(
    await parse(
      'sum by (db) (rate(redis_keys{a="b_total"}[5m:1m] offset 1h)) / on(x) group_left redis_up + {__name__="up"} > bool 1e3',
    ),
  ).toEqual({ metrics: ['redis_keys', 'redis_up', 'up'] });
  expect(await parse('histogram_quantile(0.9, sum(rate(x_bucket[5m])) by (le))')).toEqual({
    metrics: ['x_bucket'],
  });
  expect(await parse('{job="x"}')).toEqual({ metrics: [] });
  expect(await parse('rate(up)')).toEqual({
    error: expect.stringContaining('expected type range vector in call to function "rate"'),
  });
});

it('takes names from a list that says where they come from', () => {
  const folder = mkdtempSync(join(tmpdir(), 'metrics-'));
  const file = join(folder, 'ci/metrics.txt');
  const listed = (text: string) => {
    writeFileSync(file, text);
    const { names, findings } = metricNames(folder);
    return { own: [...names].filter((name) => name.startsWith('redis')), findings };
  };
  mkdirSync(join(folder, 'ci'));
  expect(listed('# its README\nredis_up\n\n# its source\nredis_keys\n')).toEqual({
    own: ['redis_up', 'redis_keys'],
    findings: [],
  });
  expect(listed('redis_up\n# late\nredis_up\nredis keys\n').findings).toEqual([
    `${file}: no comment names the source of redis_up`,
    `${file}: redis keys is no name of a metric`,
    `${file}: redis_up stands there twice`,
  ]);
  rmSync(folder, { recursive: true });
  expect(metricNames(folder).names.has('up')).toBe(true);
});
