import { idOf, isRecord, type KubeObject, ofKind } from '../kubernetes/objects.ts';
import { chartOf } from './alerts.ts';

/** A query of a panel or a variable, with Grafana's own variables filled in. */
export interface DashboardQuery {
  /** `ConfigMap/name file: title of the panel`. */
  readonly where: string;
  readonly chart: string;
  readonly text: string;
}

/** What dashboards ask for, and what is wrong with them before anyone asks. */
export interface Dashboards {
  readonly files: readonly string[];
  readonly queries: readonly DashboardQuery[];
  readonly findings: readonly string[];
}

/** What Grafana puts in for its own variables: a duration or a number. */
const BUILT_IN: Readonly<Record<string, string>> = {
  __rate_interval: '5m',
  __interval: '1m',
  __range: '1h',
  __interval_ms: '60000',
  __range_s: '3600',
  __range_ms: '3600000',
  __from: '0',
  __to: '3600000',
};
const VARIABLE = /\$(?:\{(\w+)(?:[.:][^}]*)?\}|(\w+))|\[\[(\w+)\]\]/g;

/** The dashboards in the ConfigMaps of a release: keys that end in `.json`. */
export function dashboardsOf(objects: readonly KubeObject[]): Dashboards {
  const each = ofKind(objects, 'ConfigMap').flatMap((object) =>
    Object.entries(isRecord(object.data) ? object.data : {})
      .filter(([key]) => key.endsWith('.json'))
      .map(([key, text]) => dashboard(`${idOf(object)} ${key}`, chartOf(object), String(text))),
  );
  return {
    files: each.flatMap(({ files }) => files),
    queries: each.flatMap(({ queries }) => queries),
    findings: each.flatMap(({ findings }) => findings),
  };
}

function dashboard(where: string, chart: string, text: string): Dashboards {
  const content = parsed(text);
  if (content instanceof Error)
    return { files: [where], queries: [], findings: [`${where}: no JSON: ${content.message}`] };
  if (!isRecord(content) || typeof content.title !== 'string' || !Array.isArray(content.panels))
    return { files: [where], queries: [], findings: [`${where}: no dashboard with a title and panels`] };
  const variables = variablesOf(content);
  const found = [...panelQueries(content), ...variableQueries(content)].map(({ title, query }) => ({
    where: `${where}: ${title}`,
    chart,
    ...filled(query, variables),
  }));
  return {
    files: [where],
    queries: found.map(({ where, chart, text }) => ({ where, chart, text })),
    findings: found.flatMap(({ where, unknown }) =>
      unknown.map((name) => `${where}: nothing defines the variable ${name}`),
    ),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Name → what stands for it in a query: a duration for a variable of intervals, otherwise a word. */
function variablesOf(content: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const own = templating(content).map(
    ({ name, type }) => [String(name), type === 'interval' ? '5m' : 'x'] as const,
  );
  return new Map([...Object.entries(BUILT_IN), ...own]);
}

function filled(
  query: string,
  variables: ReadonlyMap<string, string>,
): { readonly text: string; readonly unknown: readonly string[] } {
  const unknown: string[] = [];
  const text = query.replace(VARIABLE, (_match, ...names: readonly (string | undefined)[]) => {
    const name = names.slice(0, 3).find((part) => part !== undefined) ?? '';
    const value = variables.get(name);
    if (value === undefined) unknown.push(name);
    return value ?? 'x';
  });
  return { text, unknown };
}

interface TitledQuery {
  readonly title: string;
  readonly query: string;
}

/** Targets of panels, also of panels in rows; those of a data source that is not Prometheus are left out. */
function panelQueries(content: Readonly<Record<string, unknown>>): readonly TitledQuery[] {
  return records(content.panels).flatMap((panel) => [
    ...records(panel.targets)
      .filter((target) => isPrometheus(target.datasource ?? panel.datasource))
      .flatMap(({ expr }) => (typeof expr === 'string' ? [{ title: String(panel.title), query: expr }] : [])),
    ...panelQueries(panel),
  ]);
}

/** The queries inside of `label_values(query, label)` and `query_result(query)`; Grafana knows the functions, not Prometheus. */
function variableQueries(content: Readonly<Record<string, unknown>>): readonly TitledQuery[] {
  return templating(content)
    .filter(({ type, datasource }) => type === 'query' && isPrometheus(datasource))
    .flatMap(({ name, query }) => {
      const asked = String(isRecord(query) ? query.query : query).trim();
      const values = /^label_values\((.*),\s*\w+\s*\)$/s.exec(asked)?.[1];
      const result = /^query_result\((.*)\)$/s.exec(asked)?.[1];
      const inner = values ?? result;
      return inner === undefined ? [] : [{ title: `variable ${String(name)}`, query: inner }];
    });
}

function templating(
  content: Readonly<Record<string, unknown>>,
): readonly Readonly<Record<string, unknown>>[] {
  return records(isRecord(content.templating) ? content.templating.list : []);
}

function isPrometheus(datasource: unknown): boolean {
  return !isRecord(datasource) || datasource.type === undefined || datasource.type === 'prometheus';
}

function records(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
