import { ALWAYS, all, any, defineChart, eq, has, include, ne, printed, value } from '@chartwright/nx/define';

/** Airflow 3, which has an api-server and needs a DAG processor; Airflow 2 has a webserver. */
const LINE_3 = eq(include('airflow.line'), '3');
const LINE_2 = ne(include('airflow.line'), '3');
const CELERY = eq(value('executor'), 'CeleryExecutor');
const FLOWER = all(CELERY, value('flower.enabled'));
const KUBERNETES = eq(value('executor'), 'KubernetesExecutor');
const NOT_KUBERNETES = ne(value('executor'), 'KubernetesExecutor');
const STATSD = value('metrics.statsd');
const OTEL = value('metrics.otelHost');
/** Tasks run in the scheduler with the LocalExecutor, else in workers or pods of their own. */
const PODS_BY_TASKS = value('podOperator.enabled');
const PODS_BY_SCHEDULER = any(KUBERNETES, all(PODS_BY_TASKS, eq(value('executor'), 'LocalExecutor')));
const DAG_PROCESSOR = any(LINE_3, value('dagProcessor.standalone'));

/**
 * Tasks of their queues that wait or run, in as many workers as they need. The password is in the environment of the worker; the authority
 * of the server is a file there, which KEDA does not have.
 */
const QUEUE = `{{- $queue := (.Values.config.operators | default dict).default_queue | default "default" | toJson | trimAll "\\"" }}
- type: postgresql
  metadata:
    host: {{ include "airflow.connections.postgres.host" . | quote }}
    port: {{ include "airflow.connections.postgres.port" . | quote }}
    userName: {{ include "airflow.connections.postgres.username" . | quote }}
    dbName: {{ include "airflow.connections.postgres.database" . | quote }}
    sslmode: {{ regexReplaceAll "^verify-.*" (include "airflow.connections.postgres.sslMode" .) "require" | quote }}
    passwordFromEnv: PGPASSWORD
    query: select count(*) from task_instance where state in ('running', 'queued') and queue in ('{{ .Values.worker.queues | default (list $queue) | join "', '" }}')
    targetQueryValue: {{ int64 .Values.worker.tasksPerWorker | quote }}`;

const image = {
  registry: 'docker.io',
  repository: 'apache/airflow',
  tag: '3.3.2-python3.12',
  digest: 'sha256:9df9c8be4096b9cc626bd7cb1f2b8c712eef66c59c615f8c7e6200871ca10bd1',
  variants: [
    {
      when: has(value('image.tag'), '2.7.1'),
      tag: '2.7.1',
      digest: 'sha256:627435cb2fd0f32fcf4edb3f27039bf151926bbf13c7ff4c9a3e5bcf13aef632',
    },
  ],
};

/** What every component of Airflow needs to know; the file airflow.cfg holds the rest. */
const env = {
  PYTHONDONTWRITEBYTECODE: '1',
  DUMB_INIT_SETSID: '0',
  // Whom the namespace chose is in no list of users, and Airflow asks for a name and a home.
  USER: 'airflow',
  HOME: '/home/airflow',
  AIRFLOW_HOME: '/opt/airflow',
  // libpq and asyncpg take all of it from their own variables, whatever characters it holds: nothing of it is in a URL.
  AIRFLOW__DATABASE__SQL_ALCHEMY_CONN: 'postgresql+psycopg2://',
  AIRFLOW__DATABASE__SQL_ALCHEMY_CONN_ASYNC: 'postgresql+asyncpg://',
  AIRFLOW__CELERY__RESULT_BACKEND: 'db+postgresql+psycopg2://',
  AIRFLOW__CORE__EXECUTOR: { template: '{{ .Values.executor | quote }}' },
  AIRFLOW__CORE__DAGS_FOLDER: { template: '{{ include "airflow.dagsFolder" . | quote }}' },
  AIRFLOW__CORE__AUTH_MANAGER: { template: '{{ .Values.authManager | quote }}', when: LINE_3 },
  AIRFLOW__CORE__EXECUTION_API_SERVER_URL: {
    template:
      'http://{{ include "airflow.fullname" . }}{{ ternary "-direct" "" .Values.gateway.enabled }}:{{ .Values.service.port }}{{ include "airflow.basePath" . }}/execution/',
    when: LINE_3,
  },
  AIRFLOW__API__BASE_URL: {
    template: '{{ include "airflow.baseUrl" . | quote }}',
    when: all(include('airflow.baseUrl'), LINE_3),
  },
  AIRFLOW__WEBSERVER__BASE_URL: {
    template: '{{ include "airflow.baseUrl" . | quote }}',
    when: all(include('airflow.baseUrl'), LINE_2),
  },
  AIRFLOW__DAG_PROCESSOR__DAG_BUNDLE_CONFIG_LIST: {
    template: '{{ .Values.dagBundles | toJson | quote }}',
    when: all(value('dagBundles'), LINE_3),
  },
  AIRFLOW__SCHEDULER__STANDALONE_DAG_PROCESSOR: {
    template: '{{ .Values.dagProcessor.standalone | quote }}',
    when: LINE_2,
  },
  AIRFLOW__API__HOST: { template: '{{ .Values.global.listenAddress | quote }}', when: LINE_3 },
  AIRFLOW__WEBSERVER__WEB_SERVER_HOST: {
    template: '{{ .Values.global.listenAddress | quote }}',
    when: LINE_2,
  },
  AIRFLOW__METRICS__STATSD_ON: { template: '{{ .Values.metrics.statsd | quote }}' },
  AIRFLOW__METRICS__STATSD_PREFIX: 'airflow',
  AIRFLOW__METRICS__OTEL_ON: { template: '{{ .Values.metrics.otelHost | empty | not | quote }}' },
  AIRFLOW__METRICS__OTEL_HOST: { template: '{{ .Values.metrics.otelHost | quote }}', when: OTEL },
  AIRFLOW__METRICS__OTEL_PORT: { template: '{{ int64 .Values.metrics.otelPort | quote }}', when: OTEL },
};

/** For those who are connected to S3: Airflow refuses remote logs without a place for them. */
const componentEnv = {
  ...env,
  AIRFLOW__LOGGING__REMOTE_LOGGING: {
    template: '{{ include "airflow.connections.s3.via" . | empty | not | quote }}',
  },
  AIRFLOW__LOGGING__REMOTE_LOG_CONN_ID: 's3_logs',
  LOG_RETENTION_DAYS: { template: '{{ int64 .Values.logs.retentionDays | quote }}' },
};

/** A URL cannot hold every password as it is. */
const brokerEnv = {
  AIRFLOW__CELERY__BROKER_URL_CMD: {
    template: 'python /opt/airflow/checks/broker.py',
    when: all(CELERY, include('airflow.connections.redis.via')),
  },
};

/** Where the scheduler finds the pod that runs a task, and the web server the log of one. */
const kubernetesEnv = {
  AIRFLOW__KUBERNETES_EXECUTOR__NAMESPACE: { template: '{{ .Release.Namespace | quote }}', when: KUBERNETES },
  AIRFLOW__KUBERNETES_EXECUTOR__POD_TEMPLATE_FILE: {
    template: '/opt/airflow/pod-template/pod.yaml',
    when: KUBERNETES,
  },
};

const files = {
  'airflow.cfg.tpl': '/opt/airflow/airflow.cfg',
  'webserver_config.py.tpl': '/opt/airflow/webserver_config.py',
  'broker.py': '/opt/airflow/checks/broker.py',
};
const withChecks = {
  ...files,
  'migrated.py': '/opt/airflow/checks/migrated.py',
  'alive.py': '/opt/airflow/checks/alive.py',
};
const withLogs = { ...withChecks, 'with-log-cleaner.sh': '/opt/airflow/with-log-cleaner.sh' };

/** What writes logs for as long as it runs deletes the old ones beside it. */
const withLogCleaner = ['dumb-init', '--', 'sh', '/opt/airflow/with-log-cleaner.sh'];

/** The key that signs the tokens of tasks: for those who make and check them only, not for tasks. */
const jwt = {
  secret: '{{ include "airflow.secretName" (dict "root" . "key" "jwt-secret") | quote }}',
  path: '/run/airflow',
  subPath: '{{ include "airflow.secretKey" (dict "root" . "key" "jwt-secret") | quote }}',
  mode: 0o440,
};
const adminPassword = {
  ...jwt,
  secret: '{{ include "airflow.secretName" (dict "root" . "key" "admin-password") | quote }}',
  path: '/run/airflow/admin-password',
  subPath: '{{ include "airflow.secretKey" (dict "root" . "key" "admin-password") | quote }}',
};
const jwtMount = { jwt: { ...jwt, path: '/run/airflow/jwt-secret' } };
const jwtEnv = { AIRFLOW__API_AUTH__JWT_SECRET_CMD: 'cat /run/airflow/jwt-secret' };

const podTemplate = {
  'pod-template': {
    configMap: '{{ include "airflow.fullname" . }}-task',
    path: '/opt/airflow/pod-template',
    when: KUBERNETES,
  },
};

const init = {
  'wait-for-migrations': {
    description: 'Waits until the database is up to date.',
    image: 'main' as const,
    command: ['python', '/opt/airflow/checks/migrated.py'],
    args: ['600'],
  },
};

const writable = { logs: '/opt/airflow/logs' };
const logVolume = { name: 'logs', mountPath: '/opt/airflow/logs', size: '5Gi' };
const gitSync = { mountPath: '/opt/airflow/dags', https: ALWAYS };
const outside = {
  https: {
    port: 443,
    urls: ['dagBundles'],
    description: 'What DAGs and tasks call, and bundles from git; other ports in networkPolicy.extraEgress.',
  },
};
const otelEgress = {
  otel: { port: { value: 'metrics.otelPort' }, when: OTEL, description: 'Metrics and traces.' },
};

/** Looks at the heartbeat in the database; the commands of Airflow itself take seconds of CPU each time. */
const heartbeat = (job: string) => {
  const probe = { exec: { command: ['python', '/opt/airflow/checks/alive.py', job] }, timeoutSeconds: 20 };
  return {
    startup: { ...probe, periodSeconds: 10, failureThreshold: 60 },
    liveness: { ...probe, periodSeconds: 60, failureThreshold: 5 },
    readiness: { ...probe, initialDelaySeconds: 30, periodSeconds: 60, failureThreshold: 3 },
  };
};

/** The permissions that the executor for Kubernetes needs for the pods of tasks. */
const startsPods = [
  { apiGroups: [''], resources: ['pods'], verbs: ['create', 'get', 'list', 'watch', 'patch', 'delete'] },
  { apiGroups: [''], resources: ['pods/log'], verbs: ['get'] },
  { apiGroups: [''], resources: ['pods/exec'], verbs: ['create', 'get'] },
  { apiGroups: [''], resources: ['events'], verbs: ['list', 'watch'] },
];
const readsPods = [
  { apiGroups: [''], resources: ['pods'], verbs: ['get', 'list', 'watch'] },
  { apiGroups: [''], resources: ['pods/log'], verbs: ['get'] },
];

const shared = { image: 'main' as const, user: 50000, settings: true };
const job = {
  ...shared,
  kind: 'Job' as const,
  files: withChecks,
  writable,
};
const jobValues = {
  resources: { requests: { cpu: '100m', memory: '384Mi' }, limits: { memory: '1Gi' } },
  backoffLimit: 6,
  activeDeadlineSeconds: 1800,
};
const memory = (cpu: string, request: string, limit: string) => ({
  requests: { cpu, memory: request },
  limits: { memory: limit },
});

export default defineChart({
  name: 'airflow',
  version: '0.1.0',
  appVersion: '3.3.2',
  description:
    'Apache Airflow 3 and 2.7 to 2.11 with the executors Local, Celery and Kubernetes, DAGs from git and logs in S3.',
  home: 'https://airflow.apache.org',
  sources: ['https://github.com/apache/airflow', 'https://github.com/kubernetes/git-sync'],
  keywords: ['airflow', 'workflow', 'dag', 'scheduler', 'mlops'],
  category: 'integration-delivery',
  umbrellas: ['ai-platform'],
  first: ['executor', 'gitSync.repository', 'baseUrl', 'admin.username', 'secrets.fernetKey', 'config'],
  workloads: {
    main: {
      kind: 'Deployment',
      login: true,
      image,
      user: 50000,
      command: withLogCleaner,
      args: ['airflow', '$(AIRFLOW_WEB)'],
      env: {
        ...componentEnv,
        ...jwtEnv,
        ...kubernetesEnv,
        AIRFLOW_WEB: { template: `{{ ternary "api-server" "webserver" (${printed(LINE_3)}) }}` },
        AIRFLOW__API__PORT: '8080',
        AIRFLOW__FAB__ENABLE_PROXY_FIX: 'True',
        AIRFLOW__WEBSERVER__ENABLE_PROXY_FIX: 'True',
        FORWARDED_ALLOW_IPS: '*',
      },
      ports: { http: 8080 },
      health: '{{ include "airflow.basePath" . }}/api/{{ include "airflow.api" . }}/version',
      probes: {
        startup: { periodSeconds: 5, timeoutSeconds: 10, failureThreshold: 120 },
        liveness: { periodSeconds: 30, timeoutSeconds: 20, failureThreshold: 5 },
        readiness: { periodSeconds: 10, timeoutSeconds: 10 },
      },
      writable,
      files: withLogs,
      mounts: { ...jwtMount, ...podTemplate },
      init,
      egress: {
        login: {
          port: 443,
          urls: ['webserverConfig'],
          when: value('webserverConfig'),
          description: 'Logins by OAuth or LDAP, while webserverConfig is set.',
        },
        ...otelEgress,
      },
      connections: ['postgres', 's3', 'schedulerLogs', 'workerLogs', 'triggererLogs', 'statsd'],
      features: {
        // The webserver of Airflow 2 imports modules from the folder of DAGs, for example those of its plugins. The
        // api-server of Airflow 3 does not have it on its path and reads DAGs and their code from the database alone.
        gitSync: { mountPath: gitSync.mountPath, when: LINE_2 },
        ingress: {},
        httpRoute: {},
        autoscaling: {},
        rbac: { when: KUBERNETES, rules: readsPods },
      },
      values: {
        resources: memory('200m', '768Mi', '2Gi'),
        terminationGracePeriodSeconds: 60,
      },
    },
    scheduler: {
      ...shared,
      kind: 'StatefulSet',
      description: 'Plans the runs; with the LocalExecutor it runs the tasks too.',
      command: withLogCleaner,
      args: ['airflow', 'scheduler'],
      env: {
        ...componentEnv,
        ...jwtEnv,
        ...kubernetesEnv,
        ...brokerEnv,
        AIRFLOW__SCHEDULER__ENABLE_HEALTH_CHECK: 'True',
        AIRFLOW__SCHEDULER__SCHEDULER_HEALTH_CHECK_SERVER_PORT: '8974',
      },
      ports: { logs: 8793, health: 8974 },
      probes: {
        startup: {
          httpGet: { path: '/health', port: 'health' },
          periodSeconds: 10,
          timeoutSeconds: 10,
          failureThreshold: 60,
        },
        liveness: {
          httpGet: { path: '/health', port: 'health' },
          periodSeconds: 30,
          timeoutSeconds: 10,
          failureThreshold: 10,
        },
        readiness: { httpGet: { path: '/health', port: 'health' }, periodSeconds: 15, timeoutSeconds: 10 },
      },
      storage: logVolume,
      files: withLogs,
      mounts: { ...jwtMount, ...podTemplate },
      init,
      // With the KubernetesExecutor it runs no task, and 443 leads to the API server.
      egress: {
        https: { ...outside.https, when: NOT_KUBERNETES },
        ...otelEgress,
      },
      connections: ['postgres', 'redis', 's3', 'api', 'statsd'],
      features: {
        gitSync: { ...gitSync, https: NOT_KUBERNETES },
        rbac: { when: PODS_BY_SCHEDULER, rules: startsPods },
      },
      values: {
        resources: memory('200m', '512Mi', '2Gi'),
        terminationGracePeriodSeconds: 60,
      },
    },
    dagProcessor: {
      ...shared,
      kind: 'Deployment',
      description:
        'Reads the DAG files. Airflow 3 always has one; in Airflow 2 the scheduler does it unless dagProcessor.standalone.',
      when: DAG_PROCESSOR,
      command: withLogCleaner,
      args: ['airflow', 'dag-processor'],
      env: componentEnv,
      probes: heartbeat('DagProcessorJob'),
      writable,
      files: withLogs,
      init,
      egress: {
        ...outside,
        ...otelEgress,
        ssh: { port: 22, when: value('dagBundles'), description: 'Bundles from git by ssh.' },
      },
      connections: ['postgres', 's3', 'statsd'],
      features: { gitSync },
      values: {
        resources: memory('100m', '384Mi', '1Gi'),
        terminationGracePeriodSeconds: 60,
      },
    },
    triggerer: {
      ...shared,
      kind: 'StatefulSet',
      description: 'Runs the triggers of deferred tasks.',
      when: value('triggerer.enabled'),
      command: withLogCleaner,
      args: ['airflow', 'triggerer'],
      env: componentEnv,
      ports: { logs: 8794 },
      probes: heartbeat('TriggererJob'),
      writable,
      files: withLogs,
      init,
      egress: { ...outside, ...otelEgress },
      connections: ['postgres', 's3', 'api', 'statsd'],
      features: { gitSync, rbac: { when: PODS_BY_TASKS, rules: readsPods } },
      values: {
        resources: memory('100m', '384Mi', '1Gi'),
        terminationGracePeriodSeconds: 60,
      },
    },
    worker: {
      ...shared,
      kind: 'StatefulSet',
      description: 'Runs the tasks of the CeleryExecutor.',
      when: CELERY,
      command: withLogCleaner,
      args: [
        'airflow',
        'celery',
        {
          template: 'worker{{ with .Values.worker.queues }}, --queues, {{ join "," . | quote }}{{ end }}',
        },
      ],
      env: {
        ...componentEnv,
        ...brokerEnv,
        AIRFLOW__CELERY__WORKER_CONCURRENCY: {
          template: '{{ int64 .Values.worker.concurrency | quote }}',
          when: value('worker.concurrency'),
        },
      },
      ports: { logs: 8793 },
      probes: {
        startup: { tcpSocket: { port: 'logs' }, periodSeconds: 5, failureThreshold: 120 },
        liveness: {
          exec: { command: ['python', '/opt/airflow/checks/alive.py', 'celery'] },
          periodSeconds: 120,
          timeoutSeconds: 30,
          failureThreshold: 5,
        },
        readiness: { tcpSocket: { port: 'logs' }, periodSeconds: 15 },
      },
      storage: logVolume,
      groups: true,
      files: withLogs,
      init,
      egress: { ...outside, ...otelEgress },
      connections: ['postgres', 'redis', 's3', 'api', 'statsd'],
      features: {
        gitSync,
        autoscaling: {},
        keda: { triggers: QUEUE },
        rbac: { when: PODS_BY_TASKS, rules: startsPods },
      },
      values: {
        resources: memory('200m', '1Gi', '2Gi'),
        terminationGracePeriodSeconds: 300,
        autoscaling: { targetCPUUtilizationPercentage: 75, targetMemoryUtilizationPercentage: 80 },
      },
    },
    flower: {
      ...shared,
      kind: 'Deployment',
      description: 'Shows Celery workers and their queue.',
      when: FLOWER,
      command: ['dumb-init', '--'],
      args: ['airflow', 'celery', 'flower'],
      env: {
        ...env,
        ...brokerEnv,
        ADMIN_USERNAME: { template: '{{ .Values.admin.username | quote }}' },
        AIRFLOW__CELERY__FLOWER_BASIC_AUTH_CMD: 'sh /opt/airflow/checks/flower.sh',
      },
      ports: { http: 5555 },
      health: '/healthcheck',
      probes: {
        startup: { periodSeconds: 5, timeoutSeconds: 10, failureThreshold: 120 },
        liveness: { periodSeconds: 30, timeoutSeconds: 20, failureThreshold: 5 },
        readiness: { periodSeconds: 15, timeoutSeconds: 10 },
      },
      writable,
      files: { ...files, 'flower.sh': '/opt/airflow/checks/flower.sh' },
      mounts: { admin: adminPassword },
      connections: ['postgres', 'redis'],
      features: {},
      values: { resources: memory('50m', '256Mi', '512Mi') },
    },
    task: {
      ...shared,
      kind: 'PodTemplate',
      description: 'The pods in which the KubernetesExecutor runs tasks.',
      when: KUBERNETES,
      // The executor names the command; the image's entrypoint need not look whether the database is there.
      env: { ...componentEnv, AIRFLOW__CORE__EXECUTOR: 'LocalExecutor', CONNECTION_CHECK_MAX_COUNT: '0' },
      files,
      writable,
      egress: { ...outside, ...otelEgress },
      connections: ['postgres', 's3', 'api', 'statsd'],
      features: { gitSync, rbac: { when: PODS_BY_TASKS, rules: startsPods } },
      values: { resources: memory('100m', '512Mi', '1Gi') },
    },
    statsd: {
      kind: 'Deployment',
      description: 'Converts the StatsD metrics of all components to metrics for Prometheus.',
      when: STATSD,
      singleton: true,
      image: {
        registry: 'quay.io',
        repository: 'prometheus/statsd-exporter',
        tag: 'v0.30.0',
        digest: 'sha256:378cb79c4ac7d6941e5ed71b1f3cd6f4707cf42c72c104ffe81fa4d9026ef659',
      },
      user: 65534,
      args: ['--statsd.mapping-config=/etc/statsd/mapping.yaml'],
      files: { 'mapping.yaml': '/etc/statsd/mapping.yaml' },
      connections: [],
      ports: { statsd: { port: 9125, protocol: 'UDP' }, metrics: 9102 },
      probes: {
        liveness: { httpGet: { path: '/-/healthy', port: 'metrics' }, periodSeconds: 30 },
        readiness: { httpGet: { path: '/-/ready', port: 'metrics' }, periodSeconds: 10 },
      },
      features: {
        monitoring: {
          port: 'metrics',
          path: '/metrics',
          dashboards: ['airflow.json'],
          alerts: [
            {
              alert: 'AirflowSchedulerSilent',
              expr: 'rate(airflow_scheduler_heartbeat{%selector%}[5m]) == 0',
              for: '5m',
              severity: 'critical',
              summary: 'The scheduler of Airflow has sent no heartbeat for five minutes: nothing is started.',
            },
            {
              alert: 'AirflowImportErrors',
              expr: 'airflow_dag_processing_import_errors{%selector%} > 0',
              for: '15m',
              severity: 'warning',
              summary: 'DAG files cannot be read; the page of Airflow says which.',
            },
            {
              alert: 'AirflowTasksStarving',
              expr: 'airflow_scheduler_tasks_starving{%selector%} > 0',
              for: '30m',
              severity: 'warning',
              summary: 'Tasks have waited half an hour for a free slot of a pool.',
            },
            {
              alert: 'AirflowTasksFail',
              expr: 'rate(airflow_ti_failures{%selector%}[15m]) > 0.1 and rate(airflow_ti_failures{%selector%}[15m]) > rate(airflow_ti_successes{%selector%}[15m])',
              for: '15m',
              severity: 'warning',
              summary: 'More tasks fail than succeed.',
            },
          ],
        },
      },
      values: { resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '128Mi' } } },
    },
    migrations: {
      ...job,
      description: 'Brings the database up to date, once for each version.',
      script: 'migrate.sh',
      env,
      connections: ['postgres'],
      values: jobValues,
    },
    createUser: {
      ...job,
      description: 'Creates the first user.',
      when: all(value('admin.create'), include('airflow.fab')),
      script: 'create-user.sh',
      env: {
        ...env,
        ADMIN_USERNAME: { template: '{{ .Values.admin.username | quote }}' },
        ADMIN_EMAIL: { template: '{{ .Values.admin.email | quote }}' },
        ADMIN_FIRST_NAME: { template: '{{ .Values.admin.firstName | quote }}' },
        ADMIN_LAST_NAME: { template: '{{ .Values.admin.lastName | quote }}' },
        ADMIN_ROLE: { template: '{{ .Values.admin.role | quote }}' },
      },
      mounts: { admin: adminPassword },
      init,
      connections: ['postgres'],
      values: jobValues,
    },
    cleanup: {
      ...job,
      kind: 'CronJob',
      description: 'Deletes old runs from the database.',
      when: value('cleanup.enabled'),
      script: 'cleanup.sh',
      env: { ...env, RETENTION_DAYS: { template: '{{ int64 .Values.cleanup.retentionDays | quote }}' } },
      connections: ['postgres'],
      values: { ...jobValues, schedule: '30 3 * * *' },
    },
  },
  connections: {
    postgres: {
      type: 'postgres',
      chart: 'postgres',
      description: 'The database of Airflow.',
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
    redis: {
      type: 'redis',
      chart: 'redis',
      optional: true,
      when: CELERY,
      description: 'The queue of the CeleryExecutor.',
      env: { BROKER_ADDRESS: 'address', BROKER_USERNAME: 'username', BROKER_PASSWORD: 'password' },
    },
    s3: {
      type: 's3',
      chart: 'minio',
      optional: true,
      description: 'The logs of tasks.',
      env: {
        AWS_CA_BUNDLE: 'ca',
        AIRFLOW__LOGGING__REMOTE_BASE_LOG_FOLDER: 's3://{bucket}/logs',
        AIRFLOW_CONN_S3_LOGS:
          '{"conn_type":"aws","login":"{username}","password":"{password}","extra":{"endpoint_url":"{url}","region_name":"{region}"}}',
      },
    },
    api: {
      type: 'http',
      workload: 'main',
      orders: false,
      description: 'The execution API of Airflow 3, which tasks report to.',
    },
    schedulerLogs: {
      type: 'http',
      workload: 'scheduler',
      orders: false,
      description: 'Logs of running tasks of the LocalExecutor.',
    },
    workerLogs: {
      type: 'http',
      workload: 'worker',
      orders: false,
      description: 'Logs of running tasks of the CeleryExecutor.',
    },
    triggererLogs: {
      type: 'http',
      workload: 'triggerer',
      orders: false,
      description: 'Logs of triggers.',
    },
    statsd: {
      type: 'statsd',
      workload: 'statsd',
      orders: false,
      description: 'The metrics.',
      env: { AIRFLOW__METRICS__STATSD_HOST: 'host', AIRFLOW__METRICS__STATSD_PORT: 'port' },
    },
  },
  provides: { type: 'http' },
  values: { scratch: { sizeLimit: '10Gi' } },
  notes: [
    'The version of Airflow follows from the image tag, or from `airflowVersion` where the tag does not say it. Airflow 3 has an api-server and always a DAG processor; Airflow 2.7 to 2.11 has a webserver, and its scheduler reads the DAG files unless `dagProcessor.standalone`. For Airflow 2 set `image.tag`, for example 2.11.2.',
    'The Job `migrations` brings the database up to date, once for each version; every other pod waits for the revision in the database that its image needs, and the last line of `wait-for-migrations` says what is missing. An image older than the database does not start: `airflow db downgrade` comes first. To go from Airflow 2 to 3, stop the DAGs, keep a backup of the database and read the upgrade guide of Airflow.',
    'DAGs come from the image (/opt/airflow/dags), from git by `gitSync` in every component that has the folder of DAGs on its path, or, in Airflow 3, by `dagBundles` (GitDagBundle), the newer way. A login by ssh needs a Secret with the keys ssh-privatekey and known_hosts; one by https a Secret with username and password. The api-server of Airflow 3 needs no DAG files: it reads them from the database.',
    'The password of the first user is in the Secret of the chart, under admin-password: `kubectl get secret airflow --namespace apps -o jsonpath="{.data.admin-password}" | base64 -d`. The user is created once; changes are made in Airflow. The Secret also holds the Fernet key, without which no connection in the database can be read: it is kept over upgrades and uninstalling; back it up with the database.',
    'Logs of tasks go to S3 where the chart is connected to it; otherwise they are in the volume of the scheduler (LocalExecutor) or of each worker. With the KubernetesExecutor and without S3 they are gone with the pod of the task.',
    'Tasks may call the outside world on port 443; other ports, and hosts in the cluster, need `networkPolicy.extraEgress`. With the KubernetesExecutor the pods of tasks are as the block `task` says: the same user, read-only root, policies and files as the other pods.',
    'With `podOperator.enabled` tasks may start pods in the namespace of the release (KubernetesPodOperator): the pods that run tasks get a token and a Role for pods, and their policies lead to the API server. The pods that they start are of their own making: what policies and Pod Security the namespace has holds for them.',
    'A pooler in front of PostgreSQL, such as PgBouncer, is a database outside: name it in `connections.postgres.host` and `port`, with the user, database and Secret that it asks for. Transaction pooling needs PgBouncer 1.21 with `max_prepared_statements`, because Airflow 3 prepares statements. This chart runs none: `config.database.sql_alchemy_pool_size` bounds what a component opens.',
    'The pods run as user 50000 and group 50000. The image says a warning about a group other than 0 and runs; group 0 is not something this chart gives to pods.',
    'Workers follow CPU and memory (`worker.autoscaling`), or the tasks in the database (`worker.keda`, with KEDA installed). KEDA then asks the database itself: let its pods in by `networkPolicy.extraIngress` of postgres.',
    'Further groups of workers, for example on nodes with GPUs, stand in `worker.groups`, each with its own queues: `gpu: { queues: [gpu], concurrency: 1, nodeSelector: { accelerator: nvidia } }`. A group has the values of `worker` but for those that it gives itself. Name `worker.queues` too, and no queue is without workers.',
    'With the CeleryExecutor, `flower.enabled` adds Flower on port 5555, for the first user and password; reach it by `kubectl port-forward`.',
    'Logins by OAuth or LDAP are a `webserverConfig`; other settings of Airflow stand in `config` by section and option, and what is confidential comes from Secrets by `extraEnvFrom` of each component.',
  ],
});
