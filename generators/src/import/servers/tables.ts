import type { JsonObject } from '../../schema/index.ts';
import { airflowOption, grafanaOption } from './options.ts';
import type { Place } from './place.ts';

/** The settings of a server, in the words of its image. */
export interface ServerTable {
  readonly variables?: Readonly<Record<string, Place>>;
  /** Flags of its command, without dashes. */
  readonly flags?: Readonly<Record<string, Place>>;
  /** Where flags that the table lacks go as they are. */
  readonly otherFlags?: string;
  /** Where a variable that the table lacks has its place. */
  readonly otherVariables?: (name: string, value: string) => Place | undefined;
  /** Word of a command → path of the value that turns on what it runs. */
  readonly switches?: Readonly<Record<string, string>>;
  /** Values that the chart needs beside its own where it is no member of an umbrella. */
  readonly alone?: (values: JsonObject) => JsonObject;
  /** Folders or files in its container, with what becomes of what is mounted there. */
  readonly folders?: Readonly<Record<string, Place>>;
}

const text = (path: string, fits?: RegExp): Place => ({ path, form: 'text', ...(fits && { fits }) });
/** One of some words. */
const word = (path: string, ...of: readonly string[]): Place => ({ path, form: 'text', of });
const number = (path: string): Place => ({ path, form: 'number' });
const truth = (path: string): Place => ({ path, form: 'truth' });
const list = (path: string): Place => ({ path, form: 'list' });
const instead = (reason: string): Place => ({ instead: reason });
const done = (where: string): Place => ({ instead: where, verdict: 'carried' });
const asked = (what: string): Place => ({ instead: what, verdict: 'asked' });

/** Executors of Airflow that its chart knows. */
const EXECUTORS = ['LocalExecutor', 'CeleryExecutor', 'KubernetesExecutor'];

/** How much Prometheus, Alertmanager and Grafana log. */
const LEVELS = ['debug', 'info', 'warn', 'error'];
/** Sizes of PostgreSQL, with their unit. */
const SIZE = /^\d+(kB|MB|GB)$/;
const URL = /^https?:\/\/[\w.:/~-]+$/;

const OWN_ADDRESS = instead('the chart decides where it listens');
const OWN_FOLDER = instead('the chart decides where its data is');

const STORE: Place = {
  instead:
    'the connection of `mlflow` to `minio`; name another store in `mlflow.connections.s3` and `mlflow.artifacts.destination`',
  verdict: 'assumed',
};

/** Chart → its settings. What no table has is reported. */
export const TABLES: Readonly<Record<string, ServerTable>> = {
  postgres: {
    folders: {
      '/docker-entrypoint-initdb.d': asked('write its scripts into `postgres.initdb.scripts`'),
      '/etc/postgresql': asked('set its settings in `postgres.config` and `postgres.extraConfig`'),
    },
    variables: {
      PGDATA: OWN_FOLDER,
      PGPORT: instead('clients take the port from the connection'),
      POSTGRES_HOST_AUTH_METHOD: instead('every client has a password'),
      POSTGRES_INITDB_ARGS: instead('set `config` of the chart'),
      TZ: text('config.timeZone', /^[\w+/-]+$/),
    },
    flags: {
      max_connections: number('config.maxConnections'),
      shared_buffers: text('config.sharedBuffers', SIZE),
      effective_cache_size: text('config.effectiveCacheSize', SIZE),
      work_mem: text('config.workMem', SIZE),
      maintenance_work_mem: text('config.maintenanceWorkMem', SIZE),
      min_wal_size: text('config.minWalSize', SIZE),
      max_wal_size: text('config.maxWalSize', SIZE),
      log_min_duration_statement: number('config.logMinDuration'),
      log_statement: word('config.logStatement', 'none', 'ddl', 'mod', 'all'),
      idle_in_transaction_session_timeout: text('config.idleInTransactionTimeout', /^\d+(ms|s|min|h|d)?$/),
      timezone: text('config.timeZone', /^[\w+/-]+$/),
      shared_preload_libraries: list('config.sharedPreloadLibraries'),
      data_directory: OWN_FOLDER,
      port: OWN_ADDRESS,
      listen_addresses: OWN_ADDRESS,
      unix_socket_directories: OWN_ADDRESS,
      external_pid_file: OWN_FOLDER,
      config_file: instead('its settings go to `config` and `extraConfig`'),
      hba_file: asked('write its lines into `postgres.extraHba`'),
      ident_file: instead('users log in by their password'),
      ssl: asked('set `postgres.tls`'),
      ssl_cert_file: asked('bring it in the Secret of `postgres.tls.existingSecret`'),
      ssl_key_file: asked('bring it in the Secret of `postgres.tls.existingSecret`'),
      ssl_ca_file: asked('bring it in the Secret of `postgres.tls.existingSecret`'),
      include: asked('write its settings into `postgres.extraConfig`'),
      include_dir: asked('write its settings into `postgres.extraConfig`'),
      include_if_exists: asked('write its settings into `postgres.extraConfig`'),
    },
    otherFlags: 'extraConfig',
  },
  redis: {
    folders: { '/usr/local/etc/redis': asked('set its settings in `redis.config` and `redis.extraConfig`') },
    variables: { ALLOW_EMPTY_PASSWORD: instead('the chart has a password'), REDIS_PORT: OWN_ADDRESS },
    flags: {
      appendonly: word('config.appendOnly', 'yes', 'no'),
      appendfsync: word('config.appendFsync', 'always', 'everysec', 'no'),
      save: text('config.save', /^(""|\d+ \d+( \d+ \d+)*)$/),
      maxmemory: text('config.maxMemory', /^\d+([kmg]b)?$/),
      'maxmemory-policy': text(
        'config.maxMemoryPolicy',
        /^(noeviction|(allkeys|volatile)-(lru|lfu|random)|volatile-ttl)$/,
      ),
      databases: number('config.databases'),
      loglevel: word('config.logLevel', 'debug', 'verbose', 'notice', 'warning'),
      requirepass: instead('the chart makes the password'),
      port: OWN_ADDRESS,
      bind: OWN_ADDRESS,
      'protected-mode': OWN_ADDRESS,
      unixsocket: OWN_ADDRESS,
      unixsocketperm: OWN_ADDRESS,
      'tls-*': asked('set `redis.tls`'),
      dir: OWN_FOLDER,
      dbfilename: OWN_FOLDER,
      appendfilename: OWN_FOLDER,
      appenddirname: OWN_FOLDER,
      pidfile: OWN_FOLDER,
      logfile: instead('it logs to its output, where `kubectl logs` finds it'),
      daemonize: instead('it is the process of its container'),
      supervised: instead('it is the process of its container'),
      masterauth: instead('replicas know the password: set `redis.architecture`'),
      masteruser: instead('replicas know the password: set `redis.architecture`'),
      replicaof: asked('set `redis.architecture`'),
      slaveof: asked('set `redis.architecture`'),
      user: asked('write it into `redis.auth.users`'),
      aclfile: asked('write its users into `redis.auth.users`'),
      'rename-command': asked('list commands that nobody may call in `redis.disabledCommands`'),
      include: asked('write its settings into `redis.extraConfig`'),
      loadmodule: asked('build an image with the module, and name it in `redis.image`'),
    },
    otherFlags: 'extraConfig',
  },
  minio: {
    variables: {
      MINIO_DOMAIN: text('config.domain'),
      MINIO_REGION: text('config.region'),
      MINIO_REGION_NAME: text('config.region'),
      MINIO_SITE_REGION: text('config.region'),
      RUSTFS_REGION: text('config.region'),
      RUSTFS_ADDRESS: OWN_ADDRESS,
      RUSTFS_VOLUMES: OWN_FOLDER,
    },
    flags: { 'console-address': OWN_ADDRESS, address: OWN_ADDRESS },
  },
  ollama: {
    variables: {
      OLLAMA_KEEP_ALIVE: text('config.keepAlive'),
      OLLAMA_NUM_PARALLEL: number('config.parallel'),
      OLLAMA_MAX_LOADED_MODELS: number('config.maxLoadedModels'),
      OLLAMA_MAX_QUEUE: number('config.maxQueue'),
      OLLAMA_CONTEXT_LENGTH: number('config.contextLength'),
      OLLAMA_FLASH_ATTENTION: truth('config.flashAttention'),
      OLLAMA_KV_CACHE_TYPE: text('config.kvCacheType'),
      OLLAMA_ORIGINS: list('config.origins'),
      OLLAMA_DEBUG: truth('config.debug'),
      OLLAMA_HOST: OWN_ADDRESS,
      OLLAMA_MODELS: OWN_FOLDER,
    },
  },
  grafana: {
    folders: {
      '/etc/grafana': asked('set its settings in `grafana.config.ini`'),
      '/etc/grafana/provisioning': asked(
        'what is installed beside it is found; write other data sources into `grafana.extraDatasources`, dashboards into `grafana.dashboards`, rules into `grafana.alerting`',
      ),
      '/etc/grafana/provisioning/datasources': asked(
        'what is installed beside it is found; write others into `grafana.extraDatasources`',
      ),
      '/etc/grafana/provisioning/alerting': asked('write it into `grafana.alerting`'),
      '/var/lib/grafana/dashboards': asked('name its dashboards in `grafana.dashboards`'),
    },
    variables: {
      GF_SECURITY_ADMIN_USER: text('auth.adminUser'),
      GF_SERVER_ROOT_URL: text('config.rootUrl', URL),
      GF_LOG_LEVEL: word('config.logLevel', ...LEVELS),
      GF_PLUGINS_PREINSTALL: list('config.plugins'),
      GF_PLUGINS_PREINSTALL_SYNC: list('config.plugins'),
      GF_INSTALL_PLUGINS: instead('list them in `config.plugins`, each with a version: name@1.2.3'),
      GF_SERVER_HTTP_PORT: OWN_ADDRESS,
      GF_PATHS_DATA: OWN_FOLDER,
    },
    otherVariables: grafanaOption,
  },
  prometheus: {
    folders: {
      '/etc/prometheus': asked(
        'what announces its metrics by `monitoring` is found; write other targets into `prometheus.extraScrapeConfigs`, rules into PrometheusRules of their charts',
      ),
    },
    flags: {
      'storage.tsdb.retention.time': text('config.retention.time', /^\d+[hdwy]$/),
      'storage.tsdb.retention.size': text('config.retention.size', /^\d+(MB|GB|TB)$/),
      'web.external-url': text('config.externalUrl', URL),
      'log.level': word('config.logLevel', ...LEVELS),
      'storage.tsdb.path': OWN_FOLDER,
      'config.file': instead('the chart writes the configuration'),
      'web.console.libraries': instead('the chart has no consoles'),
      'web.console.templates': instead('the chart has no consoles'),
      'web.enable-lifecycle': instead('a sidecar reloads what changed'),
      'web.listen-address': OWN_ADDRESS,
    },
  },
  alertmanager: {
    folders: {
      '/etc/alertmanager': asked('set `alertmanager.receivers` and `alertmanager.config.route`'),
    },
    flags: {
      'data.retention': text('config.retention'),
      'web.external-url': text('config.externalUrl', URL),
      'log.level': word('config.logLevel', ...LEVELS),
      'storage.path': OWN_FOLDER,
      'config.file': instead('the chart writes the configuration: set `receivers` and `config.route`'),
      'web.listen-address': OWN_ADDRESS,
    },
  },
  jaeger: { variables: { COLLECTOR_OTLP_ENABLED: instead('it always takes OTLP') } },
  mlflow: {
    variables: {
      MLFLOW_STATIC_PREFIX: text('config.staticPrefix'),
      MLFLOW_WORKERS: number('config.workers'),
      MLFLOW_LOGGING_LEVEL: text('config.logLevel'),
      MLFLOW_BACKEND_STORE_URI: done('the connection of `mlflow` to `postgres`'),
      MLFLOW_TRACKING_URI: instead('it serves its own runs'),
      MLFLOW_ARTIFACTS_DESTINATION: STORE,
      MLFLOW_S3_ENDPOINT_URL: STORE,
      MLFLOW_S3_IGNORE_TLS: STORE,
      AWS_ACCESS_KEY_ID: STORE,
      AWS_SECRET_ACCESS_KEY: STORE,
      AWS_DEFAULT_REGION: STORE,
      MLFLOW_HOST: OWN_ADDRESS,
      MLFLOW_PORT: OWN_ADDRESS,
    },
    flags: {
      'static-prefix': text('config.staticPrefix'),
      workers: number('config.workers'),
      host: OWN_ADDRESS,
      port: OWN_ADDRESS,
      'backend-store-uri': instead('`postgres` of the chart is its store'),
      'default-artifact-root': text('artifacts.destination'),
      'artifacts-destination': text('artifacts.destination'),
    },
  },
  airflow: {
    variables: {
      AIRFLOW__CORE__EXECUTOR: word('executor', ...EXECUTORS),
      AIRFLOW__CORE__AUTH_MANAGER: text('authManager'),
      AIRFLOW__CORE__FERNET_KEY: instead(
        'it is generated; for the data of another installation set `airflow.secrets.fernetKey`',
      ),
      AIRFLOW__CORE__SQL_ALCHEMY_CONN: done('the connection of `airflow` to `postgres`'),
      AIRFLOW__DATABASE__SQL_ALCHEMY_CONN: done('the connection of `airflow` to `postgres`'),
      AIRFLOW__CELERY__RESULT_BACKEND: done('the connection of `airflow` to `postgres`'),
      AIRFLOW__CELERY__BROKER_URL: done('the connection of `airflow` to `redis`'),
      AIRFLOW__CORE__EXECUTION_API_SERVER_URL: OWN_ADDRESS,
      AIRFLOW__CORE__DAGS_FOLDER: OWN_FOLDER,
      AIRFLOW__SCHEDULER__ENABLE_HEALTH_CHECK: done('the probes of `airflow` ask for it'),
      AIRFLOW__API__BASE_URL: text('baseUrl'),
      AIRFLOW__WEBSERVER__BASE_URL: text('baseUrl'),
      AIRFLOW_CONFIG: instead('set `airflow.config`'),
      AIRFLOW_UID: instead('the user is that of the image'),
      AIRFLOW_HOME: OWN_FOLDER,
      DUMB_INIT_SETSID: done('`airflow` ends its workers so that tasks end first'),
      CONNECTION_CHECK_MAX_COUNT: done('pods wait for their connections'),
      _PIP_ADDITIONAL_REQUIREMENTS: asked('build an image with them, and name it in `airflow.image`'),
      _AIRFLOW_DB_MIGRATE: done('`airflow` migrates its database'),
      _AIRFLOW_DB_UPGRADE: done('`airflow` migrates its database'),
      _AIRFLOW_WWW_USER_CREATE: truth('admin.create'),
      _AIRFLOW_WWW_USER_USERNAME: text('admin.username'),
      _AIRFLOW_WWW_USER_EMAIL: text('admin.email'),
      _AIRFLOW_WWW_USER_FIRSTNAME: text('admin.firstName'),
      _AIRFLOW_WWW_USER_LASTNAME: text('admin.lastName'),
      _AIRFLOW_WWW_USER_ROLE: text('admin.role'),
      _AIRFLOW_WWW_USER_PASSWORD: instead('it is generated: `airflow.secrets.adminPassword`'),
    },
    otherVariables: airflowOption,
    switches: { flower: 'flower.enabled', 'dag-processor': 'dagProcessor.standalone' },
    alone: ({ executor }) => (executor === 'CeleryExecutor' ? { redis: { enabled: true } } : {}),
    folders: {
      '/opt/airflow/dags': asked(
        'DAGs come from git, by `airflow.gitSync.repository`, or stand in an image of your own',
      ),
      '/opt/airflow/plugins': asked('build plugins into an image, and name it in `airflow.image`'),
      '/opt/airflow/config': instead('set `airflow.config`'),
      '/opt/airflow/logs': done('logs are on volumes of `airflow`, or in S3'),
    },
  },
};
