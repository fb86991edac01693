import { isObject } from '../../schema/index.ts';

/** Fields of dashboards that have queries. */
const QUERIES = ['expr', 'query', 'definition'];
const WORDS =
  /^(and|or|unless|bool|offset|inf|nan|by|without|on|ignoring|group_left|group_right|atan2|start|end)$/i;

/** Names of the metrics that dashboards in JSON ask Prometheus for, sorted. */
export function metricsAsked(dashboards: readonly string[]): readonly string[] {
  const names = dashboards.flatMap((text) => queriesIn(JSON.parse(text)).flatMap(metricsIn));
  return [...new Set(names)].toSorted();
}

function queriesIn(tree: unknown): readonly string[] {
  if (Array.isArray(tree)) return tree.flatMap(queriesIn);
  if (!isObject(tree)) return [];
  return Object.entries(tree).flatMap(([key, value]) =>
    QUERIES.includes(key) && typeof value === 'string' ? [value] : queriesIn(value),
  );
}

/** What stands in a query of PromQL where a metric does: no function, label, variable or number. */
function metricsIn(query: string): readonly string[] {
  const bare = query
    .replace(/label_values\(\s*(?:(.*),)?[^,)]*\)/s, (_, series = '') => series)
    .replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g, '')
    .replace(/\{[^}]*\}|\[[^\]]*\]/g, '')
    .replace(/\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/gi, '');
  const found = bare.matchAll(/(?<![\w:$.])[A-Za-z_:][\w:]*(?![\w:]|\s*\()/g);
  return [...found].map(([name]) => name).filter((name) => !WORDS.test(name));
}
