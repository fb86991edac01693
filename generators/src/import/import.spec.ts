// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the variables of Compose
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { definitionText } from '../nx/chart/definition-text.ts';
import { readProject } from './compose/project.ts';
import { serviceOf } from './compose/service.ts';
import { ofOneChart } from './fixtures.ts';
import { type ImportOptions, importCompose } from './import.ts';
import { itemsOf } from './keys.ts';
import { readAnswers } from './questions.ts';

const folder = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => rmSync(folder, { recursive: true }));
const CHARTS = ['postgres', 'redis', 'minio', 'ollama', 'grafana'];

/** Imports a text, beside files of the same folder. */
function imported(
  text: string,
  more: Partial<ImportOptions> = {},
  files: Readonly<Record<string, string>> = {},
) {
  return ofOneChart(readBy(text, more, files));
}

function readBy(text: string, more: Partial<ImportOptions>, files: Readonly<Record<string, string>>) {
  for (const [name, content] of Object.entries({ ...files, 'compose.yaml': text }))
    writeFileSync(join(folder, name), content);
  return importCompose({ files: [join(folder, 'compose.yaml')], charts: CHARTS, name: 'shop', ...more });
}

/** Verdict and words of an entry. */
const saidOf = (result: ReturnType<typeof imported>, path: string) => {
  const line = result.lines.find((one) => one.path === path);
  return line && `${line.verdict}: ${line.says}`;
};

const SHOP = `services:
  # The pages of the shop.
  web:
    build: { context: ./web, args: [COLOUR=blue] }
    ports: ["8080:3000"]
    environment:
      DATABASE_URL: postgresql+psycopg://shop:\${DB_PASSWORD}@db:5432/shop?sslmode=prefer
      REDIS_HOST: cache
      REDIS_PORT: 6379
      SEARCH: http://search:9200/items
      # How much is said.
      LOG_LEVEL: \${LOG_LEVEL:-info}
      WORKERS: \${WORKERS:-4}
      SESSION_SECRET: \${SESSION_SECRET:-changeme}
      STRIPE_API_KEY: \${STRIPE_API_KEY:?from the dashboard}
      THEME: dark
    healthcheck: { test: ["CMD", "curl", "-f", "http://localhost:3000/healthz"], interval: 10s }
    depends_on: [db, cache]
    restart: always
    deploy: { replicas: 2, resources: { limits: { cpus: "0.5", memory: 512M } } }
  worker:
    image: registry.example.com/team/worker:2.1
    command: work --url http://search:9200 --level=high
    environment: { DATABASE_URL: "postgresql+psycopg://shop:\${DB_PASSWORD}@db:5432/shop?sslmode=prefer", LOG_LEVEL: debug }
    depends_on: { search: { condition: service_healthy } }
    user: "1500:1500"
    tmpfs: /scratch
    volumes: ["/var/run/docker.sock:/var/run/docker.sock"]
  search:
    image: search:8.1@sha256:${'ab'.repeat(32)}
    volumes: [index:/var/lib/search]
    environment: [heap.size=1g]
    ulimits: { nofile: 65536 }
  db: { image: "pgvector/pgvector:pg16", environment: { POSTGRES_PASSWORD: "\${DB_PASSWORD}", POSTGRES_USER: shop } }
  cache: { image: "redis:7" }
  edge: { image: "traefik:3", ports: ["80:80"] }
volumes: { index: {} }
`;

describe('a project', () => {
  const result = imported(SHOP, {}, { '.env': 'DB_PASSWORD=s3cr3t-in-the-file\n' });

  it('becomes a definition that a person would keep', () => {
    expect(definitionText(result.definition)).toMatchInlineSnapshot(`
      "import { defineChart } from '@chartwright/nx/define';

      export default defineChart({
        name: 'shop',
        version: '0.1.0',
        description: 'The application shop, imported from its Compose file.',
        workloads: {
          main: {
            kind: 'Deployment',
            image: { own: 'the image that Dockerfile in ./web builds' },
            env: { THEME: 'dark' },
            ports: { http: 3000 },
            health: '/healthz',
            values: {
              replicaCount: 2,
              resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
            },
            connections: ['search', 'db', 'cache'],
            features: { ingress: {}, httpRoute: {} },
          },
          worker: {
            kind: 'Deployment',
            description: 'The service worker.',
            image: {
              registry: 'registry.example.com',
              repository: 'team/worker',
              tag: '2.1',
              unpinned: 'the Compose file names no digest; set it once you have pulled the image',
            },
            args: ['work', '--url', 'http://$(SEARCH_HOST):$(SEARCH_PORT)', '--level=high'],
            env: { LOG_LEVEL: 'debug' },
            health: ['true'],
            user: 1500,
            writable: { scratch: { path: '/scratch', memory: true } },
            connections: ['search', 'db'],
          },
          search: {
            kind: 'StatefulSet',
            description: 'The service search.',
            image: {
              registry: 'docker.io',
              repository: 'library/search',
              tag: '8.1',
              digest: 'sha256:abababababababababababababababababababababababababababababababab',
            },
            env: { 'heap.size': '1g' },
            ports: { http: 9200 },
            storage: { name: 'data', mountPath: '/var/lib/search', size: '10Gi' },
            connections: [],
          },
        },
        connections: {
          search: {
            type: 'http',
            workload: 'search',
            env: { SEARCH: '{url}/items', SEARCH_HOST: 'host', SEARCH_PORT: 'port' },
          },
          db: {
            type: 'postgres',
            chart: 'postgres',
            client: { extensions: ['vector'] },
            env: { DATABASE_URL: 'postgresql+psycopg://{credentials}@{host}:{port}/{database}?sslmode=prefer' },
          },
          cache: {
            type: 'redis',
            chart: 'redis',
            env: { REDIS_HOST: 'host', REDIS_PORT: 'port' },
          },
        },
        provides: { type: 'http' },
      });
      "
    `);
  });

  it('has its settings and secrets in a schema, with the comments of the file', () => {
    expect(stringify(result.settings?.properties)).toMatchInlineSnapshot(`
      "config:
        type: object
        description: Settings of the application.
        x-order: 100
        properties:
          logLevel:
            type: string
            description: How much is said.
            default: info
            x-env: LOG_LEVEL
          workers:
            type: integer
            description: Variable WORKERS of the application.
            default: 4
            x-env: WORKERS
      secrets:
        type: object
        description: Confidential values of the application.
        x-order: 110
        properties:
          sessionSecret:
            type: string
            description: Variable SESSION_SECRET of the application.
            default: ""
            x-env: SESSION_SECRET
            x-secret: session-secret
            x-generate: 32
          stripeApiKey:
            type: string
            description: Variable STRIPE_API_KEY of the application.
            default: ""
            x-env: STRIPE_API_KEY
            x-secret: stripe-api-key
            x-required: true
      "
    `);
  });

  it('has no secret value anywhere', () => {
    const all = `${definitionText(result.definition)}${JSON.stringify(result.settings)}${result.report}`;
    expect(all).not.toContain('s3cr3t-in-the-file');
    expect(all).not.toContain('changeme');
  });

  it('has a report of every entry', () => {
    expect(result.report).toMatchInlineSnapshot(`
      "# What became of compose.yaml

      28 entries were carried over, 4 by an assumption, 3 need your answer, 4 were left out.

      What the files do not say was asked for. In a file for \`--answers\`, a name before a dot is a mapping.

      | Question | Taken | |
      |---|---|---|
      | \`sizes.search\` | \`10Gi\` | asked: until you say otherwise |
      | \`images.worker\` | \`1500\` | asked: until you say otherwise |
      | \`images.search\` | \`1000\` | asked: until you say otherwise |
      | \`probes.worker\` | \`true\` | asked: until you say otherwise |

      ## web

      | Entry | Line | | |
      |---|---|---|---|
      | \`build.context\` | 4 | assumed | an image of your own: build it, and name it in the values; no Dockerfile was found that says more |
      | \`build.args.COLOUR\` | 4 | assumed | an image of your own: build it, and name it in the values; no Dockerfile was found that says more |
      | \`ports.0\` | 5 | carried | a port of the Service; for people outside set \`ingress\` |
      | \`environment.DATABASE_URL\` | 7 | carried | \`connections.db.env.DATABASE_URL\` |
      | \`environment.REDIS_HOST\` | 8 | carried | \`connections.cache.env.REDIS_HOST\` |
      | \`environment.REDIS_PORT\` | 9 | carried | \`connections.cache.env.REDIS_PORT\` |
      | \`environment.SEARCH\` | 10 | carried | \`connections.search.env.SEARCH\` |
      | \`environment.LOG_LEVEL\` | 12 | carried | \`config.logLevel\` |
      | \`environment.WORKERS\` | 13 | carried | \`config.workers\` |
      | \`environment.SESSION_SECRET\` | 14 | carried | \`secrets.sessionSecret\`, generated at the first install |
      | \`environment.STRIPE_API_KEY\` | 15 | carried | \`secrets.stripeApiKey\`, to be given |
      | \`environment.THEME\` | 16 | carried | a constant |
      | \`healthcheck.test\` | 17 | carried | the probes ask for \`/healthz\` |
      | \`healthcheck.interval\` | 17 | carried | the probes ask for \`/healthz\` |
      | \`depends_on.db\` | 18 | carried | \`connections.db\`: pods wait for it |
      | \`depends_on.cache\` | 18 | carried | \`connections.cache\`: pods wait for it |
      | \`restart\` | 19 | carried | Kubernetes starts again what ended |
      | \`deploy.replicas\` | 20 | carried | \`replicaCount\` |
      | \`deploy.resources.limits.cpus\` | 20 | carried | \`resources\` |
      | \`deploy.resources.limits.memory\` | 20 | carried | \`resources\` |

      ## worker

      | Entry | Line | | |
      |---|---|---|---|
      | \`image\` | 22 | asked | \`true\` runs as its probe: it has no port; answer \`probes.worker\`; \`image\`, by its tag: no digest is known; it runs as 1500: the files say neither the user nor what it writes to; answer \`images.worker\` |
      | \`command\` | 23 | carried | \`args\` |
      | \`environment.DATABASE_URL\` | 24 | carried | \`connections.db.env.DATABASE_URL\` |
      | \`environment.LOG_LEVEL\` | 24 | carried | a constant |
      | \`depends_on.search.condition\` | 25 | carried | \`connections.search\`: pods wait for it |
      | \`user\` | 26 | carried | \`podSecurityContext.runAsUser\` |
      | \`tmpfs.0\` | 27 | carried | \`writable\`, in memory, which counts against \`resources.limits.memory\` |
      | \`volumes.0\` | 28 | left out | there is no Docker in a cluster; what needs its API needs another way |

      ## search

      | Entry | Line | | |
      |---|---|---|---|
      | \`image\` | 30 | asked | it runs as 1000: the files say neither the user nor what it writes to; answer \`images.search\`; \`image\` |
      | \`volumes.0\` | 31 | asked | \`persistence\`, of 10Gi: Compose knows no sizes; answer \`sizes.search\` |
      | \`environment.heap.size\` | 32 | carried | a constant |
      | \`ulimits.nofile\` | 33 | left out | Kubernetes has no place for them: the runtime of the node decides |

      ## db

      | Entry | Line | | |
      |---|---|---|---|
      | \`image\` | 34 | assumed | \`postgres\` has a tested image with its digest; data of pg16 comes by a dump |
      | \`environment.POSTGRES_PASSWORD\` | 34 | carried | \`postgres\` makes a user and a password for each of its clients |
      | \`environment.POSTGRES_USER\` | 34 | carried | \`postgres\` makes a user and a password for each of its clients |

      ## cache

      | Entry | Line | | |
      |---|---|---|---|
      | \`image\` | 35 | assumed | \`redis\` has a tested image with its digest; data of 7 comes by a dump |

      ## edge

      | Entry | Line | | |
      |---|---|---|---|
      | \`image\` | 36 | left out | what it does at the edge is \`ingress\` or \`httpRoute\` of each workload |
      | \`ports.0\` | 36 | left out | what it does at the edge is \`ingress\` or \`httpRoute\` of each workload |

      ## volumes

      | Entry | Line | | |
      |---|---|---|---|
      | \`index\` | 37 | carried | a claim, of \`search\` |
      "
    `);
  });
});

it('0 processors and no memory are no limit', () => {
  const { definition } = imported(
    'services: { web: { image: "web:1", ports: ["80"], cpus: "0", mem_limit: "0", mem_reservation: 300m } }\n',
  );
  expect(definition.workloads.main?.values).toEqual({
    resources: { requests: { cpu: '100m', memory: '300Mi' }, limits: { memory: '512Mi' } },
  });
});

it('what stands at the top of a file has a line', () => {
  const result = imported(
    `name: \${PROJECT:-my-shop}\nversion: "3.8"\nx-all: &all { restart: always }\ninclude: [more.yaml]\nservices: { web: { image: "web:1", ports: ["80"], <<: *all } }\n`,
    { name: undefined },
    { 'more.yaml': 'services: { other: { image: "other:1", expose: [81] } }\n' },
  );
  expect(result.definition.name).toBe('my-shop');
  expect(
    result.lines.filter(({ path }) => path.startsWith('top')).map((one) => [one.path, one.verdict]),
  ).toEqual([
    ['top level.name', 'carried'],
    ['top level.version', 'left out'],
    ['top level.x-all', 'left out'],
    ['top level.include.0', 'carried'],
  ]);
});

it('the example of README.md is what comes out', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');
  const section = readme.slice(readme.indexOf('## From Compose'), readme.indexOf('## Install a chart'));
  const block = (language: string) =>
    new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(section)?.[1] ?? '';
  rmSync(join(folder, '.env'), { force: true });
  expect(definitionText(imported(block('yaml')).definition)).toBe(block('ts'));
});

describe('a service', () => {
  it('that runs to its end becomes a Job, which others come after', () => {
    const result = imported(
      'services:\n  web: { image: "web:1", ports: ["80"], depends_on: { migrate: { condition: service_completed_successfully } } }\n  migrate: { image: "web:1", command: migrate }\n',
    );
    expect(result.definition.workloads).toMatchObject({
      main: { after: ['migrate'] },
      migrate: { kind: 'Job', args: ['migrate'] },
    });
    expect(saidOf(result, 'web.depends_on.migrate.condition')).toBe(
      'carried: `after`: pods wait until the Job migrate is complete',
    );
  });

  it('whose start alone others ask for is not waited for', () => {
    const result = imported(
      'services:\n  web: { image: "web:1", ports: ["80"], depends_on: [seed] }\n  seed: { image: "web:1", command: seed, restart: "no" }\n',
    );
    expect(result.definition.workloads.main).not.toHaveProperty('after');
    expect(saidOf(result, 'web.depends_on.seed')).toBe(
      'left out: nothing waits for the start of seed: `after` would wait for its end',
    );
  });

  it('that is a server for ever is not waited for to its end', () => {
    const result = imported(
      'services:\n  web: { image: "web:1", ports: ["80"], depends_on: { db: { condition: service_completed_successfully } } }\n  db: { image: "postgres:17" }\n',
    );
    expect(saidOf(result, 'web.depends_on.db.condition')).toBe(
      'asked: nothing waits for the end of db, which is no Job here, or waits itself',
    );
  });

  it('whose Job names what waits for it is not waited for by that Job', () => {
    const shared = 'environment: { API_URL: "http://api:8080/x" }';
    const done = '{ init: { condition: service_completed_successfully }';
    const result = imported(
      `services:\n  web: { image: "web:1", ports: ["80"], ${shared}, depends_on: ${done}, api: { condition: service_healthy } } }\n  api: { image: "api:1", expose: [8080], depends_on: ${done} } }\n  init: { image: "api:1", command: init, ${shared} }\n`,
    );
    expect(result.definition).toMatchObject({
      workloads: { main: { after: ['init'] }, api: { after: ['init'] }, init: { connections: ['api'] } },
      connections: { api: { workload: 'api', orders: false } },
    });
    expect(saidOf(result, 'web.depends_on.api.condition')).toBe(
      'asked: `connections.api` carries traffic alone: what it leads to waits for one that uses it',
    );
  });

  it('with a server of its own kind has a connection to it, with user and password of the server', () => {
    const { definition } = imported(
      'services:\n  web: { image: "web:1", ports: ["80"], environment: { BROKER: "amqp://app:hidden@mq:5672/jobs" } }\n  mq: { image: "rabbitmq:4", environment: { RABBITMQ_DEFAULT_USER: app, RABBITMQ_DEFAULT_PASS: hidden } }\n',
    );
    expect(definition.connections).toEqual({
      mq: {
        type: 'amqp',
        workload: 'mq',
        client: { username: 'app', passwordKey: 'rabbitmq-default-pass' },
        orders: false,
        env: { BROKER: 'amqp://{credentials}@{host}:{port}/jobs' },
      },
    });
  });

  it('that has what its store logs in with takes it from the connection, whatever the names', () => {
    const { definition } = imported(`services:
  web: { image: "web:1", ports: ["80"], environment: { S3: "http://store:9000", AWS_ACCESS_KEY_ID: "\${STORE_USER:-shop}", AWS_SECRET_ACCESS_KEY: "\${STORE_PASSWORD:-shop}" } }
  store: { image: minio/minio, environment: { MINIO_ROOT_USER: "\${STORE_USER:-shop}", MINIO_ROOT_PASSWORD: "\${STORE_PASSWORD:-shop}" } }
`);
    expect(definition.connections?.store?.env).toEqual({
      S3: 'url',
      AWS_ACCESS_KEY_ID: 'username',
      AWS_SECRET_ACCESS_KEY: 'password',
    });
  });

  it('is found by its other names too', () => {
    const { definition } = imported(
      'services:\n  web: { image: "web:1", ports: ["80"], environment: { A_HOST: shop-db, B_URL: "http://search.local:7700/x" } }\n  db: { image: "postgres:17", container_name: shop-db }\n  search: { image: "search:1", networks: { net: { aliases: [search.local] } } }\n',
    );
    expect(definition.connections).toMatchObject({
      db: { env: { A_HOST: 'host' } },
      search: { env: { B_URL: '{url}/x' } },
    });
  });

  it('has the variables of its environment files', () => {
    const result = imported(
      'services:\n  web: { image: "web:1", ports: ["80"], env_file: [web.env, { path: gone.env, required: false }], environment: { LEVEL: high } }\n',
      {},
      { 'web.env': 'LEVEL=low\nTHEME=dark\nAPP_PASSWORD=$hidden\n' },
    );
    expect(result.definition.workloads.main?.env).toEqual({ LEVEL: 'high', THEME: 'dark' });
    expect(saidOf(result, 'web.environment.APP_PASSWORD')).toContain('`secrets.appPassword`');
    expect([saidOf(result, 'web.env_file.0'), saidOf(result, 'web.env_file.1')]).toEqual([
      'carried: its variables stand in `environment`',
      'left out: it is not there, and need not be',
    ]);
  });

  it('has a secret in commands, probes and composed texts by its name alone', () => {
    const { definition, settings } = imported(
      `services:
  cache:
    image: cache:1
    command: serve --requirepass \${CACHE_PASSWORD:-hidden1}
    ports: ["6379"]
    healthcheck: { test: ["CMD", "cli", "-a", "\${CACHE_PASSWORD:-hidden1}", "ping"] }
  graph: { image: "graph:1", expose: [1], environment: { GRAPH_AUTH: "admin/\${GRAPH_PASSWORD:-hidden2}", SAME_PASSWORD: "\${GRAPH_PASSWORD:-hidden2}" } }
`,
      {},
      { '.env': '' },
    );
    const { main, graph } = definition.workloads;
    expect(main?.args).toEqual(['serve', '--requirepass', '$(CACHE_PASSWORD)']);
    expect(main?.health).toEqual(['sh', '-c', '"cli" "-a" "$CACHE_PASSWORD" "ping"']);
    expect(graph?.env).toEqual({ GRAPH_AUTH: 'admin/$(GRAPH_PASSWORD)', SAME_PASSWORD: '$(GRAPH_PASSWORD)' });
    expect(graph?.settings).toEqual(['GRAPH_PASSWORD']);
    expect(definitionText(definition) + JSON.stringify(settings)).not.toContain('hidden');
  });

  it('has the password of a server by the value alone, beside the variable of its host', () => {
    const { definition } = imported(
      'services:\n  web: { image: "web:1", ports: ["80"], environment: { REDIS_HOST: cache, REDIS_HOST_PASSWORD: "${PW:-hidden}", REDIS_HOST_PORT: 6379 } }\n  cache: { image: "redis:7", command: "redis-server --requirepass ${PW:-hidden}" }\n',
    );
    expect(definition.connections).toMatchObject({
      cache: { env: { REDIS_HOST: 'host', REDIS_HOST_PASSWORD: 'password', REDIS_HOST_PORT: 'port' } },
    });
    expect(definition.workloads.main).not.toHaveProperty('settings');
  });

  it('names itself as the chart does, where a variable of the file may say another host too', () => {
    const { definition } = imported(
      'services:\n  web: { image: "web:1", ports: ["80:8000"], environment: { OWN_URL: "${OWN_URL:-http://web:8000}" } }\n',
    );
    expect(definition.workloads.main?.env).toEqual({
      OWN_URL: {
        template: '"http://{{ include "shop.fullname" . }}:{{ int64 .Values.service.port }}"',
      },
    });
  });

  it('has a secret under the name that another service has, where its own name means another', () => {
    const { definition } = imported(
      'services:\n  web: { image: "web:1", ports: ["80"], environment: { A_SECRET: same, B_SECRET: other } }\n  api: { image: "api:1", environment: { A_SECRET: other, B_SECRET: same } }\n',
    );
    expect(definition.workloads.api).toMatchObject({ settings: ['A_SECRET', 'B_SECRET'] });
    expect(definition.workloads.api).not.toHaveProperty('env');
  });

  it('has a template of another program as the text that it is', () => {
    const { definition, files } = imported(
      'services:\n  web: { image: "web:1", ports: ["80"], volumes: ["./page.tpl:/etc/page.tpl"] }\n',
      {},
      { 'page.tpl': 'Dear {{ .Name }}\n' },
    );
    expect(definition.workloads.main?.files).toEqual({ 'page.tpl.txt': '/etc/page.tpl' });
    expect(files).toEqual({ 'files/page.tpl.txt': 'Dear {{ .Name }}\n' });
  });

  it('keeps files of one name from two folders apart', () => {
    mkdirSync(join(folder, 'a'), { recursive: true });
    mkdirSync(join(folder, 'b'), { recursive: true });
    const { files } = imported(
      'services:\n  a: { image: "a:1", ports: ["80"], volumes: ["./a/x.conf:/x"] }\n  b: { image: "b:1", ports: ["81"], volumes: ["./b/x.conf:/x"] }\n',
      {},
      { 'a/x.conf': 'one\n', 'b/x.conf': 'two\n' },
    );
    expect(files).toEqual({ 'files/a/x.conf': 'one\n', 'files/b/x.conf': 'two\n' });
  });

  it('leaves a file with a secret to a Secret', () => {
    const result = imported(
      'services:\n  web: { image: "web:1", ports: ["80"], volumes: ["./web.ini:/etc/web.ini"] }\n',
      {},
      { 'web.ini': '[db]\npassword = hidden\n' },
    );
    expect(result.files).toEqual({});
    expect(saidOf(result, 'web.volumes.0')).toContain(
      'left out: a file of one machine, or one that seems to hold a secret',
    );
  });

  it('with a graphics card has the feature, and small files of the folder come along', () => {
    const result = imported(
      'services:\n  web:\n    image: web:1\n    ports: ["80"]\n    volumes: ["./web.conf:/etc/web.conf:ro"]\n    deploy: { resources: { reservations: { devices: [{ driver: nvidia, capabilities: [gpu] }] } } }\n',
      {},
      { 'web.conf': 'listen 80;\n' },
    );
    expect(result.definition.workloads.main).toMatchObject({
      files: { 'web.conf': '/etc/web.conf' },
      features: { gpu: {} },
    });
    expect(saidOf(result, 'web.deploy.resources.reservations.devices')).toMatch(/^carried/);
    expect(result.files).toEqual({ 'files/web.conf': 'listen 80;\n' });
  });

  it('without a port is asked for a probe; the name of a chart or workload is made of its own', () => {
    const result = imported(
      'services:\n  web: { image: "web:1", ports: ["80"] }\n  job_runner: { image: "run:1" }\n  config: { image: "c:1" }\n',
      {
        name: 'My Shop!',
      },
    );
    expect(result.definition.name).toBe('my-shop');
    expect(Object.keys(result.definition.workloads)).toEqual(['main', 'jobRunner', 'configService']);
    expect(saidOf(result, 'job_runner.image')).toContain(
      'asked: `true` runs as its probe: it has no port; answer `probes.job_runner`',
    );
  });

  it('of the entry becomes main, whatever the file seems to say', () => {
    const text = 'services:\n  a: { image: "a:1", ports: ["80:80"] }\n  b: { image: "b:1" }\n';
    expect(Object.keys(imported(text).definition.workloads)).toEqual(['main', 'b']);
    expect(Object.keys(imported(text, { entry: 'b' }).definition.workloads)).toEqual(['main', 'a']);
    expect(() => imported(text, { entry: 'c' })).toThrow('There are: a, b.');
  });

  it('that names another among other words has connections in its place', () => {
    const result = imported(
      'services:\n  web: { image: "web:1", ports: ["80"], environment: { PEERS: "a=http://api:80,b=x" } }\n  api: { image: "api:1", ports: ["80"] }\n',
    );
    expect(saidOf(result, 'web.environment.PEERS')).toBe('carried: `env`, with `connections.api`');
    expect(result.definition.workloads.main?.env).toEqual({ PEERS: 'a=http://$(API_HOST):$(API_PORT),b=x' });
    expect(result.definition.connections?.api?.env).toEqual({ API_HOST: 'host', API_PORT: 'port' });
  });
});

describe('what values of every workload have a place for', () => {
  it('is carried, and what is of Docker alone is left out', () => {
    const found = imported(`services:
  web:
    image: shop/web:1
    ports: ["80:80"]
    extra_hosts: ["ledger:192.0.2.7", "Billing=192.0.2.7", "v6:[2001:db8::1]", "host.docker.internal:host-gateway"]
    dns: [192.0.2.53]
    dns_search: corp.example.com
    dns_opt: ["ndots:2", rotate]
    group_add: ["1200", wheel]
    annotations: { example.com/team: shop }
    platform: linux/arm64/v8
    pull_policy: missing
    pre_stop: [{ command: [drain, --now] }]
    post_start: [{ command: warm up, user: root }]
    deploy: { placement: { constraints: ["node.labels.disk==ssd", "node.role == manager"] } }
  agent:
    image: shop/agent:1
    deploy: { mode: global, replicas: 3 }
  store:
    image: shop/store:1
    volumes: ["kept:/data"]
    deploy: { mode: global }
volumes: { kept: {} }
`);
    const { main, agent, store } = found.definition.workloads;
    expect(main?.values).toEqual({
      pod: {
        hostAliases: [
          { ip: '192.0.2.7', hostnames: ['ledger', 'billing'] },
          { ip: '2001:db8::1', hostnames: ['v6'] },
        ],
        dnsConfig: {
          nameservers: ['192.0.2.53'],
          searches: ['corp.example.com'],
          options: [{ name: 'ndots', value: '2' }, { name: 'rotate' }],
        },
      },
      podSecurityContext: { supplementalGroups: [1200] },
      podAnnotations: { 'example.com/team': 'shop' },
      nodeSelector: { 'kubernetes.io/arch': 'arm64', disk: 'ssd' },
      image: { pullPolicy: 'IfNotPresent' },
      lifecycle: { preStop: { exec: { command: ['drain', '--now'] } } },
    });
    expect(agent).toMatchObject({ kind: 'DaemonSet' });
    expect(agent?.values).toBeUndefined();
    expect(store?.kind).toBe('StatefulSet');
    expect(saidOf(found, 'agent.deploy.mode')).toBe('carried: `kind: DaemonSet`');
    for (const path of [
      'web.extra_hosts.host.docker.internal',
      'web.group_add.1',
      'web.post_start.0',
      'web.deploy.placement.constraints.1',
      'store.deploy.mode',
    ])
      expect(saidOf(found, path), path).toMatch(/^left out: /);
  });
});

describe('what Traefik and Caddy do at the edge', () => {
  it('is the Ingress of the workloads that labels lead to, where they name hosts', () => {
    const found = imported(`services:
  edge: { image: "traefik:3", ports: ["80:80"], command: --providers.docker, volumes: ["./rules.toml:/etc/traefik/rules.toml"] }
  web:
    image: shop/web:1
    expose: [3000]
    labels:
      - traefik.enable=true
      - "traefik.http.routers.web.rule=Host(\`shop.example.com\`) || Host(\`www.example.com\`)"
  api:
    image: shop/api:1
    expose: [8000]
    labels: { traefik.http.routers.api.rule: "Host(\`shop.example.com\`) && (PathPrefix(\`/api\`) || Path(\`/ok\`))" }
  admin:
    image: shop/admin:1
    expose: [9000]
    labels: ["traefik.http.routers.admin.rule=HostRegexp(\`.+\`)"]
`);
    const { main, api, admin } = found.definition.workloads;
    const hosts = (...names: readonly string[]) =>
      names.map((host) => ({ host, paths: [{ path: '/', pathType: 'Prefix' }] }));
    expect(main?.values).toEqual({ ingress: { hosts: hosts('shop.example.com', 'www.example.com') } });
    expect(api).toMatchObject({
      features: { ingress: {}, httpRoute: {} },
      values: {
        ingress: {
          hosts: [
            {
              host: 'shop.example.com',
              paths: [
                { path: '/api', pathType: 'Prefix' },
                { path: '/ok', pathType: 'Exact' },
              ],
            },
          ],
        },
      },
    });
    expect(admin?.features).toEqual({ ingress: {}, httpRoute: {} });
    expect(admin?.values).toBeUndefined();
    expect(saidOf(found, 'admin.labels.traefik.http.routers.admin.rule')).toMatch(
      /^asked: no host is read from it/,
    );
    expect(saidOf(found, 'edge.volumes.0')).toMatch(/^asked: hosts and paths that it says/);
  });

  it('is a workload where its file says that it has pages of its own', () => {
    const services = (text: string) =>
      Object.keys(
        imported(
          `services:
  caddy: { image: "caddy:2", ports: ["80:80"], volumes: ["./Caddyfile:/etc/caddy/Caddyfile"] }
  api: { image: "shop/api:1", expose: [8000] }
`,
          {},
          { Caddyfile: text },
        ).definition.workloads,
      );
    expect(services('example.com {\n  reverse_proxy api:8000\n}\n')).toEqual(['main']);
    expect(services(':80 {\n  root * /srv\n  file_server\n}\n')).toEqual(['main', 'api']);
  });
});

it('services of one image name the first of them for it, and are asked about once', () => {
  const { definition, questions } = imported(`services:
  web: { build: { context: ., args: { COLOUR: blue } }, ports: ["80:80"] }
  worker: { build: { context: ., args: { COLOUR: blue } }, command: work }
  other: { build: { context: ., target: other }, command: other }
  feed: { image: "shop/feed:1", command: feed }
  mail: { image: "shop/feed:1", command: mail }
  own: { image: "shop/feed:1", command: own, user: "1700" }
`);
  const { main, worker, other, feed, mail, own } = definition.workloads;
  const images = [main, worker, other, feed, mail, own].map((one) =>
    typeof one?.image === 'string' ? one.image : 'its own',
  );
  expect(images).toEqual(['its own', 'main', 'its own', 'its own', 'feed', 'feed']);
  expect(questions.map(({ path }) => path).filter((path) => path.startsWith('images'))).toEqual([
    'images.feed',
    'images.own',
  ]);
});

it('a service whose image others are built on is no workload', () => {
  mkdirSync(join(folder, 'api'), { recursive: true });
  writeFileSync(join(folder, 'api/Dockerfile'), 'FROM shop/base\nEXPOSE 8000\n');
  const found = imported(`services:
  base: { build: ./base, image: shop/base }
  more: { build: ./more }
  api: { build: ./api, ports: ["8000:8000"], depends_on: [base] }
  worker: { build: { context: ./worker, additional_contexts: { more: "service:more" } } }
  model: { build: ./model, image: shop/model, restart: always }
  tuned: { build: { context: ./tuned, additional_contexts: ["model=service:model"] } }
`);
  expect(Object.keys(found.definition.workloads)).toEqual(['main', 'worker', 'model', 'tuned']);
  expect(saidOf(found, 'base.image')).toBe(
    'left out: it runs nothing: images of your own are built on it, so build it first',
  );
  expect(saidOf(found, 'api.depends_on.base')).toMatch(/^carried: it runs nothing/);
});

it('nor is one that is named so and says nothing but how it is built, without its Dockerfile', () => {
  const found = imported(`services:
  base: { build: { context: ., dockerfile: base.Dockerfile }, image: shop-base-image }
  web: { build: ./web, ports: ["80:80"], depends_on: [base] }
  database: { build: ./database, image: shop/database, environment: { A: b } }
`);
  expect(Object.keys(found.definition.workloads)).toEqual(['main', 'database']);
});

it('the machine that runs Docker is the service that listens there', () => {
  const { definition } = imported(`services:
  web:
    image: shop/web:1
    ports: ["80:8080"]
    command: serve --search=http://host.docker.internal:9201
    environment:
      LLM_URL: "\${LLM_URL:-http://host.docker.internal:11434}"
      SELF: http://host.docker.internal:80
      OTHER: http://host.docker.internal:7000
  search: { image: shop/search:1, ports: ["9201:9200"] }
  llm: { image: "ollama/ollama:1" }
`);
  expect(definition.connections).toMatchObject({
    llm: { chart: 'ollama', env: { LLM_URL: 'url' } },
    search: { workload: 'search', env: { SEARCH_HOST: 'host', SEARCH_PORT: 'port' } },
  });
  expect(definition.workloads.main).toMatchObject({
    args: ['serve', '--search=http://$(SEARCH_HOST):$(SEARCH_PORT)'],
    env: { SELF: 'http://host.docker.internal:80', OTHER: 'http://host.docker.internal:7000' },
  });
});

it('a login in one variable keeps its user, and its password is a secret', () => {
  const { definition, settings } = imported(`services:
  graph: { image: "neo4j:5", ports: ["7474:7474"], environment: { NEO4J_AUTH: neo4j/hidden, API_KEY_AUTH: "a:hidden" } }
`);
  expect(definition.workloads.main?.env).toEqual({ NEO4J_AUTH: 'neo4j/$(NEO4J_AUTH_PASSWORD)' });
  expect(settings).toMatchObject({
    properties: {
      secrets: { properties: { neo4jAuthPassword: { 'x-env': 'NEO4J_AUTH_PASSWORD', 'x-generate': 32 } } },
    },
  });
});

describe('words of commands', () => {
  const text = (command: string, more = '') => `services:
  web: { image: "web:1", ports: ["80"], command: ${JSON.stringify(command)}${more} }
  api: { image: "api:1", ports: ["80"] }
  db: { image: "postgres:17" }
  cache: { image: "redis:7" }
`;

  it('that are URLs with a login of a server here take the one that its chart makes, and leave no secret', () => {
    const result = imported(
      text('run postgresql://app:${PASS_WORD:-s3cret}@db:5432/app?sslmode=require redis://:s3cret@cache/0'),
    );
    const { workloads, connections } = result.definition;
    expect(workloads.main?.args).toEqual(['run', '$(DB_POSTGRESQL_SSLMODE_REQUIRE_URL)', '$(CACHE_URL)']);
    expect([connections?.db?.env, connections?.cache?.env]).toEqual([
      {
        DB_POSTGRESQL_SSLMODE_REQUIRE_URL:
          'postgresql://{credentials}@{host}:{port}/{database}?sslmode=require',
      },
      { CACHE_URL: 'url' },
    ]);
    expect(result.settings).toBeUndefined();
  });

  it('keep folders that have the name of a service', () => {
    const env = ', environment: { STATIC: /srv/api/static }';
    const { main } = imported(text('run /app/api/main.py http://api/x', env)).definition.workloads;
    expect(main?.args).toEqual(['run', '/app/api/main.py', 'http://$(API_HOST)/x']);
    expect(main?.env).toEqual({ STATIC: '/srv/api/static' });
  });
});

describe('what the file does not say is asked for', () => {
  const said = (text: string) => readAnswers(text, 'answers.yaml');
  const OPEN = `services:
  web: { image: "nginx:1", ports: ["80:80"], environment: { MAIL_API_KEY: "\${MAIL_API_KEY:-abc}", OWN_SECRET: x, OTHER_API_KEY: "\${OTHER_API_KEY:-}" } }
  admin: { image: "admin:2", ports: ["9000:80"], read_only: true, user: "5000", volumes: ["kept:/kept"] }
  adminer: { image: "adminer:5", ports: ["81:8080"] }
  worker: { image: "worker:2", healthcheck: { test: [NONE] } }
`;
  const shop = imported(OPEN, {}, { '.env': '' });

  it('with a default each: of the entry where several are open, of keys of others, of images nobody knows', () => {
    expect(shop.questions.map(({ path, fallback }) => `${path}: ${fallback}`)).toEqual([
      'entry: web',
      'sizes.admin: 10Gi',
      'secrets.MAIL_API_KEY: required',
      'images.adminer: 1000',
      'images.worker: 1000',
      'probes.worker: true',
    ]);
  });

  it('and follows the answers', () => {
    const result = imported(OPEN, {
      answers: said(`entry: admin
sizes: { admin: 1Gi }
secrets: { MAIL_API_KEY: optional }
images: { worker: "70:/var/lib/w:/kept" }
probes: { worker: pgrep -f "a worker" }
`),
    });
    const { main, web, worker } = result.definition.workloads;
    expect(main).toMatchObject({ storage: { size: '1Gi' }, user: 5000 });
    expect(web).toMatchObject({
      user: 101,
      writable: { 'cache-nginx': '/var/cache/nginx', 'var-run': '/var/run' },
    });
    expect(worker).toMatchObject({
      user: 70,
      writable: { 'var-lib-w': '/var/lib/w', kept: '/kept' },
      health: ['pgrep', '-f', 'a worker'],
    });
    expect(stringify(result.settings)).not.toContain('x-required');
    expect(saidOf(result, 'web.environment.MAIL_API_KEY')).toBe(
      'carried: `secrets.mailApiKey`, where it is needed, as you answered',
    );
    expect(saidOf(shop, 'web.environment.MAIL_API_KEY')).toBe(
      'asked: `secrets.mailApiKey`, to be given: it seems to be the key of somebody else; answer `secrets.MAIL_API_KEY`',
    );
  });

  it('a port that no file names is one of them: who depends on it reaches it there then', () => {
    const text = `services:
  web: { image: "nginx:1", ports: ["80:80"], depends_on: [calls] }
  calls: { build: ./calls }
`;
    expect(imported(text).questions.map(({ path }) => path)).toEqual(['probes.calls']);
    expect(imported(text).definition.connections).toBeUndefined();
    const { main, calls } = imported(text, { answers: said('probes: { calls: 8000 }') }).definition.workloads;
    expect(main?.connections).toEqual(['calls']);
    expect(calls?.ports).toEqual({ http: 8000 });
    expect(calls?.probes).toBeUndefined();
  });

  it('a key that nobody filled in is asked for no more, and a person may say what it is', () => {
    const text = `services:
  web: { image: "nginx:1", ports: ["80:80"], environment: { MAIL_API_KEY: your-api-key, PAY_TOKEN: "<token>", OWN_SECRET: changeme } }
`;
    expect(imported(text).questions).toEqual([]);
    const kinds = (result: ReturnType<typeof imported>) =>
      ['mailApiKey', 'payToken', 'ownSecret'].map((key) => {
        const { 'x-required': isRequired, 'x-generate': length } = Object(result.settings).properties.secrets
          .properties[key];
        return isRequired ? 'required' : length ? 'generated' : 'optional';
      });
    expect(kinds(imported(text))).toEqual(['optional', 'optional', 'generated']);
    const answers = said('secrets: { MAIL_API_KEY: required, OWN_SECRET: optional }');
    expect(kinds(imported(text, { answers }))).toEqual(['required', 'optional', 'optional']);
  });

  it('but never what somebody answers to a question that the file does not raise', () => {
    expect(() => imported(OPEN, { answers: said('images: { gone: 1000 }') })).toThrow(
      'answers.yaml:1:17: nobody asks for images.gone',
    );
  });
});

describe('refused, with file, line and column', () => {
  it.each([
    [
      'a key that Compose does not know',
      'services:\n  web: { image: "web:1", imgae: x }\n',
      'compose.yaml:2:33: Compose knows no imgae (web.imgae)',
    ],
    [
      'a port that is none',
      'services:\n  web: { image: "web:1", ports: ["${PORT}:${PORT}"] }\n',
      'compose.yaml:2:34: ":" is no port',
    ],
    [
      'a dollar alone',
      'services:\n  web: { image: "web:${" }\n',
      'compose.yaml:2:17: "web:${" has a $ that begins no variable',
    ],
    ['no service', 'volumes: {}\n', 'there is no service'],
    [
      'a circle of services that depend on each other',
      'services:\n  a: { image: "a:1", depends_on: [b] }\n  b: { image: "b:1", depends_on: [c] }\n  c: { image: "c:1", depends_on: { b: { condition: service_healthy } } }\n',
      'compose.yaml:4:39: b → c → b depend on each other',
    ],
    [
      'more memory than there may be',
      'services:\n  web: { image: "web:1", deploy: { resources: { limits: { memory: 100m }, reservations: { memory: 1g } } } }\n',
      'compose.yaml:2:99: it reserves 1g, above its limit of 100m',
    ],
    [
      'more processors, with the old keys too',
      'services:\n  web: { image: "web:1", mem_limit: 1g, mem_reservation: 2048m }\n',
      'compose.yaml:2:58: it reserves 2048m, above its limit of 1g',
    ],
  ])('%s', (_, text, message) => {
    expect(() => imported(text, {}, { '.env': '' })).toThrow(message);
  });

  it('but without a file of variables, which repositories keep to themselves, and with what stands in its place', () => {
    const text = 'services:\n  web: { image: "web:1", env_file: .env }\n';
    rmSync(join(folder, '.env'), { force: true });
    expect(saidOf(imported(text), 'web.env_file.0')).toMatch('asked: its variables are not known here');
    writeFileSync(join(folder, 'other.env'), 'LEVEL=high\n');
    const { definition } = imported(text, { environmentFiles: [join(folder, 'other.env')] });
    expect(definition.workloads.main?.env).toEqual({ LEVEL: 'high' });
  });

  it('but a key that nobody knows is left out where a person accepts that', () => {
    const result = imported('services:\n  web: { image: "web:1", imgae: x, x-own: 1 }\n', { accept: true });
    expect([saidOf(result, 'web.imgae'), saidOf(result, 'web.x-own')]).toEqual([
      'left out: nobody knows this key',
      'left out: Compose ignores it too',
    ]);
  });
});

/** Services of many shapes, which name each other. */
const word = fc.stringMatching(/^[a-z][a-z0-9]{1,6}$/);
const port = fc.integer({ min: 1, max: 65535 });
const SECRET = 'kept-out-of-everything';
const service = (names: readonly string[], earlier: readonly string[]) =>
  fc.record(
    {
      image: fc.constantFrom(
        'web:1',
        'redis:7',
        'postgres:17',
        'mysql:9',
        'ghcr.io/a/b',
        'traefik',
        'minio/minio:1',
      ),
      build: fc.oneof(
        fc.constant('.'),
        fc.record({ context: fc.constant('./x'), args: fc.dictionary(word, word) }),
      ),
      command: fc.oneof(
        fc.constantFrom(
          'run "a b" $$X',
          `run --token ${SECRET}`,
          `run --api-key=${SECRET} mysql://u:${SECRET}@x/y`,
          `run --auth admin:${SECRET}`,
          'run ${PW} x=${PW}-y',
        ),
        fc.array(word),
      ),
      secrets: fc.subarray(['inside', 'file', 'outside']),
      configs: fc.subarray(['said', 'hidden', 'alike', 'elsewhere']),
      shm_size: fc.constantFrom('64m', '1.5g'),
      environment: fc.oneof(
        fc.dictionary(
          fc.constantFrom('A', 'DB_HOST', 'DB_PASSWORD', 'API_TOKEN', 'SMTPPASS', 'url.of', 'LEVEL'),
          fc.oneof(
            fc.constantFrom('${V:-3}', '${W:?say}', '$$', '${X}', '', 'true', '8'),
            fc.constantFrom(
              '${DB_PASSWORD}',
              'a ${DB_PASSWORD}',
              '${X:-${DB_PASSWORD}}',
              '${PW}',
              SECRET,
              `-x ${SECRET}`,
            ),
            other(names).map((name) => `http://${name}:80/x`),
            other(names).map((name) => `mysql://u:${SECRET}@${name}:80/x`),
            other(names).map((name) => `a,${name}:80,b`),
            other(names),
          ),
        ),
        fc.uniqueArray(fc.constantFrom('B=1', 'C', 'D=${E-f}'), { maxLength: 3 }),
      ),
      ports: fc.uniqueArray(
        fc.oneof(
          port.map(String),
          port.map((one) => `${one}:${one}`),
          port.map((one) => ({ target: one })),
        ),
        { maxLength: 3 },
      ),
      expose: fc.uniqueArray(port, { maxLength: 2 }),
      volumes: fc.uniqueArray(
        fc.constantFrom('data:/data', './a:/a', '/var/run/docker.sock:/s', '/anonymous', 'b:/b:ro', 'b:/c'),
        { maxLength: 6 },
      ),
      tmpfs: fc.constantFrom('/t', ['/t', '/u']),
      depends_on: fc.oneof(
        fc.subarray([...earlier]),
        fc.dictionary(
          other(earlier),
          fc.record({
            condition: fc.constantFrom('service_healthy', 'service_completed_successfully'),
            restart: fc.boolean(),
          }),
        ),
      ),
      healthcheck: fc.constantFrom<object>(
        { test: 'true' },
        { disable: true },
        { test: ['CMD', 'curl', 'http://localhost:80/ok'], retries: 3 },
        { test: ['CMD', 'mysqladmin', 'ping', `-p${SECRET}`] },
        { test: ['CMD', 'mysqladmin', 'ping', '-p${PW}'] },
        { test: `redis-cli -a ${SECRET} ping && curl -u me:${SECRET} http://localhost:80/` },
        { test: `PGPASSWORD='${SECRET}' psql -c "select 1"` },
      ),
      deploy: fc.constantFrom<object>(
        { replicas: 2 },
        { resources: { limits: { memory: '1g', pids: 3 } } },
        { mode: 'global', placement: { constraints: ['a'] } },
      ),
      user: fc.constantFrom('1000', '0', 'app', '5:5'),
      restart: fc.constantFrom('no', 'always'),
      networks: fc.constantFrom<unknown>(['a'], { a: { aliases: ['b'] } }, {}),
      labels: fc.constantFrom<unknown>(['a=b'], { c: 'd' }, { c: '${DB_PASSWORD}' }),
      annotations: fc.constantFrom<unknown>(['a=${DB_PASSWORD}', 'b=c'], { a: SECRET }, { a: 'x ${PW}' }),
      post_start: fc.constantFrom<unknown>(
        [{ command: ['a', '${DB_PASSWORD}'] }],
        [{ command: `a ${SECRET}` }, { command: 'b' }],
      ),
      pre_stop: fc.constantFrom<unknown>([{ command: 'a ${PW}' }], [{ command: ['a'] }]),
      hostname: fc.constantFrom('a', '${PW}'),
      profiles: fc.constantFrom(['x'], ['x', 'y']),
      sysctls: fc.constantFrom<unknown>({ 'net.core.somaxconn': 1 }),
      logging: fc.constantFrom<unknown>({ driver: 'json-file', options: { 'max-size': '1m' } }),
      stop_grace_period: fc.constantFrom('1m30s', '5s'),
      working_dir: fc.constant('/app'),
      privileged: fc.boolean(),
    },
    { requiredKeys: ['image'] },
  );

/** Configs and secrets of all kinds. */
const FILES = {
  secrets: {
    inside: { environment: 'DB_PASSWORD' },
    file: { file: './no.txt' },
    outside: { external: true },
  },
  configs: {
    said: { content: 'level ${V:-1}' },
    hidden: { content: 'password ${DB_PASSWORD}' },
    alike: { content: `level ${SECRET} and \${PW}` },
    elsewhere: { external: true },
  },
};
/** A name of another service. */
const other = (names: readonly string[]) => fc.constantFrom('elsewhere', ...names);

it('random projects: every entry is in the report once, and no secret is anywhere', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1, maxLength: 4 }).chain((names) =>
        fc.record(
          Object.fromEntries(
            names.map((name, index) => [
              name,
              service(
                names.filter((one) => one !== name),
                names.slice(0, index),
              ),
            ]),
          ),
        ),
      ),
      fc.boolean(),
      (services, split) => {
        const text = stringify({ services, ...FILES });
        const environment = `V=1\nDB_PASSWORD=${SECRET}\nPW=${SECRET}\n`;
        let result: ReturnType<typeof importCompose>;
        try {
          result = readBy(text, { split }, { '.env': environment });
        } catch (error) {
          expect(String(error)).toMatch('there is no service');
          return;
        }
        const project = readProject({ files: [join(folder, 'compose.yaml')] });
        const expected = [...project.services].flatMap(([name, keys]) =>
          itemsOf(serviceOf(name, keys, project.environment)).map(({ path }) => path),
        );
        const top = ['inside', 'file', 'outside'].map((name) => `secrets.${name}`);
        const paths = result.lines.map(({ path }) => path);
        expect(
          paths.filter(
            (path) => !/^(configs|secrets)\.(inside|file|outside|said|hidden|alike|elsewhere)\./.test(path),
          ),
        ).toEqual(expected);
        for (const path of top) expect(paths.filter((one) => one.startsWith(`${path}.`))).toHaveLength(1);
        const { charts, umbrella, report } = result;
        const texts = charts.map(({ definition }) => definitionText(definition));
        expect(texts.join('') + JSON.stringify([charts, umbrella, report])).not.toContain(SECRET);
      },
    ),
    { numRuns: 300, seed: 12 },
  );
});

describe('a health check', () => {
  const health = (test: unknown) =>
    imported(
      `services: { web: { image: "web:1", ports: ["80:9200"], healthcheck: { test: ${JSON.stringify(test)} } } }`,
    ).definition.workloads.main?.health;

  it.each([
    ['curl -fsS http://localhost:9200/ok || exit 1', '/ok'],
    [['CMD', 'wget', '-q', '--spider', 'http://127.0.0.1:9200/ok'], '/ok'],
    ['curl -o /dev/null -X GET http://localhost:9200 > /dev/null 2>&1', '/'],
    ['curl -f http://localhost:9200/a || wget -q http://localhost:9200/a', '/a'],
    [['CMD', 'python', '-c', "import urllib.request as r; r.urlopen('http://localhost:9200/ok')"], '/ok'],
  ])('that is one request is that request: %j', (test, path) => {
    expect(health(test)).toBe(path);
  });

  it.each([
    "curl -s --cacert ca.crt https://localhost:9200 | grep -q 'missing authentication'",
    'curl -k https://localhost:9200/ok',
    'curl -f http://localhost:9200/ok && test -f /tmp/ok',
    'curl -f http://localhost:9200/ok; test -f /tmp/ok',
    'curl -s http://localhost:9200/ok | grep green',
    'curl -f http://localhost:9200/a || curl -f http://localhost:9200/b',
    'curl -f -H "Host: example.com" http://localhost:9200/ok',
    'curl -f -X POST http://localhost:9200/ok',
  ])('that asks for more stays a command: %s', (test) => {
    expect(health(test)).toEqual(['sh', '-c', test]);
  });
});

describe('the entry is', () => {
  it('what is published and used by nobody', () => {
    expect(
      imported(
        'services:\n  registry: { image: "reg:1", ports: ["8081:8081"] }\n  ui: { image: "ui:1", ports: ["8080:8080"], environment: { R: "http://registry:8081" } }\n  job: { image: "j:1", environment: { R: "http://registry:8081" } }\n',
      ).definition.workloads.main?.ports,
    ).toEqual({ http: 8080 });
  });

  it('no port of logs, databases or queues', () => {
    const text =
      'services:\n  logs: { image: "logs:1", ports: ["5044:5044", "5672:5672"] }\n  ui: { image: "ui:1", expose: [7000] }\n';
    expect(imported(text).definition.workloads.main?.ports).toEqual({ http: 7000 });
  });
});

it('a setting that Compose stops without is to be given', () => {
  const result = imported(
    'services:\n  web: { image: "web:1", ports: ["80:80"], environment: { LEVEL: "${LEVEL:?say}", API_TOKEN: "${API_TOKEN?}" } }\n',
  );
  expect(saidOf(result, 'web.environment.LEVEL')).toBe('carried: `config.level`, to be given');
  expect(saidOf(result, 'web.environment.API_TOKEN')).toBe('carried: `secrets.apiToken`, to be given');
  expect(result.needed).toEqual({ config: { level: 'change-me' }, secrets: { apiToken: 'change-me' } });
  expect(result.files['templates/validations.tpl']).toBe(
    '{{- if eq (toString .Values.config.level) "" }}\nconfig.level is missing: set it.\n{{- end }}\n',
  );
  const { umbrella } = readBy(
    'services:\n  web: { image: "web:1", ports: ["80:80"], environment: { LEVEL: "${LEVEL:?say}" } }\n  api: { image: "api:1", expose: [90] }\n',
    { split: true },
    {},
  );
  expect(umbrella?.preset['shop-web']).toEqual({ config: { level: 'change-me' } });
});
