// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the variables of Compose
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ofOneChart } from './fixtures.ts';
import { importCompose } from './import.ts';

const folder = mkdtempSync(join(tmpdir(), 'files-'));
afterAll(() => rmSync(folder, { recursive: true }));

function imported(text: string, files: Readonly<Record<string, string>> = {}) {
  for (const [name, content] of Object.entries({ '.env': '', ...files, 'compose.yaml': text })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const result = ofOneChart(
    importCompose({ files: [join(folder, 'compose.yaml')], charts: ['postgres'], name: 'shop' }),
  );
  const said = (path: string) =>
    result.lines.filter((one) => one.path === path).map(({ verdict, says }) => `${verdict}: ${says}`);
  return { ...result, said };
}

describe('secrets of a project', () => {
  const { definition, settings, report, said } = imported(
    `services:
  web:
    image: example/web:1
    ports: ["80:80"]
    environment:
      DB_HOST: db
      DB_PASSWORD_FILE: /run/secrets/db_password
      APP_TOKEN: "\${APP_TOKEN}"
    secrets: [db_password, root_password, tls_cert, elsewhere, { source: app_token, target: /etc/token, mode: 0400 }]
  mysql:
    image: mysql:9
    environment: { MYSQL_ROOT_PASSWORD_FILE: /run/secrets/root_password }
    secrets: [root_password]
  db:
    image: postgres:17
    environment: { POSTGRES_PASSWORD_FILE: /run/secrets/db_password }
    secrets: [db_password]
secrets:
  db_password: { file: ./password.txt }
  root_password: { environment: ROOT }
  app_token: { environment: APP_TOKEN }
  tls_cert: { file: ./tls.crt }
  elsewhere: { external: true }
`,
    { 'password.txt': 'hidden-1\n', '.env': 'ROOT=hidden-2\nAPP_TOKEN=hidden-3\n' },
  );

  it('are files from keys of the chart, the password of a connection, or what a person brings', () => {
    expect(definition.workloads.main?.mounts).toEqual({
      dbpassword: {
        secret: '{{ include "shop.connections.db.secretName" . | quote }}',
        path: '/run/secrets/db_password',
        subPath: '{{ include "shop.connections.db.secretKey" . | quote }}',
      },
      rootpassword: {
        secret: '{{ include "shop.secretName" (dict "root" . "key" "root-password") | quote }}',
        path: '/run/secrets/root_password',
        subPath: '{{ include "shop.secretKey" (dict "root" . "key" "root-password") | quote }}',
      },
      tlscert: { secret: 'tls-cert', path: '/run/secrets/tls_cert', subPath: 'tls_cert', optional: true },
      elsewhere: {
        secret: 'elsewhere',
        path: '/run/secrets/elsewhere',
        subPath: 'elsewhere',
        optional: true,
      },
      apptoken: {
        secret: '{{ include "shop.secretName" (dict "root" . "key" "app-token") | quote }}',
        path: '/etc/token',
        subPath: '{{ include "shop.secretKey" (dict "root" . "key" "app-token") | quote }}',
        mode: 0o440,
      },
    });
    expect(Object.keys(definition.workloads.mysql?.mounts ?? {})).toEqual(['rootpassword']);
    expect(definition.workloads.main?.env).toEqual({ DB_PASSWORD_FILE: '/run/secrets/db_password' });
  });

  it('are one value with the variable of the same name, and none is written anywhere', () => {
    expect(settings?.properties).toMatchObject({
      secrets: {
        properties: {
          appToken: { 'x-env': 'APP_TOKEN', 'x-secret': 'app-token', 'x-required': true },
          rootPassword: { 'x-secret': 'root-password', 'x-generate': 32 },
        },
      },
    });
    expect(JSON.stringify([definition, settings, report])).not.toContain('hidden-');
  });

  it('are in the report, where they stand and where they are used', () => {
    expect(said('web.secrets.0')).toEqual([
      'carried: the password of `connections.db`, at /run/secrets/db_password',
    ]);
    expect(said('web.secrets.1')).toEqual([
      'carried: `secrets.rootPassword` at /run/secrets/root_password, generated at the first install',
    ]);
    expect(said('web.secrets.2')).toEqual([
      'asked: create the Secret tls-cert before the release: it is at /run/secrets/tls_cert',
    ]);
    expect(said('db.environment.POSTGRES_PASSWORD_FILE')).toEqual([
      'carried: `postgres` makes a user and a password for each of its clients',
    ]);
    expect(said('secrets.root_password.environment')).toEqual([
      'carried: the entries of web, mysql say where it is',
    ]);
  });
});

describe('configs and files of a project', () => {
  const { definition, files, said } = imported(
    `services:
  web:
    image: nginx:1
    ports: ["80:80"]
    volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro", "./login.conf:/etc/login.conf"]
    configs: [{ source: routes, target: /etc/routes }, motd, outside, login]
    depends_on: [api]
  api: { image: "example/api:1", expose: [8000, 9000] }
  store: { image: "postgres:17" }
configs:
  routes: { content: "api:8000 \${LEVEL:-info} {{ x }} api:9000" }
  motd: { environment: MOTD }
  outside: { external: true }
  login: { content: "pass \${API_PASSWORD}" }
  unused: { file: ./nginx.conf }
`,
    {
      'nginx.conf': 'proxy_pass http://api:8000; # postgres at store:5432\n',
      'login.conf': 'url = mysql://me:hidden-4@far.example.com/x\n',
      '.env': 'MOTD=hello\nAPI_PASSWORD=hidden-5\n',
    },
  );

  it('come along, with connections in place of the services that they name', () => {
    expect(files).toEqual({
      'files/nginx.conf.tpl':
        'proxy_pass http://{{ include "shop.fullname" . }}-api:{{ int64 .Values.api.service.port }}; # postgres at {{ include "shop.connections.store.host" . }}:{{ include "shop.connections.store.port" . }}\n',
      'files/configs/routes.tpl':
        '{{ include "shop.fullname" . }}-api:{{ int64 .Values.api.service.port }} info {{ "{{" }} x }} {{ include "shop.fullname" . }}-api:9000',
      'files/configs/motd': 'hello',
    });
    expect(definition.workloads.main).toMatchObject({
      files: {
        'nginx.conf.tpl': '/etc/nginx/nginx.conf',
        'configs/routes.tpl': '/etc/routes',
        'configs/motd': '/motd',
      },
      mounts: {
        outside: { configMap: 'outside', path: '/outside', subPath: 'outside', optional: true },
        login: { secret: 'login', path: '/login', subPath: 'login', optional: true },
      },
      connections: ['api', 'store'],
    });
  });

  it('are in the report; what holds a secret is left to a person', () => {
    expect(said('web.volumes.1')).toMatchObject([
      expect.stringMatching(/^left out: .*seems to hold a secret/),
    ]);
    expect(said('web.configs.0')).toEqual(['carried: `src/files/configs/routes.tpl`']);
    expect(said('web.configs.2')).toEqual([
      'asked: `mounts.outside`: create the ConfigMap outside before the release',
    ]);
    expect(said('web.depends_on.api')).toEqual(['carried: `connections.api`: pods wait for it']);
    expect(said('configs.unused.file')).toEqual(['left out: no workload has it']);
  });
});

it('volumes and networks of a project are in the report, with what a person has to know', () => {
  const { said } = imported(`services:
  web: { image: "example/web:1", ports: [80], volumes: ["kept:/kept", "far:/far", "both:/both"] }
  other: { image: "example/other:1", expose: [80], volumes: ["both:/both"] }
  db: { image: "postgres:17", volumes: ["db:/var/lib/postgresql/data"] }
volumes:
  kept: { driver: local, name: kept-data }
  far: { driver_opts: { type: nfs } }
  both:
  db: {}
  nobody: {}
networks: { inside: { internal: true, driver: bridge } }
`);
  expect(said('volumes.kept.driver')).toEqual(['carried: a claim, of `main`']);
  expect(said('volumes.kept.name')).toEqual(['left out: claims are named and labelled after their release']);
  expect(said('volumes.far.driver_opts.type')).toEqual([
    'asked: its data is elsewhere: name a claim for it in `existingClaim` of `main`',
  ]);
  expect(said('volumes.both')).toEqual(['carried: a claim, `claims.both`']);
  expect(said('volumes.db')).toEqual(['carried: the chart postgres has a volume of its own']);
  expect(said('volumes.nobody')).toEqual(['left out: no workload mounts it']);
  expect(said('networks.inside.internal')).toEqual([
    'carried: policies let each workload reach what it is connected to, and nothing else',
  ]);
  expect(said('networks.inside.driver')).toEqual(['left out: the network of the cluster decides']);
});

it('memory of tmpfs and shm_size has the size that the file says', () => {
  const { definition } = imported(
    'services: { web: { image: "example/web:1", ports: [80], shm_size: 1.5g, tmpfs: ["/run:size=64m,mode=1777", /t], volumes: [{ type: tmpfs, target: /v, tmpfs: { size: 1048576 } }] } }\n',
  );
  expect(definition.workloads.main?.writable).toEqual({
    v: { path: '/v', memory: true, size: '1Mi' },
    run: { path: '/run', memory: true, size: '64Mi' },
    t: { path: '/t', memory: true },
    'dev-shm': { path: '/dev/shm', memory: true, size: '1536Mi' },
  });
});

it('paths in files of other folders are those of their folder, and an override takes a service away', () => {
  const compose = `include: [{ path: billing/compose.yaml, env_file: billing/own.env }]
services:
  web: { extends: { file: common/base.yaml, service: node }, ports: [80], depends_on: [billing] }
`;
  const files = {
    'billing/compose.yaml':
      'services: { billing: { extends: { file: ../common/base.yaml, service: node }, image: "example/billing:${TAG}", expose: [4000], volumes: ["./a.conf:/a.conf"] }, mail: { image: mail } }\n',
    'billing/own.env': 'TAG=7\n',
    'billing/a.conf': 'a\n',
    'common/base.yaml':
      'services: { node: { image: node:22, env_file: base.env, environment: { MODE: live } } }\n',
    'common/base.env': 'LEVEL=info\n',
    'live.yaml': 'services: { mail: !reset null }\n',
  };
  imported(compose, files);
  const both = ['compose.yaml', 'live.yaml'].map((name) => join(folder, name));
  const { definition, files: own } = ofOneChart(importCompose({ files: both, charts: [], name: 'shop' }));
  expect(Object.keys(definition.workloads)).toEqual(['main', 'billing']);
  expect(definition.workloads.billing).toMatchObject({
    image: { repository: 'example/billing', tag: '7' },
    env: { MODE: 'live', LEVEL: 'info' },
    files: { 'billing/a.conf': '/a.conf' },
  });
  expect(Object.keys(own)).toEqual(['files/billing/a.conf']);
});

it('the user of a database, which stands in a file too, is that of the connection', () => {
  const secrets = 'secrets: [db_user, db_password]';
  writeFileSync(
    join(folder, 'compose.yaml'),
    `services:
  web: { image: "web:1", ports: ["80"], depends_on: [db], environment: { DB_HOST: db, DB_USER_FILE: /run/secrets/db_user }, ${secrets} }
  db: { image: "postgres:17", environment: { POSTGRES_USER_FILE: /run/secrets/db_user, POSTGRES_PASSWORD_FILE: /run/secrets/db_password }, ${secrets} }
secrets: { db_user: { file: ./user.txt }, db_password: { file: ./password.txt } }
`,
  );
  const files = [join(folder, 'compose.yaml')];
  const result = ofOneChart(importCompose({ files, charts: ['postgres'], name: 'shop' }));
  expect(result.definition.workloads.main?.files).toEqual({ 'db-user.tpl': '/run/secrets/db_user' });
  expect(result.files).toEqual({ 'files/db-user.tpl': '{{ include "shop.connections.db.username" . }}' });
  expect(result.settings).toBeUndefined();
  expect(result.lines.find(({ path }) => path === 'web.secrets.0')?.says).toBe(
    'the username of `connections.db`, at /run/secrets/db_user',
  );
});

describe('a folder of settings', () => {
  const mounted = (volume: string) =>
    imported(
      `services:
  web: { image: "nginx:1", ports: ["80:80"], volumes: ["${volume}"] }
  api: { image: "example/api:1", expose: [8000] }
`,
      {
        'conf/a.conf': 'proxy_pass http://api:8000;\n',
        'conf/more/b.conf': 'gzip on;\n',
        'mixed/a.conf': 'gzip on;\n',
        'mixed/b.conf': 'password = "hidden-4"\n',
      },
    );

  it.each(['./conf:/etc/nginx/conf.d', './conf:/settings:ro'])('comes along with its files: %s', (volume) => {
    const target = volume.split(':')[1];
    const { definition, files, said } = mounted(volume);
    expect(definition.workloads.main?.files).toEqual({
      'conf/a.conf.tpl': `${target}/a.conf`,
      'conf/more/b.conf': `${target}/more/b.conf`,
    });
    expect(files['files/conf/more/b.conf']).toBe('gzip on;\n');
    expect(definition.workloads.main?.connections).toEqual(['api']);
    expect(said('web.volumes.0')).toEqual(['carried: `src/files`: 2 of its files']);
  });

  it.each(['./conf:/srv/pages', './mixed:/etc/nginx/conf.d'])(
    'does not where it is the work of the program, or has what is confidential: %s',
    (volume) => {
      const { definition, said } = mounted(volume);
      expect(definition.workloads.main?.files).toBeUndefined();
      expect(said('web.volumes.0')[0]).toMatch(/^left out: /);
    },
  );
});
