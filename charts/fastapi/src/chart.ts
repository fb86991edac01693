import { defineChart, traces } from '@chartwright/generators/define';

export default defineChart({
  name: 'fastapi',
  version: '0.1.0',
  appVersion: '1.0.0',
  description: 'Your FastAPI (or other ASGI) application behind uvicorn or gunicorn, scaled by load.',
  keywords: ['fastapi', 'asgi', 'uvicorn', 'api', 'python'],
  umbrellas: ['ai-platform'],
  workloads: {
    main: {
      kind: 'Deployment',
      image: { own: 'an HTTP server that listens on the port in PORT (8000) and answers /health' },
      ports: { http: { port: 8000, settable: true } },
      health: '{{ .Values.config.healthPath }}',
      probes: {
        startup: { periodSeconds: 5, failureThreshold: 60 },
        liveness: { periodSeconds: 20, timeoutSeconds: 5 },
        readiness: { periodSeconds: 10, timeoutSeconds: 5 },
      },
      env: {
        HOME: '/tmp',
        PYTHONDONTWRITEBYTECODE: '1',
        PYTHONUNBUFFERED: '1',
        UVICORN_HOST: '0.0.0.0',
        UVICORN_PORT: { value: 'service.port' },
        PORT: { value: 'service.port' },
      },
      init: {
        'wait-for-migrations': {
          description: 'Holds until the database is up to date.',
          image: 'main',
          when: '.Values.migrations.enabled',
          script: 'wait-for-migrations.sh',
          env: {
            MIGRATIONS_CHECK: { value: 'migrations.check' },
            MIGRATIONS_TIMEOUT: { value: 'migrations.waitSeconds' },
          },
        },
      },
      features: {
        ingress: {},
        httpRoute: {},
        autoscaling: {},
        tracing: {},
        monitoring: {
          port: 'http',
          path: '{{ .Values.config.metricsPath }}',
          dashboards: ['fastapi.json'],
          alerts: [
            {
              alert: 'FastapiDown',
              expr: 'absent(up{%selector%} == 1)',
              for: '5m',
              severity: 'critical',
              summary: 'No pod of the application can be scraped.',
            },
            {
              alert: 'FastapiErrors',
              expr: 'sum(rate(http_requests_total{%selector%,status=~"5.."}[5m])) / sum(rate(http_requests_total{%selector%}[5m])) > 0.05',
              for: '10m',
              severity: 'warning',
              summary: 'More than one request in twenty fails.',
            },
            {
              alert: 'FastapiSlow',
              expr: 'histogram_quantile(0.95, sum by (le) (rate(http_request_duration_highr_seconds_bucket{%selector%}[10m]))) > 5',
              for: '15m',
              severity: 'warning',
              summary: 'One request in twenty takes longer than five seconds.',
            },
          ],
        },
      },
      values: {
        resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
        lifecycle: { preStop: { sleep: { seconds: 5 } } },
        autoscaling: {
          minReplicas: 2,
          maxReplicas: 6,
          targetCPUUtilizationPercentage: 70,
          behavior: {
            scaleDown: {
              stabilizationWindowSeconds: 300,
              policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }],
            },
          },
        },
      },
    },
    migrations: {
      kind: 'Job',
      description: 'Migrates the database of the application.',
      image: 'main',
      when: '.Values.migrations.enabled',
      script: 'migrate.sh',
      env: {
        HOME: '/tmp',
        PYTHONDONTWRITEBYTECODE: '1',
        PYTHONUNBUFFERED: '1',
        MIGRATE: { value: 'command' },
      },
      connections: ['postgres', 'redis'],
      values: {
        resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
        backoffLimit: 3,
        activeDeadlineSeconds: 1800,
      },
    },
  },
  connections: {
    redis: {
      type: 'redis',
      chart: 'redis',
      optional: true,
      description: 'Cache, sessions or queue of the application.',
      env: { REDIS_URL: 'url' },
    },
    postgres: {
      type: 'postgres',
      chart: 'postgres',
      optional: true,
      description: 'Database of the application.',
      env: { DATABASE_URL: 'url' },
    },
    s3: {
      type: 's3',
      chart: 'minio',
      optional: true,
      bundled: false,
      description: 'Object store of the application.',
      env: {
        AWS_ENDPOINT_URL_S3: 'url',
        AWS_REGION: 'region',
        AWS_ACCESS_KEY_ID: 'username',
        AWS_SECRET_ACCESS_KEY: 'password',
        S3_BUCKET: 'bucket',
        AWS_CA_BUNDLE: 'ca',
      },
    },
    mlflow: {
      type: 'http',
      chart: 'mlflow',
      optional: true,
      bundled: false,
      description: 'Tracking server and model registry.',
      env: { MLFLOW_TRACKING_URI: 'url', MLFLOW_TRACKING_SERVER_CERT_PATH: 'ca' },
    },
    jaeger: traces(),
  },
  provides: { type: 'http' },
  notes: [
    'The port is said once: `service.port` is the port of the Service and of the container, and the container finds it in `PORT` and `UVICORN_PORT`. `uvicorn app:app` and `gunicorn app:app` listen there by themselves; an image whose command line names a port needs that one in `service.port`.',
    'uvicorn reads `UVICORN_*`, `WEB_CONCURRENCY` and `FORWARDED_ALLOW_IPS`; gunicorn reads `PORT`, `WEB_CONCURRENCY`, `FORWARDED_ALLOW_IPS` and `GUNICORN_CMD_ARGS`. What the command line of the image says wins over all of them.',
    'The file system of the container is read-only but for `/tmp`, its `HOME`. Confidential settings of the application come from Secrets by `extraEnvFrom`.',
    'With `migrations.enabled` a Job runs `migrations.command` in the image of the application, once for each image and command, and new pods wait until `migrations.check` succeeds; the old ones serve until then. What the Job needs from Secrets is named in `migrations.extraEnvFrom` and, for the check, in `extraEnvFrom`. A command that fails leaves the release as it was; migrations must suit the old version too.',
    'The dashboard and the alerts are for the metrics of prometheus-fastapi-instrumentator with its defaults.',
  ],
});
