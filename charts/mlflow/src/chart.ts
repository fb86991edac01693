import { defineChart, not, value } from '@chartwright/nx/define';

/** libpq takes host, user and password from its own variables, whatever characters they hold: no password is in a URI. */
const DATABASE = { MLFLOW_BACKEND_STORE_URI: 'postgresql+psycopg2://' };

const PYTHON = {
  HOME: '/tmp',
  PYTHONDONTWRITEBYTECODE: '1',
  PYTHONUNBUFFERED: '1',
  GIT_PYTHON_REFRESH: 'quiet',
  MLFLOW_DISABLE_TELEMETRY: 'true',
};

const AUTH = { template: '{{ .Values.auth.enabled | quote }}' };
const ARTIFACTS = { template: '{{ include "mlflow.artifacts" . | quote }}' };

const jobResources = { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '1Gi' } };

export default defineChart({
  name: 'mlflow',
  version: '0.1.0',
  appVersion: '3.15.2',
  description:
    'MLflow: experiment tracking, model registry and artifacts, on PostgreSQL and S3, reachable under every name it has.',
  home: 'https://mlflow.org',
  sources: ['https://github.com/mlflow/mlflow'],
  keywords: ['mlflow', 'mlops', 'experiments', 'models', 'tracking'],
  category: 'ai-machine-learning',
  umbrellas: ['ai-platform'],
  first: ['artifacts.destination', 'auth.enabled', 'config.allowedHosts', 'config.staticPrefix'],
  workloads: {
    main: {
      kind: 'Deployment',
      login: value('auth.enabled'),
      // The image without -full has neither a driver for PostgreSQL nor one for S3.
      image: {
        registry: 'ghcr.io',
        repository: 'mlflow/mlflow',
        tag: 'v3.15.2-full',
        digest: 'sha256:2c9c50ca72e314cb1b8b301ceaa43882629ad91873d7271f3be92796930c3647',
      },
      script: 'start.sh',
      ports: { http: 5000, metrics: 9464 },
      health: '{{ .Values.config.staticPrefix }}/health',
      probes: {
        startup: { periodSeconds: 5, timeoutSeconds: 5, failureThreshold: 60 },
        liveness: { periodSeconds: 20, timeoutSeconds: 10, failureThreshold: 6 },
        readiness: { periodSeconds: 10, timeoutSeconds: 5 },
      },
      env: {
        ...PYTHON,
        ...DATABASE,
        POD_IP: { field: 'status.podIP' },
        MLFLOW_HOST: { template: '{{ .Values.global.listenAddress | quote }}' },
        MLFLOW_PORT: '5000',
        MLFLOW_SERVER_ALLOWED_HOSTS: { template: '{{ include "mlflow.allowedHosts" . | quote }}' },
        MLFLOW_SERVER_CORS_ALLOWED_ORIGINS: { template: '{{ include "mlflow.allowedOrigins" . | quote }}' },
        MLFLOW_ARTIFACTS_DESTINATION: ARTIFACTS,
        MLFLOW_DEFAULT_ARTIFACT_ROOT: { ...ARTIFACTS, when: not(value('artifacts.proxied')) },
        MLFLOW_EXPOSE_PROMETHEUS: '/tmp/metrics',
        METRICS_PORT: '9464',
        EXTRA_ARGS: { template: '{{ join "\\n" .Values.extraArgs | quote }}' },
        AUTH,
        MLFLOW_AUTH_CONFIG_PATH: { template: '/tmp/basic-auth.ini', when: value('auth.enabled') },
      },
      files: { 'metrics.py': '/opt/chart/metrics.py' },
      init: {
        'wait-for-migrations': {
          description: 'Waits until the database has the schema of this version.',
          image: 'main',
          script: 'wait-for-migrations.sh',
          env: { TIMEOUT: { value: 'migrations.waitSeconds' } },
        },
      },
      connections: ['postgres', 's3'],
      egress: {
        artifacts: {
          port: 443,
          when: value('artifacts.destination'),
          description: 'the store of artifacts.destination',
        },
        outside: {
          port: 443,
          when: value('config.outbound'),
          description: 'LLM providers of the AI gateway and of judges, webhooks',
        },
      },
      features: {
        ingress: { below: 'config.staticPrefix' },
        httpRoute: { below: 'config.staticPrefix' },
        autoscaling: {},
        monitoring: {
          port: 'metrics',
          path: '/metrics',
          dashboards: ['mlflow.json'],
          alerts: [
            {
              alert: 'MlflowDown',
              expr: 'absent(up{%selector%} == 1)',
              for: '5m',
              severity: 'critical',
              summary: 'No pod of MLflow can be scraped.',
            },
            {
              alert: 'MlflowErrors',
              expr: 'sum(rate(mlflow_http_request_total{%selector%,status=~"5.."}[5m])) / sum(rate(mlflow_http_request_total{%selector%}[5m])) > 0.05',
              for: '10m',
              severity: 'warning',
              summary:
                'More than one request in twenty fails; mostly the database or the store of the artifacts.',
            },
            {
              alert: 'MlflowSlow',
              expr: 'histogram_quantile(0.95, sum by (le) (rate(mlflow_http_request_duration_seconds_bucket{%selector%}[10m]))) > 5',
              for: '15m',
              severity: 'warning',
              summary: 'One request in twenty takes longer than five seconds.',
            },
          ],
        },
      },
      terminationGracePeriodSeconds: 60,
      values: {
        resources: { requests: { cpu: '100m', memory: '896Mi' }, limits: { memory: '2Gi' } },
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
      description:
        'Brings the database to the schema of this version; every upgrade of the release runs it again.',
      image: 'main',
      script: 'migrate.sh',
      env: { ...PYTHON, ...DATABASE, AUTH },
      connections: ['postgres'],
      values: { backoffLimit: 3, activeDeadlineSeconds: 7200, resources: jobResources },
    },
    gc: {
      kind: 'CronJob',
      description: 'Removes for good what was deleted in MLflow, with its artifacts.',
      when: value('gc.enabled'),
      image: 'main',
      script: 'gc.sh',
      settings: true,
      env: {
        ...PYTHON,
        ...DATABASE,
        AUTH,
        OLDER_THAN: { value: 'olderThan' },
        MLFLOW_ARTIFACTS_DESTINATION: ARTIFACTS,
        MLFLOW_TRACKING_URI: { template: '{{ include "mlflow.trackingUri" . | quote }}' },
      },
      connections: ['postgres', 's3', 'tracking'],
      egress: {
        artifacts: {
          port: 443,
          when: value('artifacts.destination'),
          description: 'the store of artifacts.destination, to remove from it',
        },
      },
      values: { activeDeadlineSeconds: 14400, resources: jobResources },
    },
  },
  connections: {
    postgres: {
      type: 'postgres',
      chart: 'postgres',
      description: 'Experiments, runs, models, and users with auth.enabled.',
      env: {
        PGHOST: 'host',
        PGPORT: 'port',
        PGUSER: 'username',
        PGPASSWORD: 'password',
        PGDATABASE: 'database',
        PGSSLMODE: 'sslMode',
        PGSSLROOTCERT: 'ca',
      },
    },
    s3: {
      type: 's3',
      chart: 'minio',
      description: 'The bucket of the artifacts.',
      when: not(value('artifacts.destination')),
      client: { buckets: ['mlflow'] },
      env: {
        MLFLOW_S3_ENDPOINT_URL: 'url',
        AWS_DEFAULT_REGION: 'region',
        AWS_ACCESS_KEY_ID: 'username',
        AWS_SECRET_ACCESS_KEY: 'password',
        AWS_CA_BUNDLE: 'ca',
      },
    },
    tracking: {
      type: 'http',
      workload: 'main',
      description: 'The server, through which artifacts are deleted.',
      orders: false,
    },
  },
  // Otherwise clients fetch large files from the store itself, which lets the server in and nobody else.
  provides: {
    type: 'http',
    path: 'mlflow.basePath',
    clientEnv: {
      MLFLOW_ENABLE_PROXY_MULTIPART_DOWNLOAD: 'false',
      MLFLOW_ENABLE_PROXY_MULTIPART_UPLOAD: 'false',
    },
  },
  values: { scratch: { sizeLimit: '10Gi' } },
  notes: [
    'Clients set `MLFLOW_TRACKING_URI` to `http://<fullname>:5000`, with `config.staticPrefix` behind it where that is set. They need no access to the bucket: artifacts go through the server, unless `artifacts.proxied` is false.',
    'MLflow 3.15 and newer hand clients links into the bucket for what they download. A client that cannot reach the bucket then hangs for minutes: set `MLFLOW_ENABLE_PROXY_MULTIPART_DOWNLOAD=false` and `MLFLOW_ENABLE_PROXY_MULTIPART_UPLOAD=false` beside the URI, as the charts that connect to this one do by themselves, or let the client into the bucket.',
    'MLflow 3 answers 403 to a Host header that it does not know. The chart allows the names of the Service, of `service.aliases`, of `ingress.hosts` and `httpRoute.hostnames`, the address of the pod and localhost; any other name that people type goes to `config.allowedHosts`. The origins that browsers may write from follow from the same names.',
    'A Job brings the database to the schema of the image, and new pods wait for that; the old ones serve until then. Migrations cannot be undone: back up the database before an upgrade, and restore it to go back. A pod of an older version says so and does not start.',
    'With `auth.enabled` users and permissions are in the same database. The administrator is created at the first start, with `auth.adminPassword`; later changes of that value have no effect in MLflow: change the password there, and give the same one here if `gc.enabled`, which logs in with it.',
    '`secrets.encryptionPassphrase` encrypts the API keys that users store in MLflow: whoever loses it loses them. It is generated once and its Secret is kept; to change it, run `mlflow crypto rotate-kek` in a pod.',
    'The metrics are on a port of their own, 9464, which knows neither host names nor users: it is open to the clients and to Prometheus, and leads to no Ingress.',
    'The digest is that of the newest image with the drivers whose digest is known; `image.tag=v3.16.1-full` is served as well.',
  ],
});
