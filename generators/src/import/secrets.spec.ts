// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the variables of Compose
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { definitionText } from '../nx/chart/definition-text.ts';
import { isSecret } from './compose/secret-names.ts';
import { ofOneChart } from './fixtures.ts';
import { importCompose } from './import.ts';

const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What comes of a file beside its variables; every value that must not come out has `hidden` in it. */
function imported(text: string, environment = '') {
  writeFileSync(join(folder, 'compose.yaml'), text);
  writeFileSync(join(folder, '.env'), environment);
  const result = ofOneChart(
    importCompose({ files: [join(folder, 'compose.yaml')], charts: ['postgres'], name: 'shop' }),
  );
  const { definition, settings, files, needed, report } = result;
  expect(definitionText(definition) + JSON.stringify([settings, files, needed, report])).not.toMatch(
    /hidden/,
  );
  const line = (path: string) => {
    const found = result.lines.find((one) => one.path === path);
    return found && `${found.verdict}: ${found.says}`;
  };
  return { ...definition, line, settings: JSON.stringify(settings?.properties) };
}

describe('a variable is a secret', () => {
  it('whatever its name, where its text is a confidential variable of the input', () => {
    const { workloads, line } = imported(
      `services:
  web: { image: "web:1", ports: ["80:80"], environment: { A: "\${ADMIN_PASS}", B: "\${C:-\${ADMIN_PASS}}", D: "\${C:-x-\${ADMIN_PASS}}", KEY: "\${OPENAI_API_KEY}" } }
`,
      'ADMIN_PASS=hidden-1\nOPENAI_API_KEY=hidden-2\n',
    );
    expect(workloads.main?.env).toEqual({
      B: '$(A)',
      D: 'x-$(ADMIN_PASS)',
      ADMIN_PASS: '$(A)',
    });
    expect(line('web.environment.A')).toBe('carried: `secrets.a`, generated at the first install');
    expect(line('web.environment.KEY')).toContain('`secrets.key`, to be given');
  });

  it('where another confidential variable is the same variable of the input, in every text', () => {
    const { workloads } = imported(
      `services:
  web: { image: "web:1", ports: ["80:80"], environment: { A: "\${PW}", B: "x-\${PW}" }, command: ["run", "x=$PW"] }
  db:
    image: mysql:9
    environment: { MYSQL_ROOT_PASSWORD: "\${PW}", MYSQL_USER: "\${NAME}" }
    healthcheck: { test: ["CMD", "mysqladmin", "ping", "-p\${PW}"] }
`,
      'PW=hidden-1\nNAME=me\n',
    );
    expect(workloads.main).toMatchObject({
      args: ['run', 'x=$(MYSQL_ROOT_PASSWORD)'],
      env: { B: 'x-$(MYSQL_ROOT_PASSWORD)', A: '$(MYSQL_ROOT_PASSWORD)' },
    });
    expect(workloads.db?.health).toEqual(['sh', '-c', '"mysqladmin" "ping" "-p$MYSQL_ROOT_PASSWORD"']);
  });

  it('where its value is that of a secret elsewhere, alone or among other words', () => {
    const { workloads } = imported(
      `services:
  web: { image: "web:1", ports: ["80:80"], environment: { A: hidden-11, B: "-p hidden-11 -x", E: "hidden-22", F: user } }
  db: { image: "db:1", environment: { DB_PASSWORD: hidden-11, USER_PASSWORD: user } }
`,
      'MORE_PASSWORD=hidden-22\n',
    );
    expect(workloads.main).toMatchObject({
      settings: ['A', 'E'],
      env: { B: '-p $(DB_PASSWORD) -x', F: 'user', DB_PASSWORD: '$(A)' },
    });
  });

  it.each([
    ['SMTPPASS', 'x', true],
    ['PGPASS', 'x', true],
    ['BYPASS', 'x', false],
    ['ACTIVE_RECORD_ENCRYPTION_PRIMARY_KEY', 'x', true],
    ['PRIMARY_KEY', 'id', false],
    ['GITHUB_PAT', 'x', true],
    ['JWT', 'x', true],
    ['ERLANG_COOKIE', 'x', true],
    ['ADMIN_PIN', '4711', true],
    ['SHIPPING', 'x', false],
    ['ANY', 'ghp_abcdefghijklmnopqrstuvwxyz0123456789', true],
    ['ANY', 'https://hooks.slack.com/services/T000/B000/abc', true],
    ['ANY', 'https://slack.com/services/T000', false],
    ['ANY', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', true],
    ['ANY', 'admin:$apr1$abc$def', true],
    ['MYSQL_ALLOW_EMPTY_PASSWORD', '1', false],
    ['MARIADB_RANDOM_ROOT_PASSWORD', '', false],
    ['ANY_PASSWORD', '0', false],
  ])('by its name and value: %s=%s', (name, value, is) => {
    expect(isSecret(name, value)).toBe(is);
  });
});

describe('words of commands and health checks', () => {
  it.each([
    [
      ['CMD', 'mysqladmin', 'ping', '-uroot', '-proot'],
      ['sh', '-c', '"mysqladmin" "ping" "-uroot" "-p$ROOT_PASSWORD"'],
    ],
    [
      "mongosh -u root -p root --eval 'ping()'",
      ['sh', '-c', "mongosh -u root -p $ROOT_PASSWORD --eval 'ping()'"],
    ],
    [
      '/opt/bin/sqlcmd -S localhost -U sa -P "hidden!77" -Q "SELECT 1"',
      ['sh', '-c', '/opt/bin/sqlcmd -S localhost -U sa -P "$DB_P" -Q "SELECT 1"'],
    ],
    ['redis-cli -a hidden1 ping', ['sh', '-c', 'redis-cli -a $DB_A ping']],
    ['REDISCLI_AUTH=hidden1 redis-cli ping', ['sh', '-c', 'REDISCLI_AUTH=$DB_REDISCLI_AUTH redis-cli ping']],
    ['curl -u me:hidden1 host:1/x', ['sh', '-c', 'curl -u me:$DB_LOGIN_PASSWORD host:1/x']],
    ['pg_isready -p 5432 -U me', ['sh', '-c', 'pg_isready -p 5432 -U me']],
  ])('of a health check have no password: %s', (test, health) => {
    const { workloads } = imported(
      `services: { db: { image: "db:1", expose: [1], environment: { ROOT_PASSWORD: root }, healthcheck: { test: ${JSON.stringify(test)} } } }`,
    );
    expect(workloads.main?.health).toEqual(health);
  });

  it.each([
    [
      ['flower', '--basic_auth=admin:hidden7'],
      ['flower', '--basic_auth=admin:$(DB_BASIC_AUTH_PASSWORD)'],
    ],
    [
      ['run', '--auth', 'admin:hidden7'],
      ['run', '--auth', 'admin:$(DB_AUTH_PASSWORD)'],
    ],
    [
      ['run', '-p', 'hidden77'],
      ['run', '-p', '$(DB_P)'],
    ],
    [
      ['run', '-p', '8080', '--auth', 'none'],
      ['run', '-p', '8080', '--auth', 'none'],
    ],
    [
      ['nats', '--pass', 'hidden-9'],
      ['nats', '--pass', '$(DB_PASS)'],
    ],
  ])('of a command have none: %j', (command, args) => {
    const { workloads } = imported(
      `services: { db: { image: "db:1", expose: [1], command: ${JSON.stringify(command)} } }`,
    );
    expect(workloads.main?.args).toEqual(args);
  });
});

it('annotations and hooks with a secret are left out', () => {
  const { workloads, line } = imported(
    `services:
  web:
    image: web:1
    ports: ["80:80"]
    environment: { DB_PASSWORD: hidden-11 }
    annotations: { a: "x \${ADMIN_PASS}", b: hidden-11, c: kept }
    post_start: [{ command: ["x", "\${ADMIN_PASS}"] }]
    pre_stop: [{ command: x hidden-11 }]
`,
    'ADMIN_PASS=hidden-1\n',
  );
  expect(workloads.main?.values).toEqual({ podAnnotations: { c: 'kept' } });
  const says = 'left out: it has a secret, which would be in plain text';
  for (const path of ['annotations.a', 'annotations.b', 'post_start.0', 'pre_stop.0'])
    expect(line(`web.${path}`)).toContain(says);
});

it('configs with a secret are Secrets to bring', () => {
  const { workloads, line } = imported(
    `services: { web: { image: "web:1", ports: ["80:80"], environment: { DB_PASSWORD: hidden-11 }, configs: [c, d, e] } }
configs:
  c: { content: "password = \${ADMIN_PASS}" }
  d: { content: "x = hidden-11" }
  e: { external: true }
`,
    'ADMIN_PASS=hidden-1\n',
  );
  expect(workloads.main?.mounts).toEqual({
    c: { secret: 'c', path: '/c', subPath: 'c', optional: true },
    d: { secret: 'd', path: '/d', subPath: 'd', optional: true },
    e: { configMap: 'e', path: '/e', subPath: 'e', optional: true },
  });
  expect(line('web.configs.0')).toBe(
    'asked: `mounts.c`: it has a secret: create the Secret c before the release',
  );
});

describe('what is generated', () => {
  const HEX = 'a1b2'.repeat(16);
  it.each([
    [`APP_SECRET: ${'s3cret-hidden-'.repeat(2)}`, { 'x-generate': 28 }],
    [`APP_SECRET: ${HEX}`, { 'x-generate': 64 }],
    ['APP_SECRET: changeme', { 'x-generate': 32 }],
    [
      `FERNET_KEY: ${Buffer.from('hidden'.padEnd(32, 'x')).toString('base64')}`,
      { 'x-generate': 32, 'x-generate-as': 'base64' },
    ],
    ['# openssl rand -base64 48\n      APP_SECRET: x', { 'x-generate': 48, 'x-generate-as': 'base64' }],
    ['# openssl rand -hex 24\n      APP_SECRET: x', { 'x-generate': 48 }],
  ])('has the form of the value, or of what a comment makes it with: %s', (variable, form) => {
    const { settings } = imported(
      `services:\n  web:\n    image: web:1\n    ports: ["80:80"]\n    environment:\n      ${variable}\n`,
    );
    expect(JSON.stringify(Object.values(JSON.parse(settings).secrets.properties))).toContain(
      JSON.stringify(form).slice(1, -1),
    );
    expect(settings.includes('x-generate-as')).toBe('x-generate-as' in form);
  });

  it.each([`ENCRYPTION_KEY: ${HEX}`, '# openssl rand -hex 32\n      ENCRYPTION_KEY: ""'])(
    'is no key of hexadecimal digits, which a person gives: %s',
    (variable) => {
      const { settings, line } = imported(
        `services:\n  web:\n    image: web:1\n    ports: ["80:80"]\n    environment:\n      ${variable}\n`,
      );
      expect(JSON.parse(settings).secrets.properties.encryptionKey).toMatchObject({ 'x-required': true });
      expect(line('web.environment.ENCRYPTION_KEY')).toBe(
        'asked: `secrets.encryptionKey`, to be given: it has to be hexadecimal digits; answer `secrets.ENCRYPTION_KEY`',
      );
    },
  );
});
