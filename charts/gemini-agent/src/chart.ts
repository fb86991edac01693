import { any, defineChart, get, value } from '@chartwright/nx/define';

export default defineChart({
  name: 'gemini-agent',
  version: '0.1.0',
  appVersion: '1.0.0',
  description:
    'Your agent in front of Google Gemini, spread over zones, scaled by load and requests, with its Redis.',
  keywords: ['gemini', 'agent', 'llm', 'api', 'ai'],
  category: 'ai-machine-learning',
  umbrellas: ['ai-platform'],
  first: ['config.geminiModel', 'config.environment', 'secrets.databaseUrl'],
  workloads: {
    main: {
      kind: 'Deployment',
      image: {
        own: 'an HTTP server on port 8080 that answers /health and /ready, and reads GOOGLE_API_KEY and REDIS_HOST',
      },
      ports: { http: { port: 8080, service: 80 } },
      probes: {
        startup: { ...get('/health'), initialDelaySeconds: 10, periodSeconds: 5, failureThreshold: 30 },
        liveness: { ...get('/health'), periodSeconds: 10, timeoutSeconds: 5 },
        readiness: { ...get('/ready'), periodSeconds: 5, timeoutSeconds: 3 },
      },
      test: { path: '/ready' },
      env: {
        HOME: '/tmp',
        POD_NAME: { field: 'metadata.name' },
        POD_NAMESPACE: { field: 'metadata.namespace' },
      },
      writable: { cache: { path: '/app/.cache', size: '{{ toJson .Values.cache.sizeLimit }}' } },
      egress: {
        gemini: { port: 443, description: 'Gemini, Sentry and the identity of the cloud' },
        database: {
          port: { value: 'database.port' },
          cidrs: 'database.cidrs',
          when: any(
            value('secrets.databaseUrl'),
            value('secrets.existingSecret'),
            value('secrets.from'),
            value('secrets.externalSecret.enabled'),
          ),
          description: 'the database in DATABASE_URL',
        },
      },
      features: {
        ingress: {},
        httpRoute: {},
        autoscaling: {},
        rollout: {},
        tracing: {},
        monitoring: {
          port: 'http',
          path: '/metrics',
          dashboards: ['gemini-agent.json'],
          alerts: [
            {
              alert: 'GeminiAgentDown',
              expr: 'absent(up{%selector%} == 1)',
              for: '5m',
              severity: 'critical',
              summary: 'No pod of the agent can be scraped.',
            },
            {
              alert: 'GeminiAgentErrors',
              expr: 'sum(rate(http_requests_total{%selector%,status=~"5.."}[5m])) / sum(rate(http_requests_total{%selector%}[5m])) > 0.05',
              for: '10m',
              severity: 'warning',
              summary: 'More than one request in twenty fails.',
            },
            {
              alert: 'GeminiAgentSlow',
              expr: 'histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket{%selector%}[10m]))) > 30',
              for: '15m',
              severity: 'warning',
              summary: 'One request in twenty takes longer than thirty seconds.',
            },
          ],
        },
      },
      terminationGracePeriodSeconds: 30,
      values: {
        replicaCount: 3,
        revisionHistoryLimit: 5,
        resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '2', memory: '4Gi' } },
        topologySpreadConstraints: [
          { maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway' },
        ],
        podDisruptionBudget: { minAvailable: 2 },
        autoscaling: {
          minReplicas: 3,
          maxReplicas: 20,
          targetCPUUtilizationPercentage: 70,
          targetMemoryUtilizationPercentage: 80,
          metrics: [
            {
              type: 'Pods',
              pods: {
                metric: { name: 'http_requests_per_second' },
                target: { type: 'AverageValue', averageValue: '100' },
              },
            },
          ],
          behavior: {
            scaleDown: {
              stabilizationWindowSeconds: 300,
              policies: [{ type: 'Percent', value: 10, periodSeconds: 60 }],
            },
            scaleUp: {
              stabilizationWindowSeconds: 0,
              selectPolicy: 'Max',
              policies: [
                { type: 'Percent', value: 100, periodSeconds: 15 },
                { type: 'Pods', value: 4, periodSeconds: 15 },
              ],
            },
          },
        },
      },
    },
  },
  connections: {
    redis: {
      type: 'redis',
      chart: 'redis',
      description: 'Cache of answers, and the counters of the rate limit.',
      env: { REDIS_HOST: 'host', REDIS_PORT: 'port', REDIS_PASSWORD: 'password', REDIS_URL: 'url' },
    },
    jaeger: {
      type: 'otlp',
      chart: 'jaeger',
      optional: true,
      orders: false,
      bundled: false,
      description: 'Where traces go.',
      env: { OTEL_EXPORTER_OTLP_ENDPOINT: 'url' },
    },
  },
  provides: { type: 'http' },
  notes: [
    'The presets are environments: `development` is one pod with a key in the values, `staging` is the chart as it is meant with an autoscaler, an Ingress and its secrets from a ClusterSecretStore, and `production` is that with more and larger pods. Each names the image `gemini-agent` without a registry: set `image.registry`, `image.repository` and `image.tag` to yours.',
    'The Secret holds `GOOGLE_API_KEY`, which is needed, and `DATABASE_URL` and `SENTRY_DSN` where they are used. With `secrets.externalSecret.remoteKey` all three are properties of one entry of the store; with `remoteRefs` each that is listed is an entry of its own, and no other is read.',
    'An identity of the cloud is one annotation of the account in `serviceAccount.annotations`: `iam.gke.io/gcp-service-account` on GKE, `eks.amazonaws.com/role-arn` on EKS, `azure.workload.identity/client-id` on AKS. On GKE the policy then lets pods reach the metadata server of the node, and on AKS they have the label that its webhook looks for. Where no annotation is needed (GKE with principals, EKS with Pod Identity) `serviceAccount.workloadIdentity` says it.',
    'The autoscaler also follows `http_requests_per_second`, which an adapter makes of `http_requests_total`; without one it scales by CPU and memory, and never below what they ask for. For prometheus-adapter the rule is:',
    '```yaml\nrules:\n  - seriesQuery: \'http_requests_total{namespace!="",pod!=""}\'\n    resources:\n      overrides: { namespace: { resource: namespace }, pod: { resource: pod } }\n    name: { matches: http_requests_total, as: http_requests_per_second }\n    metricsQuery: \'sum(rate(<<.Series>>{<<.LabelMatchers>>}[2m])) by (<<.GroupBy>>)\'\n```',
    'The dashboard and the alerts are for the metrics of prometheus-fastapi-instrumentator with its defaults, on `/metrics` of the same port.',
  ],
});
