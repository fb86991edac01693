import { type Feature, LONG_RUNNING } from '../../../model/feature.ts';

const MONITORING = '<% values %>.monitoring';
/** The metrics are there, and what watches the whole release may watch this workload too. */
const WATCHED = `<%#if options.sidecar%><% values %>.<% options.sidecar %>.enabled <%/if%><%#if options.when%>(<% options.when %>) <%/if%>${MONITORING}.auto`;
const BY_OPERATOR = `(and ${WATCHED} .Values.global.monitoring.operator)`;
const SCRAPED = '(include "<% chart.name %>.<% workload.name %>.scraped" .)';
const CHARTED = '(include "<% chart.name %>.<% workload.name %>.charted" .)';
const SERVICE_MONITOR = `or ${MONITORING}.serviceMonitor.enabled ${BY_OPERATOR}`;
const ANNOUNCED = `or ${MONITORING}.annotations.enabled ${SCRAPED}`;
const RULES = `or ${MONITORING}.rules.enabled ${SCRAPED}`;

/** Metrics for Prometheus, with an operator or by annotations and ConfigMaps, and dashboards for Grafana. */
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
      when: {
        type: 'string',
        description: 'Go template condition under which there are metrics; always without it.',
        default: '',
      },
      dashboards: {
        type: 'array',
        description: 'Files below src/files/dashboards.',
        default: [],
        items: { type: 'string' },
      },
      records: {
        type: 'array',
        description: 'Metrics that the rules make of others; %selector% as in alerts.',
        default: [],
        items: {
          type: 'object',
          properties: {
            record: { type: 'string', description: 'Name.' },
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
    'object.servicemonitor': { when: SERVICE_MONITOR },
    'object.prometheusrule': { when: `or ${MONITORING}.prometheusRule.enabled ${BY_OPERATOR}` },
    'object.rules': {
      when: `<%#if options.alerts%>${RULES}<%else%>and ${MONITORING}.prometheusRule.extraRules (${RULES})<%/if%>`,
    },
    'object.dashboards': {
      when: `<%#if options.dashboards%>or ${MONITORING}.dashboards.enabled ${CHARTED} ${BY_OPERATOR}<%else%>${MONITORING}.dashboards.enabled<%/if%>`,
    },
    'service.annotations': { when: ANNOUNCED },
    validations: { when: '' },
    'networkPolicy.ingress': { when: `${SERVICE_MONITOR} ${MONITORING}.annotations.enabled ${SCRAPED}` },
  },
};
