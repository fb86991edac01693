import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ofOneChart } from '../fixtures.ts';
import { importCompose } from '../import.ts';
import { readAnswers } from '../questions.ts';
import { TABLES } from './tables.ts';

const folder = mkdtempSync(join(tmpdir(), 'servers-'));
afterAll(() => rmSync(folder, { recursive: true }));
const CHARTS = ['postgres', 'redis', 'minio', 'ollama', 'grafana', 'prometheus', 'mlflow', 'airflow'];

/** An import of a web server beside the given services. */
function withWeb(services: string, answers = '') {
  const file = join(folder, 'compose.yaml');
  writeFileSync(
    file,
    `services:\n  web: { image: "nginx:1", ports: ["80:80"], environment: { A_URL: "http://cache", DB_HOST: db, S3_ENDPOINT: store, LLM_HOST: llm } }\n${services}`,
  );
  const found = importCompose({
    ...{ files: [file], charts: CHARTS, name: 'shop' },
    answers: readAnswers(answers, 'answers.yaml'),
  });
  const { lines } = found;
  return {
    found,
    said: (path: string) =>
      lines.filter((line) => line.path === path).map(({ verdict, says }) => `${verdict}: ${says}`),
  };
}

/** The same where it is one chart. */
function imported(services: string, answers = '') {
  const { found, said } = withWeb(services, answers);
  const { definition, report } = ofOneChart(found);
  return { ...definition, report, said };
}

describe('settings of a server become values of its chart', () => {
  it('of redis, by its flags; those that the chart does not name go as they are', () => {
    const { values, said } = imported(`  cache:
    image: redis:7
    command: redis-server --appendonly yes --maxmemory 256mb --maxmemory-policy allkeys-lru --requirepass \${REDIS_PASSWORD:-x} --port 6380 --hz 20
    environment: { REDIS_PASSWORD: "\${REDIS_PASSWORD:-x}", ALLOW_EMPTY_PASSWORD: "yes", OTHER: a }
`);
    expect(values).toEqual({
      redis: {
        config: { appendOnly: 'yes', maxMemory: '256mb', maxMemoryPolicy: 'allkeys-lru' },
        extraConfig: { hz: 20 },
      },
    });
    expect(said('cache.command')).toMatchInlineSnapshot(`
      [
        "carried: appendonly: \`redis.config.appendOnly\`; maxmemory: \`redis.config.maxMemory\`; maxmemory-policy: \`redis.config.maxMemoryPolicy\`; requirepass: the chart makes the password; port: the chart decides where it listens; hz: \`redis.extraConfig\`",
      ]
    `);
    expect(said('cache.environment.REDIS_PASSWORD')).toEqual([
      'carried: `redis` makes a user and a password for each of its clients',
    ]);
    expect(said('cache.environment.ALLOW_EMPTY_PASSWORD')).toEqual(['left out: the chart has a password']);
    expect(said('cache.environment.OTHER')).toEqual(['left out: set what it needs below `redis`']);
  });

  it('of postgres: version, database, extensions and what stands behind -c', () => {
    const { values, connections, said } = imported(`  db:
    image: postgres:16-alpine
    command: ["postgres", "-c", "max_connections=200", "-c", "random_page_cost=1.1", "-c", "shared_preload_libraries=pg_stat_statements"]
    environment: { POSTGRES_DB: shop_live, POSTGRES_USER: me, POSTGRES_PASSWORD: hidden, PGDATA: /data, TZ: Europe/Berlin }
  vectors: { image: "pgvector/pgvector:pg15", environment: { POSTGRES_DB: shop_live } }
`);
    expect(values).toEqual({
      postgres: {
        config: {
          timeZone: 'Europe/Berlin',
          maxConnections: 200,
          sharedPreloadLibraries: ['pg_stat_statements'],
        },
        extraConfig: { random_page_cost: '1.1' },
        majorVersion: 16,
      },
    });
    expect(connections?.db?.client).toEqual({ database: 'shop_live' });
    expect(said('db.image')).toEqual(['carried: `postgres.majorVersion`']);
    expect(said('vectors.image')).toEqual([
      'assumed: one server of `postgres` is that of db and vectors, as db says it: each of its clients has a user and a database of its own; `postgres` has a tested image with its digest; data of pg15 comes by a dump',
    ]);
    expect(said('db.environment.PGDATA')).toEqual(['left out: the chart decides where its data is']);
  });

  it('of ollama, with models that its own command or a service of its own fetches', () => {
    const { values, workloads, connections, said } = imported(`  llm:
    image: ollama/ollama
    entrypoint: ["sh", "-c", "ollama serve & sleep 5; ollama pull gemma2:2b; wait"]
    environment: { OLLAMA_KEEP_ALIVE: 24h, OLLAMA_NUM_PARALLEL: 2, OLLAMA_FLASH_ATTENTION: 1, OLLAMA_ORIGINS: "a,b", OLLAMA_HOST: 0.0.0.0 }
    volumes: ["models:/root/.ollama"]
  pull: { image: ollama/ollama, command: pull llama3.2, depends_on: [llm] }
  ask: { image: curlimages/curl, command: ["curl", "llm:11434/api/pull", "-d", '{"name": "phi3"}'], restart: "no" }
volumes: { models: {} }
`);
    expect(values).toEqual({
      ollama: {
        config: { keepAlive: '24h', parallel: 2, flashAttention: true, origins: ['a', 'b'] },
        models: ['gemma2:2b', 'llama3.2', 'phi3'],
      },
    });
    expect(Object.keys(workloads)).toEqual(['main']);
    expect(Object.keys(connections ?? {})).toEqual(['llm']);
    expect(said('pull.command')).toEqual(['carried: the chart ollama does it: `ollama.models`']);
  });

  it('of minio, with buckets as what the application needs', () => {
    const { values, connections, workloads, said } =
      imported(`  store: { image: "minio/minio:1", command: 'server /data --console-address ":9001"', environment: { MINIO_REGION: eu, MINIO_ROOT_PASSWORD: hidden } }
  buckets:
    image: minio/mc
    depends_on: [store]
    entrypoint: sh -c "mc alias set s http://store:9000 a b; mc mb --ignore-existing s/uploads; mc mb s/avatars"
  more: { image: amazon/aws-cli, command: "s3api create-bucket --bucket exports", restart: "no" }
`);
    expect(values).toEqual({ minio: { config: { region: 'eu' } } });
    expect(connections?.store?.client).toEqual({ buckets: ['uploads', 'avatars', 'exports'] });
    expect(Object.keys(workloads)).toEqual(['main']);
    expect(said('store.command')).toEqual(['carried: console-address: the chart decides where it listens']);
  });

  it('of grafana and prometheus, which nothing in the file uses: they are members of an umbrella beside the application', () => {
    const {
      found: { charts, umbrella, report },
      said,
    } =
      withWeb(`  dash: { image: "grafana/grafana:12", environment: { GF_AUTH_ANONYMOUS_ENABLED: "true", GF_SERVER_ROOT_URL: "https://g.example.com", GF_USERS_DEFAULT_THEME: light, GF_SECURITY_ADMIN_PASSWORD: hidden, GF_INSTALL_PLUGINS: a } }
  metrics: { image: prom/prometheus, command: ["--config.file=/x", "--storage.tsdb.retention.time=30d"] }
  db: { image: "postgres:17" }
`);
    expect(umbrella?.preset).toEqual({
      global: {
        members: {
          postgres: { enabled: true },
          grafana: { enabled: true },
          prometheus: { enabled: true },
          'shop-web': { enabled: true },
        },
      },
      grafana: {
        config: {
          ini: { 'auth.anonymous': { enabled: true }, users: { default_theme: 'light' } },
          rootUrl: 'https://g.example.com',
        },
      },
      postgres: { majorVersion: 17 },
      prometheus: { config: { retention: { time: '30d' } } },
    });
    expect(charts.map(({ definition: { name, connections } }) => [name, connections])).toEqual([
      [
        'shop-web',
        {
          db: {
            type: 'postgres',
            chart: 'postgres',
            env: { DB_HOST: 'host' },
          },
        },
      ],
    ]);
    expect(report).toContain('| `shop-web` | web |  |');
    expect(report).toContain('`grafana.config.ini.auth.anonymous.enabled`');
    expect(said('dash.environment.GF_SECURITY_ADMIN_PASSWORD')).toEqual([
      'left out: bring it in the Secret of `grafana`',
    ]);
  });
});

it('a server has the memory that its settings take', () => {
  const values = (services: string) => imported(services).values;
  expect(values('  cache: { image: "redis:8", command: redis-server --maxmemory 3gb }\n')).toEqual({
    redis: {
      config: { maxMemory: '3gb' },
      resources: { requests: { memory: '3Gi' }, limits: { memory: '4Gi' } },
    },
  });
  expect(values('  cache: { image: "redis:8", command: redis-server --maxmemory 200mb }\n')).toEqual({
    redis: { config: { maxMemory: '200mb' } },
  });
  const db = '  db: { image: "postgres:17", command: postgres -c shared_buffers=2GB, mem_limit: 3g }\n';
  expect(values(db)).toMatchObject({ postgres: { resources: { limits: { memory: '4Gi' } } } });
});

it('a second server of a kind is the first one, and its line says so', () => {
  const { said } = imported(`  db: { image: "postgres:16" }
  store: { image: "postgres:17" }
  cache: { image: "redis:7" }
  llm: { image: "redis:8" }
`);
  expect(said('db.image')).toEqual(['carried: `postgres.majorVersion`']);
  expect(said('store.image')).toEqual([
    'assumed: one server of `postgres` is that of db and store, as db says it: each of its clients has a user and a database of its own',
  ]);
  expect(said('llm.image')[0]).toContain('keys of all clients are in one database');
});

it('what is mounted into a server says where it goes instead', () => {
  const { said } = imported(`  metrics:
    image: prom/prometheus
    volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml:ro", "kept:/prometheus"]
  dash:
    image: grafana/grafana:12
    volumes: ["./sources:/etc/grafana/provisioning/datasources", "./grafana:/etc/grafana/provisioning/"]
  db: { image: "postgres:17", volumes: ["./init.sql:/docker-entrypoint-initdb.d/init.sql"] }
volumes: { kept: {} }
`);
  expect([said('metrics.volumes.0'), said('metrics.volumes.1')]).toEqual([
    [
      'asked: what announces its metrics by `monitoring` is found; write other targets into `prometheus.extraScrapeConfigs`, rules into PrometheusRules of their charts',
    ],
    ['carried: the chart prometheus serves it: its values are below `prometheus`'],
  ]);
  expect(said('dash.volumes.0')).toEqual([
    'asked: what is installed beside it is found; write others into `grafana.extraDatasources`',
  ]);
  expect(said('dash.volumes.1')[0]).toContain('dashboards into `grafana.dashboards`');
  expect(said('db.volumes.0')).toEqual(['asked: write its scripts into `postgres.initdb.scripts`']);
});

describe('airflow', () => {
  const AIRFLOW = `x-airflow: &airflow
  image: \${AIRFLOW_IMAGE_NAME:-apache/airflow:2.10.5}
  environment: &env
    AIRFLOW__CORE__EXECUTOR: CeleryExecutor
    AIRFLOW__DATABASE__SQL_ALCHEMY_CONN: postgresql+psycopg2://airflow:hidden@db/airflow
    AIRFLOW__CELERY__BROKER_URL: redis://:@cache:6379/0
    AIRFLOW__CORE__FERNET_KEY: ''
    AIRFLOW__CORE__PARALLELISM: '8'
    AIRFLOW__CORE__LOAD_EXAMPLES: 'true'
    _PIP_ADDITIONAL_REQUIREMENTS: \${_PIP_ADDITIONAL_REQUIREMENTS:-}
  volumes: ["./dags:/opt/airflow/dags", "./logs:/opt/airflow/logs", "./plugins:/opt/airflow/plugins"]
  depends_on: [db, cache]
services:
  web-server: { <<: *airflow, command: webserver, ports: ["8080:8080"] }
  scheduler: { <<: *airflow, command: scheduler }
  worker: { <<: *airflow, command: celery worker }
  init:
    <<: *airflow
    entrypoint: /bin/bash
    command: [-c, "airflow version"]
    environment: { <<: *env, _AIRFLOW_DB_MIGRATE: 'true', _AIRFLOW_WWW_USER_USERNAME: ops, _AIRFLOW_WWW_USER_PASSWORD: hidden }
    user: "0:0"
  flower: { <<: *airflow, command: celery flower, profiles: [flower] }
  db: { image: "postgres:16" }
  cache: { image: "redis:7" }
`;
  const given = (text: string) => {
    const file = join(folder, 'compose.yaml');
    writeFileSync(file, text);
    return importCompose({
      ...{ files: [file], charts: CHARTS, name: 'shop' },
      versionOf: (chart) => (chart === 'airflow' ? '3.3.2' : ''),
    });
  };

  it('of all its services is one member, with database and broker beside it', () => {
    const { charts, umbrella, lines } = given(AIRFLOW);
    expect(charts).toEqual([]);
    expect(umbrella?.members).toEqual(['airflow', 'postgres', 'redis']);
    expect(umbrella?.preset).toMatchObject({
      airflow: {
        executor: 'CeleryExecutor',
        config: { core: { parallelism: 8, load_examples: true } },
        admin: { username: 'ops' },
      },
      postgres: { majorVersion: 16 },
    });
    expect(umbrella?.preset.airflow).not.toHaveProperty('flower');
    const said = Object.fromEntries(lines.map(({ path, verdict, says }) => [path, `${verdict}: ${says}`]));
    expect(said).toMatchObject({
      'scheduler.image':
        'assumed: `airflow` has 3.3.2, tested, with its digest, which is another major version than 2.10.5: read what changed in it; data of 2.10.5 comes by a dump',
      'scheduler.environment.AIRFLOW__CELERY__BROKER_URL': 'carried: the connection of `airflow` to `redis`',
      'worker.volumes.0':
        'asked: DAGs come from git, by `airflow.gitSync.repository`, or stand in an image of your own',
    });
    expect(JSON.stringify([umbrella, lines])).not.toContain('hidden');
  });

  it('beside an application comes along with its own database and broker', () => {
    const web =
      '  web: { image: "web:1", ports: ["80:80"], environment: { FLOWS: "http://web-server:8080" } }\n';
    const { definition } = ofOneChart(given(`${AIRFLOW}${web}`));
    expect(definition.connections).toEqual({
      webServer: {
        ...{ type: 'http', chart: 'airflow' },
        env: { FLOWS: 'url' },
      },
    });
    expect(definition.values).toMatchObject({
      airflow: { executor: 'CeleryExecutor', redis: { enabled: true }, postgres: { majorVersion: 16 } },
    });
  });

  it('in an image of your own is asked for', () => {
    writeFileSync(join(folder, 'Dockerfile'), 'FROM apache/airflow:3.0.3\nRUN pip install pandas\n');
    const { umbrella, lines } = given('services:\n  web: { build: ., command: standalone }\n');
    rmSync(join(folder, 'Dockerfile'));
    expect(umbrella?.members).toEqual(['airflow']);
    expect(lines.find(({ path }) => path.startsWith('web.build'))).toMatchObject({
      verdict: 'asked',
      says: 'name the image that is built in `airflow.image`',
    });
  });
});

it('a helper that does other work than that stays a Job', () => {
  const { workloads } = imported(
    '  store: { image: "minio/minio:1" }\n  other: { image: minio/mc, command: "mirror a b", restart: "no" }\n',
  );
  expect(Object.keys(workloads)).toEqual(['main', 'other']);
});

it('every place of the tables is a value of its chart', () => {
  const lost = Object.entries(TABLES).flatMap(([chart, { variables = {}, flags = {}, otherFlags }]) => {
    const file = join(import.meta.dirname, '../../../../charts', chart, 'values.schema.json');
    const schema = JSON.parse(readFileSync(file, 'utf8'));
    const places = [...Object.values(variables), ...Object.values(flags)].flatMap((one) =>
      'path' in one ? [one.path] : [],
    );
    return [...places, ...(otherFlags ? [otherFlags] : [])]
      .filter((path) => path.split('.').reduce((node, key) => node?.properties?.[key], schema) === undefined)
      .map((path) => `${chart}.${path}`);
  });
  expect(lost).toEqual([]);
});

it('where mlflow keeps what is its members say', () => {
  const { said } = imported(`  flow:
    image: ghcr.io/mlflow/mlflow:v3
    environment: { MLFLOW_BACKEND_STORE_URI: "postgresql://m:pw-1234@db/m", AWS_SECRET_ACCESS_KEY: s3-pw-12345, MLFLOW_S3_ENDPOINT_URL: "http://store:9000" }
`);
  expect(said('flow.environment.MLFLOW_BACKEND_STORE_URI')).toEqual([
    'carried: the connection of `mlflow` to `postgres`',
  ]);
  for (const name of ['AWS_SECRET_ACCESS_KEY', 'MLFLOW_S3_ENDPOINT_URL'])
    expect(said(`flow.environment.${name}`).join()).toMatch(
      /^assumed: the connection of `mlflow` to `minio`/,
    );
});

describe('CPU, memory and volume of a server are those of its chart', () => {
  const DB = (more: string) => `  db: { image: "postgres:18", volumes: ["data:/var/lib/postgresql"], ${more} }
volumes: { data: {} }
`;
  it('as far as the file says them, so that what it asks for is never more than its limit', () => {
    const resources = (more: string) => imported(DB(more)).values;
    expect(resources('mem_limit: 8g')).toEqual({
      postgres: { resources: { requests: { memory: '8Gi' }, limits: { memory: '8Gi' } } },
    });
    expect(resources('mem_reservation: 1500m, cpus: "0.05"')).toEqual({
      postgres: {
        resources: { requests: { cpu: '50m', memory: '1500Mi' }, limits: { cpu: '50m', memory: '3000Mi' } },
      },
    });
    expect(resources('restart: always')).toBeUndefined();
  });

  it('of the first of two, and of none that runs as many workloads', () => {
    const { values, said } = imported(`${DB('cpus: 2').split('volumes: {')[0]}
  other: { image: "postgres:18", mem_limit: 2g }
  flow: { image: "apache/airflow:3", mem_limit: 2g }
`);
    expect(values).toEqual({
      postgres: { resources: { requests: { cpu: '100m' }, limits: { cpu: '2' } } },
    });
    expect(said('db.cpus')).toEqual(['carried: `postgres.resources`']);
    expect(said('other.mem_limit')).toEqual([
      'left out: the chart postgres serves it: its values are below `postgres`',
    ]);
  });

  it('and the size where a person says it', () => {
    expect(imported(DB('restart: always'), 'sizes: { db: 200Gi }\n').values).toEqual({
      postgres: { persistence: { size: '200Gi' } },
    });
  });
});
