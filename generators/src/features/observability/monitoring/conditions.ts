import { all, any, type Condition, include, not, pathBelow, value } from '../../../go/index.ts';
import type { Around } from '../../../model/feature.ts';

export const NAME = 'monitoring';

export interface Options {
  readonly port: string;
  readonly sidecar: string;
  readonly when: Condition;
  readonly dashboards: readonly string[];
  readonly records: readonly { readonly expr: string }[];
  readonly alerts: readonly { readonly expr: string }[];
}

type Workload = Around['workload'];

/**
 * When a workload has what. Who has metrics is scraped. Rules and dashboards are there by their switch alone where the workload
 * has values of its own; those of main are for all workloads that have metrics, and something to show.
 */
export function conditionsOf(options: Options, { chart, workload }: Around) {
  const values = valuesOf(workload);
  const ownsValues = values === workload.values;
  const others = chart.workloads.filter((one) => one.name !== workload.name && valuesOf(one) === values);
  const elsewhere = others.map((other) => all(other.when, metricsOf(other)));
  const at = (path: string) => value(pathBelow(values ?? '', NAME, path));
  const owner = ownsValues ? workload.name : 'main';
  const metrics = metricsOf(workload);
  const measured = (on: Condition, automatic: Condition) => all(metrics, any(on, automatic));
  const shown = (what: Condition, on: Condition, automatic: Condition, of = metrics) =>
    ownsValues ? any(on, all(what, of, automatic)) : all(what, measured(on, automatic));
  const extraRules = at('prometheusRule.extraRules');
  /** Further rules are about any workload with these values. */
  const ruled = any(metrics, all(extraRules, any(...elsewhere)));

  const operator = all(at('auto'), value('global.monitoring.operator'));
  const scraped = include(`${chart.name}.${owner}.scraped`);
  const charted = include(`${chart.name}.${owner}.charted`);
  const hasRules = options.alerts.length + options.records.length > 0;
  const hasDashboards = options.dashboards.length > 0;
  const serviceMonitor = at('serviceMonitor.enabled');
  const annotations = at('annotations.enabled');
  return {
    ownsValues,
    hasRules,
    /** Any workload with these values has dashboards. */
    hasDashboards: hasDashboards || others.some((other) => optionsOf(other).dashboards?.length),
    serviceMonitor: measured(serviceMonitor, operator),
    prometheusRule: shown(ownsValues || hasRules, at('prometheusRule.enabled'), operator, ruled),
    rules: all(any(hasRules, ownsValues && extraRules), shown(true, at('rules.enabled'), scraped, ruled)),
    dashboards: shown(hasDashboards, at('dashboards.enabled'), any(charted, operator)),
    annotations: measured(annotations, scraped),
    /** The pods that values describe may scrape; and a Prometheus of the namespace. */
    open: measured(any(serviceMonitor, annotations), operator),
    scraped: all(metrics, scraped),
    /** The operator is told of any workload with these values. */
    automatic: all(operator, any(metrics, ...elsewhere)),
    /** None of them has metrics, for want of the sidecar of this one. */
    withoutMetrics: ownsValues && not(any(sidecarOf(workload), ...elsewhere)),
  };
}

function metricsOf(workload: Workload): Condition {
  return all(sidecarOf(workload), optionsOf(workload).when ?? true);
}

/** Whether the sidecar that serves the metrics runs; always, where the workload itself does. */
function sidecarOf(workload: Workload): Condition {
  const { sidecar } = optionsOf(workload);
  return sidecar ? value(pathBelow(workload.values, sidecar, 'enabled')) : true;
}

function optionsOf(workload: Workload): Partial<Options> {
  return useIn(workload)?.options ?? {};
}

function valuesOf(workload: Workload) {
  return useIn(workload)?.values;
}

function useIn({ features }: Workload) {
  return features.find(({ feature }) => feature.name === NAME);
}
