import { defineChart, get, traces } from '@chartwright/nx/define';

export default defineChart({
  name: 'langchain-api',
  version: '0.1.0',
  appVersion: '1.0.0',
  description: 'Your LangChain HTTP API in front of Ollama, scaled by load, with an optional Redis cache.',
  keywords: ['llm', 'langchain', 'api', 'ai'],
  category: 'ai-machine-learning',
  umbrellas: ['ai-platform'],
  first: ['config.model', 'config.temperature', 'secrets.apiKeys', 'config.corsOrigins'],
  workloads: {
    main: {
      kind: 'Deployment',
      image: { own: 'an HTTP server on port 8000 that answers /health and reads OLLAMA_BASE_URL' },
      ports: { http: 8000 },
      probes: {
        startup: { ...get('/health'), periodSeconds: 5, failureThreshold: 60 },
        liveness: { ...get('/health'), periodSeconds: 20, timeoutSeconds: 5 },
        readiness: { ...get('/health'), periodSeconds: 10, timeoutSeconds: 5 },
      },
      env: { HOME: '/tmp' },
      test: { path: '/health' },
      features: {
        ingress: {},
        httpRoute: {},
        autoscaling: {},
        rollout: {},
        tracing: {},
        monitoring: {
          port: 'http',
          path: '/metrics',
          dashboards: ['langchain-api.json'],
          alerts: [
            {
              alert: 'LangchainApiDown',
              expr: 'absent(up{%selector%} == 1)',
              for: '5m',
              severity: 'critical',
              summary: 'No pod of the API can be scraped.',
            },
            {
              alert: 'LangchainApiErrors',
              expr: 'sum(rate(http_requests_total{%selector%,status=~"5.."}[5m])) / sum(rate(http_requests_total{%selector%}[5m])) > 0.05',
              for: '10m',
              severity: 'warning',
              summary: 'More than one request in twenty fails.',
            },
          ],
        },
      },
      values: {
        replicaCount: 2,
        resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
        autoscaling: {
          minReplicas: 2,
          maxReplicas: 4,
          targetCPUUtilizationPercentage: 70,
          behavior: {
            scaleDown: {
              stabilizationWindowSeconds: 300,
              policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }],
            },
            scaleUp: {
              stabilizationWindowSeconds: 0,
              policies: [{ type: 'Pods', value: 2, periodSeconds: 30 }],
            },
          },
        },
      },
    },
  },
  connections: {
    ollama: {
      type: 'http',
      chart: 'ollama',
      description: 'The language models.',
      env: { OLLAMA_BASE_URL: 'url' },
      path: '/api/tags',
      expect:
        'ternary (printf "\\"name\\":\\"%s\\"" .Values.config.model) (printf "\\"name\\":\\"%s:latest\\"" .Values.config.model) (regexMatch ":[^/]+$" .Values.config.model)',
    },
    redis: {
      type: 'redis',
      chart: 'redis',
      optional: true,
      description: 'Cache of answers.',
      env: { REDIS_URL: 'url' },
    },
    jaeger: traces(),
  },
  provides: { type: 'http' },
});
