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
  { chart: 'prometheus', type: 'http', images: /^(prom|bitnami)\/prometheus$/ },
  { chart: 'alertmanager', type: 'http', images: /^(prom|bitnami)\/alertmanager$/ },
  { chart: 'grafana', type: 'http', images: /^(grafana|bitnami)\/grafana(-oss|-enterprise)?$/ },
  { chart: 'jaeger', type: 'otlp', images: /^jaegertracing\/(all-in-one|jaeger)$/ },
  { chart: 'mlflow', type: 'http', images: /^(mlflow|bitnami)\/mlflow$/ },
];

/** Extensions that an image of PostgreSQL brings. */
export function extensionsOf(repository: string): readonly string[] {
  if (/(pgvector|ankane)/.test(repository)) return ['vector'];
  return repository.endsWith('postgis') ? ['postgis'] : [];
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
