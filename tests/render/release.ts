import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Loaded } from '../../generators/src/generate.ts';
import type { Chart } from '../../generators/src/model/model.ts';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import type { Case } from '../../tools/cases/cases.ts';
import type { DeclaredPrivilege } from '../../tools/checks/privileges.ts';
import { isRecord } from '../../tools/kubernetes/objects.ts';

/** Values as Helm hands them to templates. */
export type Values = Readonly<Record<string, unknown>>;

/** A chart of a release with the values it sees. */
export interface Installed {
  readonly chart: Chart;
  readonly values: Values;
}

/** The charts a case installs: the chart itself and the bundled ones that are on, or the members of the umbrella. */
export function installed(one: Case, { charts, umbrellas }: Loaded): readonly Installed[] {
  const given = yaml(one.values);
  const umbrella = umbrellas.find(({ name }) => name === one.chart);
  if (umbrella === undefined) return withBundled(chartNamed(one.chart, charts), given, charts);
  const values = merge(yaml(join(CHARTS, umbrella.name, 'values.yaml')), given);
  return umbrella.members
    .filter(({ name }) => at(values, 'global.members', name).enabled === true)
    .flatMap(({ name }) =>
      withBundled(chartNamed(name, charts), at(values, name), charts, at(values, 'global')),
    );
}

/** What the pods of a chart may do that others may not with its values, as the release of the tests names them. */
export function privilegesOf({ chart, values }: Installed): readonly DeclaredPrivilege[] {
  return chart.workloads.flatMap((workload) => {
    const { name, main, kind, suffix, privileges } = workload;
    const on = privileges.filter(({ value }) => {
      const [last = '', ...above] = [...(main ? [] : [name]), ...value.split('.')].reverse();
      return (above.length === 0 ? values : at(values, above.reverse().join('.')))[last] === true;
    });
    return declaredOf({ ...workload, privileges: on }, `${kind}/demo-${chart.name}${suffix}`, chart);
  });
}

/** What the containers of a workload may do by its definition. */
export function declaredOf(
  { main, component, init, privileges, allowances }: Chart['workloads'][number],
  workload: string,
  { name }: Pick<Chart, 'name'>,
): readonly DeclaredPrivilege[] {
  const container = main ? name : component;
  const own = init.filter((one) => one.own).map((one) => one.name);
  const nothing = { root: false, capabilities: [], hostPath: '' };
  return [
    ...privileges.map(({ reason, root, capabilities, hostPath, writable }) => ({
      ...{ workload, container, reason, root, capabilities, hostPath, writable },
    })),
    ...allowances
      .filter(({ gives }) => gives === 'writableRoot')
      .flatMap(({ reason }) =>
        [container, ...own].map((one) => ({
          ...{ workload, container: one, reason, ...nothing, writesRoot: true },
        })),
      ),
  ];
}

/** The Pod Security level that the namespace of a case must have. */
export function podSecurityOf(one: Case, loaded: Loaded): 'restricted' | 'privileged' {
  return installed(one, loaded).some((chart) => privilegesOf(chart).some(({ writesRoot }) => !writesRoot))
    ? 'privileged'
    : 'restricted';
}

/** The value at a dotted path, as a mapping; empty where there is none. Further keys are taken as they are. */
export function at(values: Values, path: string, ...keys: readonly string[]): Values {
  const found = [...path.split('.'), ...keys].reduce<unknown>(
    (value, key) => (isRecord(value) ? value[key] : undefined),
    values,
  );
  return isRecord(found) ? found : {};
}

/** Later values over earlier ones, mapping by mapping, as Helm merges them. */
export function merge(base: Values, over: Values): Values {
  const merged = Object.entries(over).map(([key, value]) => {
    const below = base[key];
    return [key, isRecord(below) && isRecord(value) ? merge(below, value) : value];
  });
  return { ...base, ...Object.fromEntries(merged) };
}

/** A YAML file with a mapping in it. */
export function yaml(file: string): Values {
  const value: unknown = parse(readFileSync(file, 'utf8'));
  return isRecord(value) ? value : {};
}

function withBundled(
  chart: Chart,
  given: Values,
  charts: readonly Chart[],
  global: Values = {},
): readonly Installed[] {
  const values = merge(merge(yaml(join(CHARTS, chart.name, 'values.yaml')), given), {
    global: merge(at(given, 'global'), global),
  });
  const bundled = chart.bundled.filter(({ chart: name }) => at(values, name).enabled === true);
  return [
    { chart, values },
    ...bundled.flatMap(({ chart: name }) =>
      withBundled(chartNamed(name, charts), at(values, name), charts, at(values, 'global')),
    ),
  ];
}

function chartNamed(name: string, charts: readonly Chart[]): Chart {
  const chart = charts.find((candidate) => candidate.name === name);
  if (chart === undefined) throw new Error(`there is no chart ${name}`);
  return chart;
}
