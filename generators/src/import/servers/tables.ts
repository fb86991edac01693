/** How a text becomes a value: as it is, a number, true or false, or a list of what stands between commas. */
export type Form = 'text' | 'number' | 'truth' | 'list';

/** Where a setting of a server stands in the values of its chart here, or why it has no place there. */
export type Place = { readonly path: string; readonly form: Form } | { readonly instead: string };

/** The settings of a server, in the words of its image. */
export interface ServerTable {
  readonly variables?: Readonly<Record<string, Place>>;
  /** Flags of its command, without dashes. */
  readonly flags?: Readonly<Record<string, Place>>;
  /** Where flags that the table lacks go as they are. */
  readonly otherFlags?: string;
}

const text = (path: string): Place => ({ path, form: 'text' });
const number = (path: string): Place => ({ path, form: 'number' });
const truth = (path: string): Place => ({ path, form: 'truth' });
const list = (path: string): Place => ({ path, form: 'list' });
const instead = (reason: string): Place => ({ instead: reason });

const OWN_ADDRESS = instead('the chart decides where it listens');
const OWN_FOLDER = instead('the chart decides where its data is');

/** Chart → its settings. What no table has is reported. */
export const TABLES: Readonly<Record<string, ServerTable>> = {
  postgres: {
    variables: {
      PGDATA: OWN_FOLDER,
      PGPORT: instead('clients take the port from the connection'),
      POSTGRES_HOST_AUTH_METHOD: instead('every client has a password'),
      POSTGRES_INITDB_ARGS: instead('set `config` of the chart'),
      TZ: text('config.timeZone'),
    },
    flags: {
      max_connections: number('config.maxConnections'),
      shared_buffers: text('config.sharedBuffers'),
      effective_cache_size: text('config.effectiveCacheSize'),
      work_mem: text('config.workMem'),
      maintenance_work_mem: text('config.maintenanceWorkMem'),
      min_wal_size: text('config.minWalSize'),
      max_wal_size: text('config.maxWalSize'),
      log_min_duration_statement: number('config.logMinDuration'),
      log_statement: text('config.logStatement'),
      idle_in_transaction_session_timeout: text('config.idleInTransactionTimeout'),
      timezone: text('config.timeZone'),
      shared_preload_libraries: list('config.sharedPreloadLibraries'),
      data_directory: OWN_FOLDER,
      port: OWN_ADDRESS,
      listen_addresses: OWN_ADDRESS,
      config_file: instead('name its settings in `extraConfig`'),
    },
    otherFlags: 'extraConfig',
  },
  redis: {
    variables: { ALLOW_EMPTY_PASSWORD: instead('the chart has a password'), REDIS_PORT: OWN_ADDRESS },
    flags: {
      appendonly: text('config.appendOnly'),
      appendfsync: text('config.appendFsync'),
      save: text('config.save'),
      maxmemory: text('config.maxMemory'),
      'maxmemory-policy': text('config.maxMemoryPolicy'),
      databases: number('config.databases'),
      loglevel: text('config.logLevel'),
      requirepass: instead('the chart makes the password'),
      port: OWN_ADDRESS,
      bind: OWN_ADDRESS,
      'protected-mode': OWN_ADDRESS,
      dir: OWN_FOLDER,
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
    variables: {
      GF_SECURITY_ADMIN_USER: text('auth.adminUser'),
      GF_SERVER_ROOT_URL: text('config.rootUrl'),
      GF_LOG_LEVEL: text('config.logLevel'),
      GF_PLUGINS_PREINSTALL: list('config.plugins'),
      GF_PLUGINS_PREINSTALL_SYNC: list('config.plugins'),
      GF_INSTALL_PLUGINS: instead('list them in `config.plugins`, each with a version: name@1.2.3'),
      GF_SERVER_HTTP_PORT: OWN_ADDRESS,
      GF_PATHS_DATA: OWN_FOLDER,
    },
  },
  prometheus: {
    flags: {
      'storage.tsdb.retention.time': text('config.retention.time'),
      'storage.tsdb.retention.size': text('config.retention.size'),
      'web.external-url': text('config.externalUrl'),
      'log.level': text('config.logLevel'),
      'storage.tsdb.path': OWN_FOLDER,
      'config.file': instead('the chart writes the configuration'),
      'web.console.libraries': instead('the chart has no consoles'),
      'web.console.templates': instead('the chart has no consoles'),
      'web.enable-lifecycle': instead('a sidecar reloads what changed'),
      'web.listen-address': OWN_ADDRESS,
    },
  },
  alertmanager: {
    flags: {
      'data.retention': text('config.retention'),
      'web.external-url': text('config.externalUrl'),
      'log.level': text('config.logLevel'),
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
};
