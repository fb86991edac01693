import { ChartwrightError } from '../../generators/src/errors.ts';
import { isRecord } from '../kubernetes/objects.ts';

/** What Prometheus makes of a query: why it refuses it, or the metrics that it asks for. */
export type Parsed = { readonly error: string } | { readonly metrics: readonly string[] };

/** Asks a running Prometheus to parse a query. */
export type ParseQuery = (query: string) => Promise<Parsed>;

/** The parser of a Prometheus on a port of this machine; each text is parsed once. */
export function queryParser(port: number): ParseQuery {
  const known = new Map<string, Promise<Parsed>>();
  return (query) => {
    const parsed = known.get(query) ?? parse(port, query);
    known.set(query, parsed);
    return parsed;
  };
}

/** https://prometheus.io/docs/prometheus/latest/querying/api/#parsing-a-promql-expressions-into-a-abstract-syntax-tree-ast */
async function parse(port: number, query: string): Promise<Parsed> {
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/parse_query`, {
    method: 'POST',
    body: new URLSearchParams({ query }),
    signal: AbortSignal.timeout(20_000),
  });
  const answer: unknown = await response.json();
  if (isRecord(answer) && answer.status === 'success')
    return { metrics: [...new Set(metricsIn(answer.data))] };
  if (isRecord(answer) && answer.errorType === 'bad_data') return { error: String(answer.error) };
  throw new ChartwrightError(
    'checks/parse-query',
    `Prometheus answered ${response.status}: ${JSON.stringify(answer)}`,
    query,
    'Look at the version in tools/toolchain/go/prometheus.',
  );
}

/** Selectors stand as nodes with a name, or match `__name__` exactly; other matchers of it name no one metric. */
function metricsIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(metricsIn);
  if (!isRecord(node)) return [];
  const isSelector = node.type === 'vectorSelector' || node.type === 'matrixSelector';
  if (!isSelector) return Object.values(node).flatMap(metricsIn);
  const matched = (Array.isArray(node.matchers) ? node.matchers : [])
    .filter(isRecord)
    .filter(({ name, type }) => name === '__name__' && type === '=')
    .map(({ value }) => String(value));
  return [String(node.name), ...matched].filter((name) => name !== '');
}
