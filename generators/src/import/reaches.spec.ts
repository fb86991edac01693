import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ofOneChart } from './fixtures.ts';
import { importCompose } from './import.ts';

const folder = mkdtempSync(join(tmpdir(), 'reaches-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The chart of services, one of which has files. */
function chartOf(services: string, files: Readonly<Record<string, string>> = {}) {
  for (const [name, text] of Object.entries({ ...files, 'compose.yaml': `services:\n${services}` }))
    writeFileSync(join(folder, name), text);
  const file = join(folder, 'compose.yaml');
  const imported = importCompose({ files: [file], charts: ['postgres', 'redis', 'minio'], name: 'shop' });
  return { ...ofOneChart(imported).definition, files: ofOneChart(imported).files };
}

/** A web server with variables. */
const web = (...environment: readonly string[]) =>
  `  web: { image: "shop/web:1", ports: ["80:8080"], environment: { ${environment.join(', ')} } }\n`;
const API = '  api: { image: "shop/api:1", expose: [8000, 9000, 9100, 9200] }\n';

describe('ports', () => {
  it('that texts and variables name beside the first are those of the connection too', () => {
    const { connections } = chartOf(
      web(
        'A: "http://api:8000"',
        'B: "http://api:9000"',
        'C: "x,api:9100"',
        'API_HOST: api',
        'API_PORT: "9200"',
      ) + API,
    );
    expect(connections?.api?.ports).toEqual(['port-9000', 'port-9100', 'port-9200']);
    expect(chartOf(web('A: "http://api:8000"') + API).connections?.api?.ports).toBeUndefined();
  });

  it('of a kind of server that everybody knows come first, published or not', () => {
    const broker = (more: string) =>
      `  broker: { image: "rabbitmq:4-management", ports: ["15672:15672"]${more} }\n`;
    const url = web('BROKER: "amqp://broker"');
    expect(chartOf(url + broker('')).workloads.broker?.ports).toEqual({ amqp: 5672, management: 15672 });
    expect(chartOf(url + broker(', command: "serve --port 15672"')).workloads.broker?.ports).toEqual({
      amqp: 15672,
    });
  });
});

describe('hosts', () => {
  it.each([
    ['me@tcp(api:8000)/x', 'me@tcp($(API_HOST):$(API_PORT))/x'],
    ['Server=api,8000;Encrypt=no', 'Server=$(API_HOST),$(API_PORT);Encrypt=no'],
    ['{"host": "api", "path": "/api/"}', '{"host": "$(API_HOST)", "path": "/api/"}'],
    ['run --db-host api --api=api', 'run --db-host $(API_HOST) --api=api'],
    ['an api, or the api', undefined],
  ])('in %s', (value, text) => {
    const { workloads, connections } = chartOf(web(`TEXT: ${JSON.stringify(value)}`) + API);
    expect(workloads.main?.env?.TEXT).toBe(text ?? value);
    expect(Object.keys(connections ?? {})).toEqual(text === undefined ? [] : ['api']);
  });

  it('behind a flag are the next word', () => {
    const { workloads } = chartOf(
      `  web: { image: "shop/web:1", ports: ["80:80"], command: [serve, --db-host, api, --name, api] }\n${API}`,
    );
    expect(workloads.main?.args).toEqual(['serve', '--db-host', '$(API_HOST)', '--name', 'api']);
  });

  it('are no upstreams of nginx, whose servers are', () => {
    const { files } = chartOf(
      `  web: { image: "nginx:1", ports: ["80:80"], volumes: ["./web.conf:/etc/nginx/conf.d/web.conf"] }\n${API}`,
      { 'web.conf': 'upstream api { server api:8000; }\nserver { location / { proxy_pass http://api; } }\n' },
    );
    expect(files['files/web.conf.tpl']).toBe(
      'upstream api { server {{ include "shop.fullname" . }}-api:{{ int64 .Values.api.service.port }}; }\nserver { location / { proxy_pass http://api; } }\n',
    );
  });

  it('of a service itself are the container in its health check, and its Service in a text with quotes', () => {
    const { workloads } = chartOf(`  web: { image: "shop/web:1", ports: ["80:80"] }
  api:
    image: shop/api:1
    expose: [8000]
    environment: { SELF: '{"url": "http://api:8000/"}', discovery.seed_hosts: api, TITLE: api }
    healthcheck: { test: ["CMD", "ask", "--host", "api", "-u", "api", "api:8000"] }
`);
    expect(workloads.api?.health).toEqual(['ask', '--host', 'localhost', '-u', 'api', 'localhost:8000']);
    expect(workloads.api?.env).toMatchObject({
      'discovery.seed_hosts': { template: '"{{ include "shop.fullname" . }}-api"' },
      TITLE: 'api',
    });
    expect(workloads.api?.env?.SELF).toEqual({
      template:
        '"{\\"url\\": \\"http://{{ include "shop.fullname" . }}-api:{{ int64 .Values.api.service.port }}/\\"}"',
    });
  });
});

describe('logins to servers here', () => {
  const DB =
    '  db: { image: "postgres:17", environment: { POSTGRES_USER: shop, POSTGRES_PASSWORD: hidden-1, POSTGRES_DB: shop } }\n';
  const STORE =
    '  store: { image: "minio/minio:1", environment: { MINIO_ROOT_USER: root-user, MINIO_ROOT_PASSWORD: hidden-2 } }\n';

  it.each([
    [
      'beside a URL',
      ['DATA_URL: "jdbc:postgresql://db:5432/shop"', 'DATA_USERNAME: shop', 'DATA_PASSWORD: hidden-1'],
      {
        DATA_URL: 'jdbc:postgresql://{host}:{port}/{database}',
        DATA_USERNAME: 'username',
        DATA_PASSWORD: 'password',
      },
    ],
    [
      'beside a host, with two hyphens and short words',
      ['DB__HOST: "db:5432"', 'DB__USER: shop', 'DB__PASSWD: hidden-1', 'DB__NAME: other'],
      { DB__HOST: '{host}:{port}', DB__USER: 'username', DB__PASSWD: 'password', DB__NAME: 'database' },
    ],
    [
      'by their value',
      ['DSN_HOST: db', 'MY_PG_SECRET: hidden-1'],
      { DSN_HOST: 'host', MY_PG_SECRET: 'password' },
    ],
    [
      'in a connection string',
      ['DSN: "host=db port=5432 user=shop password=hidden-1 dbname=shop sslmode=disable"'],
      {
        DSN: 'host={host} port={port} user={username} password={password} dbname={database} sslmode=disable',
      },
    ],
  ])('%s', (_title, environment, env) => {
    const { connections, workloads } = chartOf(web(...environment) + DB);
    expect(connections?.db?.env).toEqual(env);
    expect(workloads.main?.settings).toBeUndefined();
  });

  it('are those of the store by the names of S3, and none where another key has another value', () => {
    const { connections, workloads } = chartOf(
      web(
        'S3_ENDPOINT: "http://store:9000"',
        'AWS_ACCESS_KEY_ID: root-user',
        'AWS_SECRET_ACCESS_KEY: hidden-2',
        'MAIL_ACCESS_KEY: somebody-else',
      ) + STORE,
    );
    expect(connections?.store?.env).toEqual({
      S3_ENDPOINT: 'url',
      AWS_ACCESS_KEY_ID: 'username',
      AWS_SECRET_ACCESS_KEY: 'password',
    });
    expect(workloads.main?.settings).toBeUndefined();
  });

  it('of Redis keep the number of the database', () => {
    const { connections } = chartOf(
      `${web('A: "redis://cache:6379/1"', 'B: "redis://cache:6379/0"', 'C: "redis://cache"')}  cache: { image: "redis:8" }\n`,
    );
    expect(connections?.cache?.env).toEqual({ A: 'redis://:{password}@{host}:{port}/1', B: 'url', C: 'url' });
  });
});

it('a variable that means something else in another service has a name of its own in the connection', () => {
  const { workloads, connections } =
    chartOf(`  web: { image: "shop/web:1", ports: ["80:80"], environment: { QUEUE: "redis://cache:6379/1", DB_PASSWORD: hidden-1, DB_HOST: one, HOST: one } }
  worker: { image: "shop/worker:1", environment: { QUEUE: "redis://cache:6379/2", DB_PASSWORD: hidden-2, DB_HOST: two } }
  one: { image: "postgres:17", environment: { POSTGRES_PASSWORD: hidden-1 } }
  two: { image: "postgres:17", environment: { POSTGRES_PASSWORD: hidden-2 } }
  cache: { image: "redis:8" }
`);
  expect(connections).toMatchObject({
    cache: {
      env: {
        CACHE_QUEUE: 'redis://:{password}@{host}:{port}/1',
        CACHE_QUEUE_2: 'redis://:{password}@{host}:{port}/2',
      },
    },
    one: { env: { ONE_PASSWORD: 'password', ONE_HOST: 'host', HOST: 'host' } },
    two: { env: { TWO_PASSWORD: 'password', TWO_HOST: 'host' } },
  });
  expect(workloads.main?.env).toEqual({
    QUEUE: '$(CACHE_QUEUE)',
    DB_PASSWORD: '$(ONE_PASSWORD)',
    DB_HOST: '$(ONE_HOST)',
  });
  expect(workloads.worker?.env).toEqual({
    QUEUE: '$(CACHE_QUEUE_2)',
    DB_PASSWORD: '$(TWO_PASSWORD)',
    DB_HOST: '$(TWO_HOST)',
  });
});
