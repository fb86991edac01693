import { ALWAYS, all, any, asText, given, helper, option, own, text, value } from '../../../go/index.ts';
import { conditionOption, LONG_RUNNING, type WorkloadFeature } from '../../../model/feature.ts';

/** Condition that the workload serves metrics and that monitoring of the whole release includes it. */
const WATCHED = [own('enabled', 'sidecar'), option('when'), own('monitoring.auto')];
const BY_OPERATOR = all(...WATCHED, value('global.monitoring.operator'));
const SCRAPED = helper('workload', 'scraped');
const CHARTED = helper('workload', 'charted');
const ANNOTATED = own('monitoring.annotations.enabled');
const SERVICE_MONITOR = own('monitoring.serviceMonitor.enabled');

/** Options that name metrics. */
interface Rules {
  readonly port: string;
  readonly records: readonly { readonly expr: string }[];
  readonly alerts: readonly { readonly expr: string }[];
}

/** Metrics for Prometheus, with an operator or by annotations and ConfigMaps, and dashboards for Grafana. */
export const feature: WorkloadFeature = {
  name: 'monitoring',
  scope: 'workload',
  schema: 'monitoring',
  kinds: LONG_RUNNING,
  requires: ['ports'],
  order: 450,
  options: {
    properties: {
      port: { type: 'string', description: 'Name of the port with the metrics.', default: 'http' },
      path: { type: 'string', description: 'Path of the metrics, as Go template text.', default: '/metrics' },
      sidecar: {
        type: 'string',
        description: 'Sidecar that serves the metrics; empty for the workload itself.',
        default: '',
      },
      when: conditionOption('Condition under which there are metrics; default always.'),
      dashboards: {
        type: 'array',
        description: 'Files below src/files/dashboards.',
        default: [],
        items: { type: 'string' },
      },
      records: {
        type: 'array',
        description: 'Recording rules; %selector% as in alerts.',
        default: [],
        items: {
          type: 'object',
          properties: {
            record: { type: 'string', description: 'Name of the recorded metric.' },
            expr: { type: 'string', description: 'PromQL.' },
          },
          required: ['record', 'expr'],
        },
      },
      alerts: {
        type: 'array',
        description: 'Alerts; %selector% in an expression stands for the labels of the workload.',
        default: [],
        items: {
          type: 'object',
          properties: {
            alert: { type: 'string', description: 'Name of the alert.' },
            expr: { type: 'string', description: 'PromQL.' },
            for: { type: 'string', description: 'How long the expression must hold before the alert fires.' },
            severity: { enum: ['info', 'warning', 'critical'], description: 'Label of that name.' },
            summary: { type: 'string', description: 'One sentence for the person on call.' },
          },
          required: ['alert', 'expr', 'for', 'severity', 'summary'],
        },
      },
    },
  },
  locals: (options, { chart, workload }) => {
    const { port, records, alerts } = options as unknown as Rules;
    const labels = text` {{ include "${chart.name}.${workload.name}.metricLabels" . }} `;
    const ofWorkload = <Rule extends { readonly expr: string }>(rule: Rule) => ({
      ...rule,
      expr: asText(rule.expr.replaceAll('%selector%', labels)),
    });
    return {
      proxied: workload.ports.some(({ name, proxy }) => name === port && proxy !== null),
      records: records.map(ofWorkload),
      alerts: alerts.map(ofWorkload),
    };
  },
  fragments: {
    'object.servicemonitor': { when: any(SERVICE_MONITOR, BY_OPERATOR) },
    'object.prometheusrule': { when: any(own('monitoring.prometheusRule.enabled'), BY_OPERATOR) },
    'object.rules': {
      when: all(
        any(given('alerts'), own('monitoring.prometheusRule.extraRules')),
        any(own('monitoring.rules.enabled'), SCRAPED),
      ),
    },
    'object.dashboards': {
      when: any(
        own('monitoring.dashboards.enabled'),
        all(given('dashboards'), CHARTED),
        all(given('dashboards'), BY_OPERATOR),
      ),
    },
    'service.annotations': { when: any(ANNOTATED, SCRAPED) },
    validations: { when: ALWAYS },
    'networkPolicy.ingress.from': { when: any(SERVICE_MONITOR, ANNOTATED, BY_OPERATOR) },
    'networkPolicy.ingress.scraped': { when: SCRAPED },
  },
};
