import { ALWAYS, asText, computed, text } from '../../../go/index.ts';
import { conditionOption, LONG_RUNNING, type WorkloadFeature } from '../../../model/feature.ts';
import { conditionsOf, NAME, type Options } from './conditions.ts';

/** Metrics for Prometheus, with an operator or by annotations and ConfigMaps, and dashboards for Grafana. */
export const feature: WorkloadFeature = {
  name: NAME,
  scope: 'workload',
  schema: 'monitoring',
  kinds: LONG_RUNNING,
  requires: ['ports'],
  order: 450,
  shares: ({ values = {} }, main) =>
    main.features !== undefined && NAME in main.features && !(NAME in values),
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
  locals: (given, around) => {
    const options = given as unknown as Options;
    const { port, records, alerts } = options;
    const { chart, workload } = around;
    const labels = text` {{ include "${chart.name}.${workload.name}.metricLabels" . }} `;
    const ofWorkload = <Rule extends { readonly expr: string }>(rule: Rule) => ({
      ...rule,
      expr: asText(rule.expr.replaceAll('%selector%', labels)),
    });
    return {
      ...conditionsOf(options, around),
      proxied: workload.ports.some(({ name, proxy }) => name === port && proxy !== null),
      records: records.map(ofWorkload),
      alerts: alerts.map(ofWorkload),
    };
  },
  fragments: {
    'object.servicemonitor': { when: computed('serviceMonitor') },
    'object.prometheusrule': { when: computed('prometheusRule') },
    'object.rules': { when: computed('rules') },
    'object.dashboards': { when: computed('dashboards') },
    'service.annotations': { when: computed('annotations') },
    validations: { when: ALWAYS },
    'networkPolicy.ingress.from': { when: computed('open') },
    'networkPolicy.ingress.scraped': { when: computed('scraped') },
  },
};
