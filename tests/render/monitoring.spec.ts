import { describe, expect, it } from 'vitest';
import { isRecord, type KubeObject, ofKind, specOf } from '../../tools/checks/kube.ts';
import { cases } from '../cases.ts';
import { objectsOf, titleOf } from './objects.ts';

/** Metrics that a member has, with what makes them. */
const METRICS: Readonly<Record<string, readonly string[]>> = {
  // oliver006/redis_exporter, exporter/exporter.go: the maps of gauges and counters and the descriptions.
  redis: [
    'redis_up',
    'redis_memory_used_bytes',
    'redis_memory_max_bytes',
    'redis_rdb_last_bgsave_status',
    'redis_rejected_connections_total',
    'redis_connected_clients',
    'redis_blocked_clients',
    'redis_commands_total',
    'redis_keyspace_hits_total',
    'redis_keyspace_misses_total',
    'redis_db_keys',
    'redis_evicted_keys_total',
    'redis_expired_keys_total',
  ],
  // Prometheus itself (up), and the defaults of prometheus-fastapi-instrumentator.
  'langchain-api': ['up', 'http_requests_total', 'http_request_duration_seconds_bucket'],
};

const WORDS = new Set(
  'absent and avg bool by count count_over_time group_left group_right histogram_quantile ignoring increase irate label_values max min offset on or rate sum unless without'.split(
    ' ',
  ),
);

const monitored = cases().map((one) => [titleOf(one), one] as const);

describe('dashboards and alerts ask for metrics that are there', () => {
  it.concurrent.each(monitored)('%s', async (_title, one) => {
    const objects = await objectsOf(one);
    const queries = [...dashboardQueries(objects), ...alertQueries(objects)];
    const switchedOn =
      /dashboards:\s+enabled: true/.test(JSON.stringify(one)) ||
      ofKind(objects, 'PrometheusRule', 'ConfigMap').length > 0;
    expect(queries.length > 0).toBe(switchedOn);
    expect(
      queries.flatMap(({ chart, query }) =>
        unknownMetrics(chart, query).map((metric) => `${chart}: ${metric} in ${query}`),
      ),
    ).toEqual([]);
    expect(queries.filter(({ query }) => !isBalanced(query)).map(({ query }) => query)).toEqual([]);
    expect(queries.filter(({ query }) => /\{%|%\}|<%|\{\{/.test(query)).map(({ query }) => query)).toEqual(
      [],
    );
  });
});

it('catches a metric that is not there and a bracket that is not closed', () => {
  expect(
    unknownMetrics('redis', 'sum by (db) (rate(redis_dbkeys{namespace="a",db=~"x|y"}[5m])) / redis_up'),
  ).toEqual(['redis_dbkeys']);
  expect(isBalanced('sum(rate(up{a="("}[5m]))')).toBe(true);
  expect(isBalanced('sum(rate(up[5m])')).toBe(false);
  expect(isBalanced('sum(rate(up[5m)])')).toBe(false);
});

interface Query {
  readonly chart: string;
  readonly query: string;
}

function dashboardQueries(objects: readonly KubeObject[]): readonly Query[] {
  return ofKind(objects, 'ConfigMap').flatMap((object) =>
    Object.entries(isRecord(object.data) ? object.data : {})
      .filter(([file]) => file.endsWith('.json'))
      .flatMap(([, text]) =>
        queriesIn(JSON.parse(String(text))).map((query) => ({ chart: chartOf(object), query })),
      ),
  );
}

/** Expressions of panels and queries of variables, however deep they stand. */
function queriesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(queriesIn);
  if (!isRecord(value)) return [];
  const own = [value.expr, value.type === 'query' ? value.query : undefined].filter(
    (query) => typeof query === 'string',
  );
  return [...own, ...Object.values(value).flatMap(queriesIn)];
}

function alertQueries(objects: readonly KubeObject[]): readonly Query[] {
  return ofKind(objects, 'PrometheusRule').flatMap((object) =>
    (
      specOf<{ groups: readonly { readonly rules: readonly { readonly expr: string }[] }[] }>(object)
        .groups ?? []
    )
      .flatMap(({ rules }) => rules)
      .map(({ expr }) => ({ chart: chartOf(object), query: expr })),
  );
}

function chartOf({ metadata }: KubeObject): string {
  return metadata.labels?.['app.kubernetes.io/name'] ?? '';
}

function unknownMetrics(chart: string, query: string): readonly string[] {
  const bare = query
    .replace(/"[^"]*"/g, '')
    .replace(/\{[^}]*\}/g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, '')
    .replace(/(label_values\([^,)]+),[^)]*\)/g, '$1)');
  return [...bare.matchAll(/[a-zA-Z_:][a-zA-Z0-9_:]*/g)]
    .map(([name]) => name)
    .filter((name) => !WORDS.has(name) && !METRICS[chart]?.includes(name));
}

function isBalanced(query: string): boolean {
  const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };
  const open: string[] = [];
  for (const character of query.replace(/"[^"]*"/g, '')) {
    if ('([{'.includes(character)) open.push(character);
    else if (character in pairs && open.pop() !== pairs[character]) return false;
  }
  return open.length === 0;
}
