import { LONG_RUNNING, type Feature } from '../feature.ts';

/** Objects for the Prometheus Operator and Grafana. */
export const feature: Feature = {
  name: 'monitoring',
  scope: 'workload',
  schema: 'monitoring',
  kinds: LONG_RUNNING,
  needs: ['ports'],
  order: 450,
  fragments: {
    'object.servicemonitor': { when: '<% values %>.monitoring.serviceMonitor.enabled' },
    'object.prometheusrule': { when: '<% values %>.monitoring.prometheusRule.enabled' },
    'object.dashboards': { when: '<% values %>.monitoring.dashboards.enabled' },
    validations: { when: '' },
    'networkPolicy.ingress': { when: '<% values %>.monitoring.serviceMonitor.enabled' },
  },
};
