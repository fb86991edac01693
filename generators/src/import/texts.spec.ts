// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the variables of Compose
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FEATURES, loadFeatures } from '../features/load.ts';
import { reservedNames } from '../model/check-names.ts';
import { loadSchemas } from '../schema/index.ts';
import { ofOneChart } from './fixtures.ts';
import { type ImportOptions, importCompose } from './import.ts';
import { readAnswers } from './questions.ts';
import { workloadName } from './roles.ts';

const folder = mkdtempSync(join(tmpdir(), 'texts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function imported(services: string, environment = '', more: Partial<ImportOptions> = {}) {
  writeFileSync(join(folder, 'compose.yaml'), `services:\n${services}`);
  writeFileSync(join(folder, '.env'), environment);
  const charts = ['postgres', 'redis'];
  const result = ofOneChart(
    importCompose({ files: [join(folder, 'compose.yaml')], charts, name: 'shop', ...more }),
  );
  const said = (path: string) =>
    result.lines.filter((one) => one.path === path).map(({ verdict, says }) => `${verdict}: ${says}`);
  const everything = JSON.stringify([result.definition, result.settings, result.files, result.report]);
  return { ...result, ...result.definition, said, everything };
}

describe('services that a text names among other words', () => {
  it('are connections, in lists, in texts with secrets, and in URLs with a password', () => {
    const { workloads, connections, settings, said, everything } = imported(`  web:
    image: example/web:1
    ports: ["80:80"]
    environment:
      PEERS: one:7000,two:7001
      DOMAINS: a.example.com -> http://one:7000
      FIRST_URL: mysql://me:\${FIRST_PASSWORD}@one:7000/a
      SECOND_URL: amqp://guest:hidden-1@two:7001/b
  one: { image: "example/one:1" }
  two: { image: "example/two:1", expose: [7000] }
`);
    expect(workloads.main?.env).toEqual({
      PEERS: '$(ONE_HOST):$(ONE_PORT),$(TWO_HOST):7001',
      DOMAINS: 'a.example.com -> http://$(ONE_HOST):$(ONE_PORT)',
      FIRST_URL: 'mysql://me:$(FIRST_PASSWORD)@$(ONE_HOST):$(ONE_PORT)/a',
      SECOND_URL: 'amqp://guest:$(SECOND_URL_PASSWORD)@$(TWO_HOST):7001/b',
    });
    expect(connections).toMatchObject({
      one: { env: { ONE_HOST: 'host', ONE_PORT: 'port' } },
      two: { env: { TWO_HOST: 'host' } },
    });
    expect(workloads.two?.ports).toEqual({ http: 7000, 'port-7001': 7001 });
    expect(settings?.properties).toMatchObject({
      secrets: { properties: { firstPassword: {}, secondUrlPassword: { 'x-required': true } } },
    });
    expect(said('web.environment.SECOND_URL')).toEqual([
      'carried: `env`, with `secrets.secondUrlPassword` and `connections.two`',
    ]);
    expect(everything).not.toContain('hidden-1');
  });

  it('have the name of the chart where they name themselves', () => {
    const { workloads, connections } =
      imported(`  web: { image: "example/web:1", ports: ["80:80"], environment: { KAFKA: "broker:9092" } }
  broker: { image: "apache/kafka:4", environment: { KAFKA_ADVERTISED_LISTENERS: "PLAINTEXT://broker:9092" } }
`);
    expect(workloads.broker?.env).toEqual({
      KAFKA_ADVERTISED_LISTENERS: {
        template:
          '"PLAINTEXT://{{ include "shop.fullname" . }}-broker:{{ int64 .Values.broker.service.port }}"',
      },
    });
    expect(connections?.broker?.env).toEqual({ KAFKA: '{host}:{port}' });
  });

  it('speak what their image is known to speak: a broker in front has no Ingress', () => {
    const { workloads, definition } = imported(
      '  broker: { image: "eclipse-mosquitto:2", ports: ["1883:1883"] }\n',
    );
    const { provides } = definition;
    expect([workloads.main?.ports, workloads.main?.features, provides]).toEqual([
      { mqtt: 1883 },
      undefined,
      { type: 'mqtt', password: false },
    ]);
  });

  it('listen on the port of their variable PORT or of their image where nothing says one', () => {
    const { workloads, connections } =
      imported(`  web: { image: "example/web:1", ports: ["80:80"], environment: { MYSQL_HOST: base, API: "http://api" }, links: ["db:base"] }
  db: { image: "mysql:9" }
  api: { image: "example/api:1", environment: { PORT: 4001 } }
`);
    expect(workloads.db?.ports).toEqual({ mysql: 3306 });
    expect(workloads.api?.ports).toEqual({ http: 4001 });
    expect(connections?.db).toMatchObject({ type: 'mysql', env: { MYSQL_HOST: 'host' } });
  });
});

describe('what is confidential in a command', () => {
  it('is a variable from the Secret: values of flags, logins in URLs, and what is a secret elsewhere', () => {
    const { workloads, settings, everything } = imported(`  web:
    image: example/web:1
    ports: ["80:80"]
    command: serve --token hidden-1 --db mysql://me:hidden-2@far.example.com/x --level info --token-file /x
    environment: { UPLOAD_SECRET: hidden-value-3 }
  once:
    image: example/job:1
    restart: "no"
    command: [serve, --auth, "admin:hidden-6", curl, -u, "me:hidden-7"]
    entrypoint: [sh, -c, "login me hidden-value-3 && flower --basic-auth=me:hidden-4 --api-key 'hidden-5'"]
`);
    expect(workloads.main?.args).toEqual([
      ...['serve', '--token', '$(WEB_TOKEN)', '--db', 'mysql://me:$(WEB_URL_PASSWORD)@far.example.com/x'],
      ...['--level', 'info', '--token-file', '/x'],
    ]);
    expect(workloads.once?.command?.[2]).toBe(
      "login me $(UPLOAD_SECRET) && flower --basic-auth=me:$(ONCE_BASIC_AUTH_PASSWORD) --api-key '$(ONCE_API_KEY)'",
    );
    expect(workloads.once?.args).toEqual([
      ...['serve', '--auth', 'admin:$(ONCE_AUTH_PASSWORD)', 'curl', '-u', 'me:$(ONCE_LOGIN_PASSWORD)'],
    ]);
    expect(workloads.once?.settings).toEqual([
      ...['ONCE_AUTH_PASSWORD', 'ONCE_LOGIN_PASSWORD'],
      ...['ONCE_BASIC_AUTH_PASSWORD', 'ONCE_API_KEY', 'UPLOAD_SECRET'],
    ]);
    expect(JSON.stringify(settings)).toContain('"x-env":"WEB_TOKEN"');
    expect(everything).not.toContain('hidden-');
  });

  it('of a variable is all of it where other words stand beside', () => {
    const { workloads, settings, everything } = imported(`  web:
    image: example/web:1
    ports: ["80:80"]
    environment:
      HEADER: "Authorization: Bearer hidden-token-1"
      OPTIONS: '{"password": "hidden-2"}'
      MAIL_PASSWORD: '"""\${MAIL_PASSWORD:?say it}"""'
      DB_PW: hidden-3
      SALT: hidden-4
      STRIPE_KEY: hidden-5
      SORT_KEY: open
`);
    expect(workloads.main?.env).toEqual({ SORT_KEY: 'open' });
    expect(settings?.properties).toMatchObject({
      secrets: {
        properties: {
          header: { 'x-required': true },
          options: { 'x-required': true },
          mailPassword: { 'x-required': true },
          dbPw: { 'x-generate': 32 },
          salt: { 'x-generate': 32 },
          stripeKey: { 'x-required': true },
        },
      },
    });
    expect(everything).not.toContain('hidden-');
  });
});

describe('names', () => {
  it('that would be the same have a number: of workloads, connections and settings', () => {
    const long = 'a'.repeat(45);
    const { workloads, connections, settings } = imported(`  web:
    image: example/web:1
    ports: ["80:80"]
    environment: { FIRST: "http://my_api:81", SECOND: "http://my-api:82", LEVEL: "\${A:-1}", level: "\${B:-2}" }
    depends_on: [${long}1, ${long}2]
  my_api: { image: "example/one:1", expose: [81] }
  my-api: { image: "example/two:1", expose: [82] }
  ${long}1: { image: "example/three:1", expose: [83] }
  ${long}2: { image: "example/four:1", expose: [84] }
`);
    expect(Object.keys(workloads)).toEqual(['main', 'myApi', 'myApi2', 'a'.repeat(40), `${'a'.repeat(38)}2`]);
    expect(Object.entries(connections ?? {}).map(([name, { workload }]) => [name, workload])).toEqual([
      ['myApi', 'myApi'],
      ['myApi2', 'myApi2'],
      ['a'.repeat(20), 'a'.repeat(40)],
      [`${'a'.repeat(18)}2`, `${'a'.repeat(38)}2`],
    ]);
    expect(settings?.properties).toMatchObject({
      config: { properties: { level: { 'x-env': 'LEVEL' }, level2: { 'x-env': 'level' } } },
    });
  });
});

it('no circle of waits is closed, whoever else waits by the same connection', () => {
  const { connections } =
    imported(`  web: { image: "example/web:1", ports: ["80:80"], depends_on: [one, two] }
  one: { image: "example/one:1", expose: [81], environment: { TWO: "http://two:82" } }
  two: { image: "example/two:1", expose: [82], environment: { ONE: "http://one:81" } }
`);
  expect(connections?.one?.orders ?? true).toBe(true);
  expect(connections?.two?.orders).toBe(false);
});

it('settings of servers have all their words, and databases of a server itself are nobody’s', () => {
  const { values, connections, said } =
    imported(`  web: { image: "example/web:1", ports: ["80:80"], environment: { REDIS_HOST: cache, DB_HOST: db } }
  cache: { image: "redis:7", command: --save 60 1 --loglevel warning }
  db: { image: "postgres:17", environment: { POSTGRES_DB: postgres } }
`);
  expect(values).toMatchObject({ redis: { config: { save: '60 1', logLevel: 'warning' } } });
  expect(connections?.db?.client).toBeUndefined();
  expect(said('db.environment.POSTGRES_DB')).toEqual([
    "assumed: the database has the name of its client: postgres is the server's own",
  ]);
});

it('what a graphics card brings is not said twice, and a check that is off is no probe', () => {
  const { workloads, said } = imported(`  web:
    image: example/web:1
    ports: ["80:80"]
    gpus: all
    environment: { NVIDIA_VISIBLE_DEVICES: all }
    healthcheck: { disable: true }
`);
  expect(workloads.main?.env).toBeUndefined();
  expect(said('web.environment.NVIDIA_VISIBLE_DEVICES')).toEqual(['carried: the feature `gpu` sets it']);
  expect(said('web.healthcheck.disable')).toEqual([
    'left out: every pod here has probes: set those of the values',
  ]);
});

it('pods that have little time to end go on serving for half of it', () => {
  const { workloads } = imported(`  web: { image: "example/web:1", ports: ["80:80"], stop_grace_period: 5s }
  slow: { image: "example/slow:1", expose: [81], stop_grace_period: 1m30s }
`);
  expect(workloads.main).toMatchObject({ terminationGracePeriodSeconds: 5, values: { drainSeconds: 2 } });
  expect(workloads.slow).toMatchObject({ terminationGracePeriodSeconds: 90 });
  expect(workloads.slow?.values).toBeUndefined();
});

it('no workload has a name that the chart has for something else, or for a chart that it bundles', async () => {
  const features = await loadFeatures([FEATURES]);
  const schemas = join(import.meta.dirname, '../../../schemas');
  const library = loadSchemas(schemas, ...features.map(({ folder }) => folder));
  const definition = { name: 'a', version: '1.0.0', appVersion: '1', description: 'A.', workloads: {} };
  const reserved = reservedNames(definition, { features, library });
  expect([...reserved].filter((name) => reserved.has(workloadName(name.replace(/[A-Z]/g, '-$&'))))).toEqual(
    [],
  );
  const { workloads } =
    imported(`  web: { image: "example/web:1", ports: ["80:80"], environment: { REDIS_HOST: cache } }
  cache: { image: "redis:7" }
  redis: { image: "example/proxy:1", expose: [1] }
`);
  expect(Object.keys(workloads)).toEqual(['main', 'redisService']);
});

it('a variable that Kubernetes has no name for is left out', () => {
  const { workloads, said } = imported(
    '  web: { image: "example/web:1", ports: ["80:80"], user: "9999999999", environment: { 1A: x, "a.b-c": y } }\n',
  );
  expect(workloads.main?.env).toEqual({ 'a.b-c': 'y' });
  expect(said('web.environment.1A')).toEqual(['left out: Kubernetes takes no variable of this name']);
  expect(said('web.user')).toEqual(['assumed: Kubernetes takes numbers only: it runs as user 1000']);
});

describe('a secret under several names', () => {
  const services = (environment: readonly string[]) =>
    `  web: { image: "web:1", ports: ["80:80"], environment: { ${environment.join(', ')} } }\n`;
  const secrets = (...environment: readonly string[]) => {
    const { workloads, settings } = imported(services(environment));
    const { properties } = settings as { properties: { secrets: { properties: object } } };
    return { env: workloads.main?.env, keys: Object.keys(properties.secrets.properties) };
  };

  it('is one where its value says so, and where it is made here a placeholder says so too', () => {
    expect(secrets('DB_PASSWORD: changeme', 'POSTGRES_PASSWORD: changeme')).toEqual({
      env: { POSTGRES_PASSWORD: '$(DB_PASSWORD)' },
      keys: ['dbPassword'],
    });
    expect(secrets('SEARCH_API_KEY: k3y-8f2c61', 'FIND_TOKEN: k3y-8f2c61')).toEqual({
      env: { FIND_TOKEN: '$(SEARCH_API_KEY)' },
      keys: ['searchApiKey'],
    });
  });

  it.each(['your-secret-key', 'change_me', 'xxx', '<your key>', 'replace-with-a-key', 'TODO: later', 'shop'])(
    'is one for each name where somebody else gives it and "%s" only keeps its place',
    (value) => {
      const given = [
        `S3_SECRET_KEY: "${value}"`,
        `TENCENT_COS_SECRET_KEY: "${value}"`,
        `MAIL_TOKEN: "${value}"`,
      ];
      expect(secrets(...given)).toEqual({
        env: undefined,
        keys: ['s3SecretKey', 'tencentCosSecretKey', 'mailToken'],
      });
    },
  );

  it('is one where a person says that it is made here', () => {
    const { workloads } = imported(services(['STORE_API_KEY: change-me', 'SERVER_API_KEY: change-me']), '', {
      answers: readAnswers(
        'secrets: { STORE_API_KEY: generated, SERVER_API_KEY: generated }',
        'answers.yaml',
      ),
    });
    expect(workloads.main?.env).toEqual({ SERVER_API_KEY: '$(STORE_API_KEY)' });
  });

  it('is one where the file takes it from one variable, and two where both are empty', () => {
    const one = '"${MAIL_KEY:-your-key}"';
    expect(secrets(`MAIL_API_KEY: ${one}`, `POST_API_KEY: ${one}`)).toEqual({
      env: { POST_API_KEY: '$(MAIL_API_KEY)' },
      keys: ['mailApiKey'],
    });
    expect(secrets('MAIL_API_KEY: ""', 'POST_API_KEY: ""')).toEqual({
      env: undefined,
      keys: ['mailApiKey', 'postApiKey'],
    });
  });
});

describe('a key between services of the project', () => {
  const KEY = 'w3-9f2c41ab';
  const shop = (key: string, more = '', name = 'SEARCH_API_KEY') => `  web:
    image: web:1
    ports: ["80:80"]
    environment: { SEARCH_URL: "http://search:7700", ${name}: "${key}" }
  search: { image: "finder/engine:1", expose: [7700], environment: { AUTH_TOKEN: "${key}" } }
${more}`;
  const keysOf = (services: string) => {
    const { settings, workloads, questions } = imported(services);
    const asked = questions.map(({ path }) => path).filter((path) => path.startsWith('secrets.'));
    const { properties } = settings as { properties: { secrets: { properties: Record<string, object> } } };
    return { keys: properties.secrets.properties, search: workloads.search?.env, asked };
  };

  it.each([KEY, '${SEARCH_KEY:-changeme}', '${SEARCH_KEY}'])(
    'is made here where it is "%s" in both',
    (key) => {
      const { keys, search, asked } = keysOf(shop(key));
      expect(keys).toMatchObject({ searchApiKey: { 'x-generate': 32 } });
      expect(Object.keys(keys)).toHaveLength(1);
      expect(search).toEqual({ AUTH_TOKEN: '$(SEARCH_API_KEY)' });
      expect(asked).toEqual([]);
    },
  );

  it('is that of somebody else where a company has given it, or neither calls the other', () => {
    const { keys, asked } = keysOf(shop(KEY, '', 'OPENAI_API_KEY'));
    expect(keys).toMatchObject({ openaiApiKey: { 'x-required': true } });
    expect(asked).toEqual(['secrets.OPENAI_API_KEY']);
    const apart = keysOf(shop(KEY).replace('http://search:7700', 'https://search.example.com'));
    expect(apart.keys).toMatchObject({ searchApiKey: { 'x-required': true } });
  });

  it('is asked for once, and lines name the one that it became', () => {
    const { settings, questions, said } = imported(
      `  web: { image: "web:1", ports: ["80:80"], environment: { ONE_TOKEN: "${KEY}", TWO_TOKEN: "${KEY}" } }\n`,
    );
    expect(settings).not.toHaveProperty('properties.secrets.properties.twoToken');
    expect(questions.map(({ path }) => path)).toEqual(['secrets.ONE_TOKEN', 'images.web']);
    expect(said('web.environment.TWO_TOKEN')[0]).toMatch(
      /^asked: `secrets.oneToken`.*answer `secrets.ONE_TOKEN`/,
    );
  });
});

it('a setting that means something else in a workload is said at its place there', () => {
  const { said } =
    imported(`  web: { image: "web:1", ports: ["80:80"], environment: { LEVEL: "\${A:-info}" } }
  tool: { image: "tool:1", expose: [1], environment: { LEVEL: "\${B:-debug}" } }
`);
  expect(said('web.environment.LEVEL')).toEqual(['carried: `config.level`']);
  expect(said('tool.environment.LEVEL')).toEqual(['carried: `tool.config.level`']);
});

it('keys and passwords with one placeholder are no one secret', () => {
  const { settings } = imported(
    '  web: { image: "web:1", ports: ["80:80"], environment: { SECRET_KEY: changethis, ADMIN_PASSWORD: changethis } }\n',
  );
  expect(settings).toMatchObject({
    properties: { secrets: { properties: { secretKey: {}, adminPassword: { 'x-env': 'ADMIN_PASSWORD' } } } },
  });
});

it('a server keeps the login that it takes itself, and who has its variables has its login', () => {
  const { workloads, connections } = imported(
    `  web: { image: "web:1", ports: ["80:80"], environment: { POSTGRES_USER: me, POSTGRES_PASSWORD: pw-4711-x, POSTGRES_DB: shop } }
  db: { image: "postgres:18", environment: { POSTGRES_USER: me, POSTGRES_PASSWORD: pw-4711-x, POSTGRES_DB: shop } }
  vectors: { image: "vendor/pgvecto-rs:1", environment: { POSTGRES_PASSWORD: pw-4711-x, POSTGRES_DB: shop } }
`,
  );
  expect(connections?.db?.env).toEqual({
    POSTGRES_USER: 'username',
    POSTGRES_PASSWORD: 'password',
    POSTGRES_DB: 'database',
  });
  expect(workloads.vectors).toMatchObject({
    settings: ['POSTGRES_PASSWORD'],
    env: { POSTGRES_DB: 'shop' },
    connections: [],
  });
});

it('a host whose port no file names is what it was, and its port is asked for', () => {
  const { workloads, connections, said } = imported(
    '  web: { image: "web:1", ports: ["80:80"], environment: { STORE_HOST: store } }\n  store: { image: "store:1" }\n',
  );
  expect(workloads.main?.env).toEqual({ STORE_HOST: 'store' });
  expect(connections).toBeUndefined();
  expect(said('web.environment.STORE_HOST')).toEqual([
    'asked: a constant: no file names a port of store, so that no connection leads there; answer `probes.store` with its port',
  ]);
});

it('one number of TCP and UDP is two ports', () => {
  const { workloads } = imported('  web: { image: "web:1", ports: ["5000:5000", "5000:5000/udp"] }\n');
  expect(workloads.main?.ports).toEqual({ http: 5000, 'port-5000': { port: 5000, protocol: 'UDP' } });
});

it('a key to encrypt with is a secret, however it is written', () => {
  const { settings, everything } = imported(
    '  web: { image: "web:1", ports: ["80:80"], environment: { STORE_ENCRYPTIONKEY: 0f1e2d3c4b5a, app.signingKey: 9a8b7c6d5e4f } }\n',
  );
  expect(settings).toMatchObject({
    properties: {
      secrets: {
        properties: {
          storeEncryptionkey: { 'x-generate': 32, 'x-env': 'STORE_ENCRYPTIONKEY' },
          appSigningKey: { 'x-generate': 32, 'x-env': 'app.signingKey' },
        },
      },
    },
  });
  expect(everything).not.toMatch(/0f1e2d3c4b5a|9a8b7c6d5e4f/);
});

describe('an entrypoint without words', () => {
  it.each(['[""]', '[]', '""'])('%s puts the command in place of that of the image', (entrypoint) => {
    const { workloads, said } = imported(
      `  web: { image: "web:1", ports: ["80:80"], entrypoint: ${entrypoint}, command: [serve, --all] }\n`,
    );
    expect(workloads.main).toMatchObject({ command: ['serve', '--all'] });
    expect(workloads.main).not.toHaveProperty('args');
    expect(said('web.command')).toEqual(['carried: `command`: the image has no entrypoint here']);
  });

  it('and without a command is asked for', () => {
    const { workloads, said } = imported('  web: { image: "web:1", ports: ["80:80"], entrypoint: [""] }\n');
    expect(workloads.main).not.toHaveProperty('command');
    expect(said('web.entrypoint')).toEqual([
      'asked: the entrypoint of the image is reset and no command takes its place: say one',
    ]);
  });
});

it('ports beside the first are named for what is served there', () => {
  const { workloads } = imported(`  web:
    image: web:1
    ports: ["80:80", "443:443", "8443:8443", "9091:9091", "9999:9999", "53:53/udp"]
    healthcheck: { test: ["CMD", "curl", "-f", "http://localhost:9091/healthz"] }
`);
  expect(workloads.main?.ports).toEqual({
    http: 80,
    https: 443,
    'port-8443': 8443,
    health: 9091,
    'port-9999': 9999,
    dns: { port: 53, protocol: 'UDP' },
  });
});

it('a variable in the words of a command is a setting, where nothing else follows from it', () => {
  const { definition, settings, said } = imported(`  web:
    image: example/web:1
    ports: ["80:8080"]
    command: serve --workers=\${WORKERS:-4} --port \${PORT:-8080} --name "\${TITLE-a shop}" --own \${OWN:-x} $$(date)
    environment: { OWN: y }
  feed: { image: "example/feed:1", entrypoint: ["feed", "\${LEVEL:-info}", "a/\${LEVEL:-info}"], expose: [9000] }
`);
  const { main, feed } = definition.workloads;
  expect(main?.args).toEqual([
    ...['serve', '--workers=$(WORKERS)', '--port', '8080', '--name', 'a shop', '--own', 'x', '$$(date)'],
  ]);
  expect(main?.settings).toEqual(['WORKERS']);
  expect(said('web.command')).toEqual(['carried: `args`, with `config.workers`']);
  expect(said('feed.entrypoint')).toEqual(['carried: `command`, with `config.level`']);
  expect(feed?.command).toEqual(['feed', '$(LEVEL)', 'a/$(LEVEL)']);
  expect(settings).toMatchObject({
    properties: {
      config: {
        properties: {
          workers: { type: 'integer', default: 4, 'x-env': 'WORKERS' },
          level: { type: 'string', default: 'info', 'x-env': 'LEVEL' },
        },
      },
    },
  });
});
