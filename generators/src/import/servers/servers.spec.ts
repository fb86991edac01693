import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ofOneChart } from '../fixtures.ts';
import { importCompose } from '../import.ts';
import { TABLES } from './tables.ts';

const folder = mkdtempSync(join(tmpdir(), 'servers-'));
afterAll(() => rmSync(folder, { recursive: true }));
const CHARTS = ['postgres', 'redis', 'minio', 'ollama', 'grafana', 'prometheus', 'mlflow'];

/** The chart of a web server beside the given services. */
function imported(services: string) {
  const file = join(folder, 'compose.yaml');
  writeFileSync(
    file,
    `services:\n  web: { image: "nginx:1", ports: ["80:80"], environment: { A_URL: "http://cache", DB_HOST: db, S3_ENDPOINT: store, LLM_HOST: llm } }\n${services}`,
  );
  const { definition, lines, report } = ofOneChart(
    importCompose({ files: [file], charts: CHARTS, name: 'shop' }),
  );
  return {
    ...definition,
    report,
    said: (path: string) =>
      lines.filter((line) => line.path === path).map(({ verdict, says }) => `${verdict}: ${says}`),
  };
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
      'assumed: `postgres` has a tested image with its digest; data of pg15 comes by a dump',
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

  it('of grafana and prometheus, which nothing in the file uses: main may reach them, and they come along', () => {
    const { values, connections, said } =
      imported(`  dash: { image: "grafana/grafana:12", environment: { GF_AUTH_ANONYMOUS_ENABLED: "true", GF_SERVER_ROOT_URL: "https://g.example.com", GF_USERS_DEFAULT_THEME: light, GF_SECURITY_ADMIN_PASSWORD: hidden, GF_INSTALL_PLUGINS: a } }
  metrics: { image: prom/prometheus, command: ["--config.file=/x", "--storage.tsdb.retention.time=30d"] }
`);
    expect(values).toEqual({
      grafana: {
        config: {
          ini: { 'auth.anonymous': { enabled: true }, users: { default_theme: 'light' } },
          rootUrl: 'https://g.example.com',
        },
      },
      prometheus: { config: { retention: { time: '30d' } } },
    });
    expect(connections).toMatchObject({
      dash: { chart: 'grafana', orders: false },
      metrics: { chart: 'prometheus', orders: false },
    });
    expect(said('dash.environment.GF_SECURITY_ADMIN_PASSWORD')).toEqual([
      'left out: bring it in the Secret of `grafana`',
    ]);
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
