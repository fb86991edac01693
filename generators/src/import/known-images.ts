/** A chart of this workspace that serves what an image of a Compose file serves. */
export interface KnownServer {
  readonly chart: string;
  /** Type of the connections to it. */
  readonly type: string;
  readonly images: RegExp;
  /** Variables of the image with what its clients log in with. */
  readonly user?: readonly string[];
  readonly password?: readonly string[];
  readonly database?: readonly string[];
  /** Charts of servers that its own brings along: where nobody else uses them, they are those. */
  readonly brings?: readonly string[];
  /** Whether its data is with other servers: it has no volume of its own. */
  readonly keepsNothing?: boolean;
  /** Whether people open it: nothing of a project need use it. */
  readonly isOpened?: boolean;
  /** Whether people build images of their own on it, which its chart runs likewise. */
  readonly isExtended?: boolean;
  /** Of a service of the project that is a chart of its own: whether it may be off. */
  readonly sibling?: { readonly mayBeOff: boolean };
}

/** Servers for which charts here do better than a copy of their image. */
export const KNOWN_SERVERS: readonly KnownServer[] = [
  {
    chart: 'postgres',
    type: 'postgres',
    images:
      /^((library|bitnami|pgvector|ankane|postgis|timescale)\/)?(postgres|postgresql|pgvector|postgis)$/,
    user: ['POSTGRES_USER', 'POSTGRESQL_USERNAME'],
    password: ['POSTGRES_PASSWORD', 'POSTGRESQL_PASSWORD'],
    database: ['POSTGRES_DB', 'POSTGRESQL_DATABASE'],
  },
  {
    chart: 'redis',
    type: 'redis',
    images: /^((library|bitnami|valkey|redis)\/)?(redis|valkey|redis-stack|redis-stack-server)$/,
    password: ['REDIS_PASSWORD', 'VALKEY_PASSWORD'],
  },
  {
    chart: 'minio',
    type: 's3',
    images: /^((minio|bitnami|rustfs)\/)?(minio|rustfs)$/,
    user: ['MINIO_ROOT_USER', 'MINIO_ACCESS_KEY', 'RUSTFS_ACCESS_KEY'],
    password: ['MINIO_ROOT_PASSWORD', 'MINIO_SECRET_KEY', 'RUSTFS_SECRET_KEY'],
  },
  { chart: 'ollama', type: 'http', images: /^ollama\/ollama$/ },
  { chart: 'prometheus', type: 'http', isOpened: true, images: /^(prom|bitnami)\/prometheus$/ },
  { chart: 'alertmanager', type: 'http', isOpened: true, images: /^(prom|bitnami)\/alertmanager$/ },
  {
    chart: 'grafana',
    type: 'http',
    isOpened: true,
    images: /^(grafana|bitnami)\/grafana(-oss|-enterprise)?$/,
  },
  { chart: 'jaeger', type: 'otlp', isOpened: true, images: /^jaegertracing\/(all-in-one|jaeger)$/ },
  {
    chart: 'mlflow',
    type: 'http',
    isOpened: true,
    keepsNothing: true,
    images: /^(mlflow|bitnami)\/mlflow$/,
    brings: ['postgres', 'minio'],
  },
  {
    chart: 'airflow',
    type: 'http',
    images: /^(apache|bitnami)\/airflow$/,
    isOpened: true,
    isExtended: true,
    brings: ['postgres', 'redis'],
  },
];

/** Extensions that an image of PostgreSQL brings. */
export function extensionsOf(repository: string): readonly string[] {
  if (/(pgvector|ankane)/.test(repository)) return ['vector'];
  return repository.endsWith('postgis') ? ['postgis'] : [];
}

/** What an image does that Compose never says. */
export interface Habits {
  /** Uid that its files belong to. */
  readonly user: number;
  /** Folders that it writes to beside its data. */
  readonly writable: readonly string[];
}

/** Well-known images by their last word, from their Dockerfiles. */
const HABITS: readonly (readonly [image: RegExp, user: number, ...writable: readonly string[]])[] = [
  [/^(mysql|mysql-server|percona)$/, 999, '/var/lib/mysql', '/var/run/mysqld'],
  [/^mariadb$/, 999, '/var/lib/mysql', '/run/mysqld'],
  [/^mongo$/, 999, '/data/db', '/data/configdb'],
  [/^rabbitmq$/, 999, '/var/lib/rabbitmq'],
  [/^memcached$/, 11211],
  [/^nats$/, 1000],
  [/^elasticsearch$/, 1000, '/usr/share/elasticsearch/data', '/usr/share/elasticsearch/logs'],
  [/^kibana$/, 1000, '/usr/share/kibana/data'],
  [/^logstash$/, 1000, '/usr/share/logstash/data'],
  [/^clickhouse(-server)?$/, 101, '/var/lib/clickhouse', '/var/log/clickhouse-server'],
  [/^eclipse-mosquitto$/, 1883, '/mosquitto/data', '/mosquitto/log'],
  [/^nginx(-unprivileged)?$/, 101, '/var/cache/nginx', '/var/run'],
  [/^(nextcloud|wordpress)$/, 33, '/var/www/html', '/var/run/apache2', '/var/lock/apache2'],
  [/^node-exporter$/, 65534],
  [/^qdrant$/, 1000, '/qdrant/storage', '/qdrant/snapshots'],
];

/** What is known of an image; undefined for nothing. */
export function habitsOf(repository: string): Habits | undefined {
  const found = HABITS.find(([image]) => image.test(lastWord(repository)));
  if (found === undefined) return undefined;
  const [, user, ...writable] = found;
  return { user, writable };
}

/** Programs to look at a server with: never what people open first. */
const ADMINS =
  /^(adminer|pgadmin4?|phpmyadmin|mongo-express|redis-commander|redisinsight|kibana|opensearch-dashboards)$/;

/** Whether an image is a page for administrators of a server. */
export function isAdminPage(repository: string): boolean {
  return ADMINS.test(lastWord(repository));
}

/** Kinds of servers whose port and URLs the connection types know, by the last word of their image. */
const TYPES: readonly (readonly [type: string, image: RegExp])[] = [
  ['mysql', /^(mysql|mysql-server|percona)$/],
  ['mariadb', /^mariadb$/],
  ['mongodb', /^(mongo|mongodb)$/],
  ['amqp', /^rabbitmq$/],
  ['kafka', /^(kafka|redpanda|cp-kafka)$/],
  ['elasticsearch', /^(elasticsearch|opensearch)$/],
  ['memcached', /^memcached$/],
  ['nats', /^nats$/],
  ['qdrant', /^qdrant$/],
  ['clickhouse', /^(clickhouse|clickhouse-server)$/],
  ['mqtt', /^(eclipse-mosquitto|mosquitto|emqx)$/],
];

/** Servers that keep data and have no connection type of their own. */
const KEEPERS =
  /^(arangodb|cassandra|chroma|cockroach|consul|couchdb|etcd|influxdb|mariadb|meilisearch|milvus|minio|mssql|neo4j|pgvecto-rs|postgres|postgresql|postgis|pgvector|redis|rethinkdb|scylla|solr|surrealdb|timescaledb|typesense|valkey|victoria-metrics|weaviate|zookeeper)$/;

/** Whether an image is a server that keeps data. */
export function keepsData(repository: string): boolean {
  const type = typeOfImage(repository);
  return KEEPERS.test(lastWord(repository)) || (type !== undefined && type !== 'memcached');
}

/** Types of servers whose first port speaks HTTP. */
const OVER_HTTP = ['elasticsearch', 'qdrant', 'clickhouse'];

/** What the first port of a workload speaks: HTTP, unless its image is a server that is known to speak something else. */
export function protocolOf(type: string): string {
  return type === '' || OVER_HTTP.includes(type) ? 'http' : type;
}

/** Ports that images listen on where nothing says another, by their last word. */
const PORTS: readonly (readonly [image: RegExp, ...ports: readonly number[]])[] = [
  [/^(mysql|mysql-server|percona|mariadb)$/, 3306],
  [/^(mongo|mongodb)$/, 27017],
  [/^rabbitmq$/, 5672],
  [/^(kafka|redpanda|cp-kafka)$/, 9092],
  [/^(elasticsearch|opensearch)$/, 9200],
  [/^memcached$/, 11211],
  [/^nats$/, 4222],
  [/^qdrant$/, 6333],
  [/^clickhouse(-server)?$/, 8123, 9000],
  [/^(eclipse-mosquitto|mosquitto|emqx)$/, 1883],
  [/^(nginx|httpd|wordpress|nextcloud|phpmyadmin)$/, 80],
  [/^(adminer|keycloak|weaviate|nginx-unprivileged|tomcat)$/, 8080],
  [/^chroma$/, 8000],
  [/^gotenberg$/, 3000],
  [/^(postgres|postgresql|pgvector|pgvecto-rs|postgis|timescaledb(-ha)?)$/, 5432],
  [/^(redis|valkey|keydb|dragonfly)$/, 6379],
  [/^ollama$/, 11434],
  [/^meilisearch$/, 7700],
  [/^n8n$/, 5678],
  [/^tika$/, 9998],
  [/^(mailhog|mailpit)$/, 1025, 8025],
];

/** Ports of an image that are well known; none for any other. */
export function portsOfImage(repository: string, tag = ''): readonly number[] {
  if (/(^|-)fpm(-|$)/.test(tag)) return [9000];
  return (
    PORTS.find(([image]) => image.test(lastWord(repository)))
      ?.slice(1)
      .map(Number) ?? []
  );
}

/** Proxies that do what an Ingress does. */
const PROXIES = /^(traefik|nginx-proxy|caddy|caddy-docker-proxy|nginx-proxy-manager)$/;

const pathOf = (repository: string) => repository.replace(/^(docker\.io|ghcr\.io|quay\.io)\//, '');
const lastWord = (repository: string) => repository.split('/').at(-1) ?? '';

/** The chart that serves what an image serves; undefined for none. */
export function knownServer(repository: string): KnownServer | undefined {
  return KNOWN_SERVERS.find(({ images }) => images.test(pathOf(repository)));
}

/** The type of connections to a server by its image; undefined where only its port says. */
export function typeOfImage(repository: string): string | undefined {
  return TYPES.find(([, image]) => image.test(lastWord(repository)))?.[0];
}

/** Whether an image is a proxy at the edge. */
export function isProxy(repository: string): boolean {
  return PROXIES.test(lastWord(repository));
}
