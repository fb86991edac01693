import { expect, it } from 'vitest';
import { metricsAsked } from './metrics.ts';

it.each([
  ['sum by (job) (rate(http_requests_total{code=~"5.."}[5m])) / up', ['http_requests_total', 'up']],
  ['histogram_quantile(0.9, sum without(pod) (rate(a:b_bucket[$__rate_interval])))', ['a:b_bucket']],
  [
    'node_load1 > on(instance) group_left(nodename) node_uname_info offset 5m',
    ['node_load1', 'node_uname_info'],
  ],
  ['label_values(node_uname_info{job="x, y"}, instance)', ['node_uname_info']],
  ['label_values(instance)', []],
  ['topk(5, errors_total) unless bool "not a_metric"', ['errors_total']],
  ['$metric + 1e3 + Inf', []],
])('%s', (expr, metrics) => {
  const board = { panels: [{ panels: [{ targets: [{ expr }] }] }] };
  expect(metricsAsked([JSON.stringify(board)])).toEqual(metrics);
});

it('of variables and of several dashboards, each name once', () => {
  const boards = [
    { templating: { list: [{ query: { query: 'label_values(up, job)' } }, { definition: 'b_total' }] } },
    { panels: [{ targets: [{ expr: 'up' }, { expr: 'a_total' }] }] },
  ];
  expect(metricsAsked(boards.map((one) => JSON.stringify(one)))).toEqual(['a_total', 'b_total', 'up']);
});
