import { type Feature, LONG_RUNNING } from '../feature.ts';

/** Objects for the Prometheus Operator and Grafana. */
export const feature: Feature = {
  name: 'monitoring',
  scope: 'workload',
  schema: 'monitoring',
  kinds: LONG_RUNNING,
  needs: ['ports'],
  order: 450,
  options: {
    properties: {
      port: { type: 'string', description: 'Name of the port with the metrics.', default: 'http' },
      path: { type: 'string', description: 'Path of the metrics.', default: '/metrics' },
      sidecar: {
        type: 'string',
        description: 'Sidecar that serves them; empty for the workload.',
        default: '',
      },
      dashboards: {
        type: 'array',
        description: 'Files below src/files/dashboards.',
        default: [],
        items: { type: 'string' },
      },
      alerts: {
        type: 'array',
        description: 'Alerts; %selector% in an expression stands for the labels of the workload.',
        default: [],
        items: {
          type: 'object',
          properties: {
            alert: { type: 'string', description: 'Name.' },
            expr: { type: 'string', description: 'PromQL.' },
            for: { type: 'string', description: 'How long it must hold.' },
            severity: { enum: ['info', 'warning', 'critical'], description: 'Label of that name.' },
            summary: { type: 'string', description: 'One sentence for who is woken.' },
          },
          required: ['alert', 'expr', 'for', 'severity', 'summary'],
        },
      },
    },
  },
  fragments: {
    'object.servicemonitor': { when: '<% values %>.monitoring.serviceMonitor.enabled' },
    'object.prometheusrule': { when: '<% values %>.monitoring.prometheusRule.enabled' },
    'object.dashboards': { when: '<% values %>.monitoring.dashboards.enabled' },
    validations: { when: '' },
    'networkPolicy.ingress': { when: '<% values %>.monitoring.serviceMonitor.enabled' },
  },
};
