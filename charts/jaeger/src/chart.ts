import { defineChart, get } from '@chartwright/nx/define';

const status = get('/status', 'health');

export default defineChart({
  name: 'jaeger',
  version: '0.1.0',
  appVersion: '2.21.0',
  description: 'Jaeger: takes traces over OTLP, keeps them and shows them.',
  home: 'https://www.jaegertracing.io',
  sources: ['https://github.com/jaegertracing/jaeger'],
  keywords: ['jaeger', 'tracing', 'opentelemetry', 'otlp', 'monitoring'],
  category: 'monitoring-logging',
  umbrellas: ['ai-platform'],
  first: ['config.keep', 'config.memoryTraces', 'config.basePath'],
  workloads: {
    main: {
      kind: 'StatefulSet',
      singleton: true,
      image: {
        registry: 'docker.io',
        repository: 'jaegertracing/jaeger',
        digest: 'sha256:3d0ac795ff98aa04d1be04311d2dac6c25b4bfc8322dc02e53bc5b170c5018c3',
      },
      user: 10001,
      args: [
        {
          template:
            '"--config=/etc/jaeger/config.yaml"{{ range .Values.extraArgs }}, {{ . | quote }}{{ end }}',
        },
      ],
      env: {
        // It would trace its own pages into itself.
        OTEL_TRACES_SAMPLER: 'always_off',
      },
      health: '{{ include "jaeger.basePath" . }}/',
      ports: {
        http: 16686,
        'otlp-grpc': { port: 4317, appProtocol: 'kubernetes.io/h2c' },
        'otlp-http': { port: 4318, appProtocol: 'http' },
        metrics: 8888,
        health: { port: 13133, open: 'nobody' },
      },
      probes: {
        startup: { ...status, periodSeconds: 5, failureThreshold: 60 },
        liveness: { ...status, periodSeconds: 15, timeoutSeconds: 5, failureThreshold: 4 },
        readiness: { ...status, periodSeconds: 10, timeoutSeconds: 5 },
      },
      storage: { name: 'data', mountPath: '/badger', size: '5Gi' },
      files: { 'config.yaml.tpl': '/etc/jaeger/config.yaml' },
      features: {
        ingress: {},
        httpRoute: {},
        monitoring: {
          port: 'metrics',
          dashboards: ['jaeger.json'],
          alerts: [
            {
              alert: 'JaegerDown',
              expr: 'absent(up{%selector%} == 1)',
              for: '10m',
              severity: 'warning',
              summary: 'Jaeger cannot be scraped; traces are probably lost.',
            },
            {
              alert: 'JaegerRefusesSpans',
              expr: 'sum(rate(otelcol_receiver_refused_spans_total{%selector%}[5m])) > 0',
              for: '15m',
              severity: 'warning',
              summary: 'Jaeger refuses spans, mostly because its memory is full.',
            },
            {
              alert: 'JaegerCannotStore',
              expr: 'sum(rate(otelcol_exporter_send_failed_spans_total{%selector%}[5m])) > 0',
              for: '15m',
              severity: 'critical',
              summary: 'Jaeger cannot store spans. Look whether the volume is full.',
            },
          ],
        },
      },
      terminationGracePeriodSeconds: 60,
      values: { resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { memory: '512Mi' } } },
    },
  },
  provides: [
    { type: 'http', port: 'http', path: 'jaeger.basePath' },
    { type: 'otlp', port: 'otlp-http' },
  ],
  notes: [
    'Programs send traces to port 4318 (OTLP over HTTP) or 4317 (gRPC). Charts of this repository with the feature `tracing` find it by themselves in an umbrella; alone they take `connections.jaeger.host`. Their pods carry the label that lets them in; other programs need the label `<fullname>-client: "true"`.',
    'With `persistence.enabled` traces are kept in Badger on the volume for `config.keep`, otherwise in memory, the newest `config.memoryTraces` of them. It runs as one pod either way.',
    'The pages have no login: reach them through the port-forward, or protect the Ingress.',
  ],
});
