// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the variables of Compose
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readTrees } from './compose/tree.ts';
import { importCompose } from './import.ts';
import { importObjects } from './manifests/manifests.ts';
import { objectsOf } from './manifests/objects.ts';

const folder = mkdtempSync(join(tmpdir(), 'split-'));
afterAll(() => rmSync(folder, { recursive: true }));
const CHARTS = ['postgres', 'redis', 'minio', 'mlflow', 'secrets'];

/** The charts of services, by their names, and the umbrella. */
function split(
  services: string,
  more: { readonly charts?: readonly string[]; readonly split?: boolean } = {},
) {
  const file = join(folder, 'compose.yaml');
  writeFileSync(file, `services:\n${services}`);
  const found = importCompose({ files: [file], charts: CHARTS, name: 'shop', split: true, ...more });
  const { charts, umbrella, report, lines } = found;
  return {
    charts: Object.fromEntries(charts.map(({ definition }) => [definition.name, definition])),
    umbrella,
    preface: (report.split('\n\nWhat the files')[0] ?? '').split('\n').slice(4),
    said: (path: string) =>
      lines.filter((line) => line.path === path).map(({ verdict, says }) => `${verdict}: ${says}`),
  };
}

describe('each service is a chart', () => {
  const shop = split(`  web:
    image: web:1
    ports: ["80:3000"]
    environment: { API_URL: "http://api:8000", CACHE: "redis://cache:6379/0" }
    depends_on: [api, cache]
  api: { image: "api:1", expose: [8000], environment: { PAGES: "http://web:3000" }, depends_on: [search] }
  search: { image: "search:1", expose: [7700], depends_on: [cache] }
  debug: { image: "debug:1", profiles: [debug], ports: ["81:81"] }
  cache: { image: "redis:7", command: redis-server --maxmemory 1gb }
`);

  it('with connections to the others in place of references, which wait where the file says so', () => {
    expect(shop.charts).toMatchObject({
      'shop-web': {
        umbrellas: ['shop'],
        workloads: { main: { ports: { http: 3000 }, connections: ['api', 'cache'] } },
        connections: {
          api: { type: 'http', chart: 'shop-api', bundled: false, env: { API_URL: 'url' } },
          cache: { type: 'redis', chart: 'redis' },
        },
        values: { redis: { config: { maxMemory: '1gb' } } },
      },
      'shop-api': {
        connections: { web: { chart: 'shop-web', orders: false, env: { PAGES: 'url' } } },
        provides: { type: 'http' },
      },
      'shop-search': { umbrellas: ['shop'], connections: { cache: { chart: 'redis' } } },
    });
    expect(shop.charts['shop-web']?.connections?.api).not.toHaveProperty('orders');
    expect(shop.said('web.depends_on.api')).toEqual(['carried: `connections.api`: pods wait for it']);
  });

  it('and the umbrella has them as members, with the servers and their values; profiles are members that are off', () => {
    expect(shop.umbrella).toMatchObject({
      definition: { umbrella: true, name: 'shop' },
      members: ['redis'],
    });
    expect(stringify(shop.umbrella?.preset)).toBe(`global:
  members:
    redis:
      enabled: true
    shop-web:
      enabled: true
    shop-api:
      enabled: true
    shop-search:
      enabled: true
    shop-debug:
      enabled: false
redis:
  config:
    maxMemory: 1gb
  resources:
    requests:
      memory: 1Gi
    limits:
      memory: 1366Mi
`);
    expect(shop.said('debug.profiles.0')).toEqual([
      'carried: `global.members.shop-debug.enabled` turns it on',
    ]);
  });
});

describe('services stay in one chart', () => {
  it('with what only one chart keeps: a volume, a database, a Job that is awaited, a password, a second port', () => {
    const { preface, charts } =
      split(`  web: { image: "web:1", ports: ["80:80"], volumes: ["media:/media"], depends_on: { migrate: { condition: service_completed_successfully } } }
  migrate: { image: "web:1", command: migrate }
  worker: { image: "web:1", volumes: ["media:/in"] }
  shop: { image: "shop:1", ports: ["81:80"], environment: { DB: "postgres://a:b@db/shop" } }
  report: { image: "report:1", environment: { DB: "postgres://a:b@db/shop" } }
  other: { image: "other:1", environment: { DB: "postgres://a:b@db/other" } }
  mail: { image: "mail:1", environment: { AMQP: "amqp://me:hidden@mq:5672/" } }
  mq: { image: "rabbitmq:4", environment: { RABBITMQ_DEFAULT_USER: me, RABBITMQ_DEFAULT_PASS: hidden } }
  find: { image: "find:1", environment: { A: "http://both:1000", B: "http://both:2000" } }
  both: { image: "both:1", expose: [1000, 2000] }
  db: { image: "postgres:17", environment: { POSTGRES_DB: shop } }
volumes: { media: {} }
`);
    expect(preface.filter((line) => line.startsWith('| `'))).toMatchInlineSnapshot(`
      [
        "| \`shop-web\` | web, migrate, worker | web and worker share the volume media; web waits for the end of migrate |",
        "| \`shop-shop\` | shop, report | report and shop have the data in db in common |",
        "| \`shop-other\` | other |  |",
        "| \`shop-mail\` | mail, mq | mail logs in to mq |",
        "| \`shop-find\` | find, both | find uses port 2000 of both beside its first |",
        "| \`postgres\` | db | a chart of this workspace |",
      ]
    `);
    expect(charts['shop-web']?.claims).toHaveProperty('media');
    expect(charts['shop-shop']?.claims).toBeUndefined();
    expect(charts['shop-shop']?.connections?.db).not.toHaveProperty('client');
  });

  it('where others use two of them by one type of connection', () => {
    const { charts } = split(`  a: { image: "a:1", expose: [80], volumes: ["kept:/kept"] }
  b: { image: "b:1", expose: [80], volumes: ["kept:/kept"] }
  one: { image: "one:1", environment: { A: "http://a:80" } }
  two: { image: "two:1", environment: { B: "http://b:80" } }
volumes: { kept: {} }
`);
    expect(Object.values(charts).map(({ workloads }) => Object.keys(workloads))).toEqual([
      ['main', 'b', 'two'],
      ['main'],
    ]);
  });
});

describe('a secret of several services', () => {
  const text = `  web: { image: "web:1", ports: ["80:80"], environment: { SESSION_SECRET: "\${S:-x}", MAIL_API_KEY: "\${M:?}" } }
  api: { image: "api:1", expose: [80], environment: { COOKIE_SECRET: "\${S:-x}", MAIL_API_KEY: "\${M:?}" } }
`;

  it('is one, under its several names, which the chart of secrets makes', () => {
    const { umbrella, preface } = split(text);
    expect(umbrella?.members).toEqual(['secrets']);
    expect(stringify(umbrella?.preset)).toMatchInlineSnapshot(`
      "secrets:
        secrets:
          shared:
            name: shop-shared
            data:
              session-secret:
                generate: 32
              mail-api-key:
                value: change-me
      shop-web:
        secrets:
          from:
            session-secret:
              secret: shop-shared
            mail-api-key:
              secret: shop-shared
      shop-api:
        secrets:
          from:
            cookie-secret:
              secret: shop-shared
              key: session-secret
            mail-api-key:
              secret: shop-shared
      global:
        members:
          secrets:
            enabled: true
          shop-web:
            enabled: true
          shop-api:
            enabled: true
      "
    `);
    expect(preface.at(-3)).toBe(
      '`shop-web.secrets.sessionSecret` and `shop-api.secrets.cookieSecret` are one secret of the file: the key `session-secret` of the Secret `shop-shared`, which the chart `secrets` makes.',
    );
  });

  it('is given to each where there is no such chart', () => {
    const { umbrella, preface } = split(text, { charts: [] });
    expect(umbrella?.members).toEqual([]);
    expect(umbrella?.preset).toMatchObject({ 'shop-web': { secrets: { mailApiKey: 'change-me' } } });
    expect(preface.at(-3)).toContain(' are one secret of the file: not one here: give them the same value.');
  });
});

it('a file with servers alone becomes an umbrella of their charts, with those that they need', () => {
  const file = join(folder, 'compose.yaml');
  writeFileSync(file, 'services:\n  db: { image: "postgres:16" }\n  ml: { image: "bitnami/mlflow" }\n');
  const needs = (chart: string) =>
    chart === 'mlflow'
      ? [
          { chart: 'postgres', isAlwaysUsed: true },
          { chart: 'minio', isAlwaysUsed: false },
        ]
      : [];
  const { charts, umbrella } = importCompose({ files: [file], charts: CHARTS, name: 'shop', needs });
  expect(charts).toEqual([]);
  expect(umbrella).toMatchObject({
    members: ['postgres', 'mlflow', 'minio'],
    preset: {
      global: { members: { postgres: { enabled: true }, minio: { enabled: false } } },
      postgres: { majorVersion: 16 },
    },
  });
});

it('manifests are split likewise', () => {
  const pod = (name: string, env: string, image = `${name}:1`) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { serviceAccountName: ${name}, containers: [{ name: main, image: "${image}", ports: [{ containerPort: 80 }], env: [${env}] }] }
---
apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { selector: { app: ${name} }, ports: [{ port: 80 }] }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: ${name}, annotations: { of: ${name} } }
---
`;
  const text = `${pod('web', '{ name: API, value: "http://api" }')}${pod('api', '{ name: CACHE_HOST, value: cache }')}${pod('cache', '', 'redis:7')}`;
  const { charts } = importObjects(objectsOf(readTrees(text, 'all.yaml')), {
    ...{ files: ['all.yaml'], charts: CHARTS, name: 'shop', split: true },
  });
  expect(charts.map(({ definition }) => definition)).toMatchObject([
    {
      name: 'shop-web',
      connections: { api: { chart: 'shop-api', env: { API: 'url' } } },
      values: { serviceAccount: { annotations: { of: 'web' } } },
    },
    { name: 'shop-api', values: { serviceAccount: { annotations: { of: 'api' } } } },
  ]);
});
