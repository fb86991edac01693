import { any, defineChart, value } from '@chartwright/nx/define';

export default defineChart({
  name: 'alertmanager',
  version: '0.1.0',
  appVersion: '0.34.1',
  description: 'Alertmanager: groups alerts and tells people by mail, Slack, PagerDuty or webhook.',
  home: 'https://prometheus.io/docs/alerting/latest/alertmanager/',
  sources: ['https://github.com/prometheus/alertmanager'],
  keywords: ['alertmanager', 'alerts', 'prometheus', 'monitoring'],
  category: 'monitoring-logging',
  umbrellas: ['ai-platform'],
  first: ['receivers', 'smtp.host', 'config.route.receiver', 'config.externalUrl'],
  workloads: {
    main: {
      kind: 'StatefulSet',
      singleton: true,
      image: {
        registry: 'quay.io',
        repository: 'prometheus/alertmanager',
        tag: 'v0.34.1',
        digest: 'sha256:e9733bafb1bdef9b00e25a21f8f99dc26a22224bf16641ad754d1649f4c3357a',
      },
      user: 65534,
      args: [
        '--config.file=/etc/alertmanager/alertmanager.yml',
        '--storage.path=/alertmanager',
        { template: '{{ printf "--data.retention=%s" .Values.config.retention | quote }}' },
        { template: '{{ printf "--web.external-url=%s" (include "alertmanager.externalUrl" .) | quote }}' },
        { template: '{{ printf "--log.level=%s" .Values.config.logLevel | quote }}' },
        {
          template: '"--cluster.listen-address="{{ range .Values.extraArgs }}, {{ . | quote }}{{ end }}',
        },
      ],
      ports: { http: 9093 },
      health: '{{ include "alertmanager.basePath" . }}/-/ready',
      alive: '{{ include "alertmanager.basePath" . }}/-/healthy',
      probes: {
        startup: { periodSeconds: 5, failureThreshold: 30 },
        liveness: { periodSeconds: 15, timeoutSeconds: 5 },
        readiness: { periodSeconds: 10, timeoutSeconds: 5 },
      },
      storage: { name: 'data', mountPath: '/alertmanager', size: '1Gi' },
      files: {
        'alertmanager.yml.tpl': '/etc/alertmanager/alertmanager.yml',
        'chart.tmpl.tpl': '/etc/alertmanager/chart.tmpl',
      },
      egress: {
        receivers: {
          port: 443,
          urls: ['receivers', 'extraReceivers', 'config.global', 'config.extra'],
          when: any(value('receivers'), value('extraReceivers'), value('config.extra')),
          description: 'Slack, PagerDuty, webhooks and others outside, while receivers are listed',
        },
        mail: {
          port: { value: 'smtp.port' },
          when: value('smtp.host'),
          description: 'mail server, while smtp.host is set',
        },
      },
      features: {
        credentials: {},
        ingress: {},
        httpRoute: {},
        monitoring: {
          path: '{{ include "alertmanager.basePath" . }}/metrics',
          dashboards: ['alertmanager.json'],
          alerts: [
            {
              alert: 'AlertmanagerConfigRefused',
              expr: 'alertmanager_config_last_reload_successful{%selector%} == 0',
              for: '5m',
              severity: 'critical',
              summary: 'Alertmanager refused its changed configuration.',
            },
            {
              alert: 'AlertmanagerNotificationsFail',
              expr: 'sum by (integration) (rate(alertmanager_notifications_failed_total{%selector%}[15m])) > 0',
              for: '15m',
              severity: 'critical',
              summary: 'Alerts do not reach the people they are for.',
            },
          ],
        },
      },
      values: { resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } } },
    },
  },
  provides: { type: 'http', path: 'alertmanager.basePath' },
  notes: [
    'Nobody is told anything until `receivers` names somebody and `config.route.receiver` is one of them.',
    'Addresses and passwords that must stay secret are named by their key of `credentials`, never written into the configuration: Alertmanager reads them as files, and a changed Secret holds without a restart.',
    'It runs as one pod: silences and what was sent stand on its volume, so that a restart repeats nothing. Prometheus keeps sending while it is away.',
    'A mail server or a webhook inside the cluster needs `networkPolicy.extraEgress`.',
  ],
});
