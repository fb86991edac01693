import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { run } from '../../generators/src/programs/run.ts';
import type { JsonObject } from '../../generators/src/schema/index.ts';
import { type Case, cases, template } from '../../tools/cases/cases.ts';
import { isRecord, ofKind, parseManifests } from '../../tools/kubernetes/objects.ts';
import { ensureGoTool, type GoToolName } from '../../tools/toolchain/go.ts';
import { ensurePythonEnvironment } from '../../tools/toolchain/python.ts';
import { objectsOf, titleOf } from './objects.ts';

const folder = mkdtempSync(join(tmpdir(), 'configs-'));
afterAll(() => rmSync(folder, { recursive: true }));
const of = (chart: string) =>
  cases().flatMap((one) => (one.chart === chart ? [[titleOf(one), one] as const] : []));

/** The text of a file of the chart's ConfigMap. */
async function fileOf(one: Case, name: string): Promise<string> {
  const map = ofKind(await objectsOf(one), 'ConfigMap').find(
    ({ metadata }) => metadata.name === `demo-${one.chart}-files`,
  );
  const text = isRecord(map?.data) ? map.data[name] : undefined;
  expect(typeof text, name).toBe('string');
  return String(text);
}

async function judged(tool: GoToolName, words: readonly string[], one: Case, name: string): Promise<string> {
  const path = join(folder, `${one.chart}-${one.name}-${name}`);
  writeFileSync(path, await fileOf(one, name));
  const { code, stdout, stderr } = await run(await ensureGoTool(tool), [...words, path], {
    timeoutMs: 30_000,
  });
  return code === 0 ? '' : `${stdout}${stderr}`;
}

// A first run builds them.
beforeAll(async () => {
  await ensureGoTool('promtool');
  await ensureGoTool('amtool');
}, 1_800_000);

describe('promtool takes the configuration of Prometheus', () => {
  it.concurrent.each(of('prometheus'))('%s', async (_title, one) => {
    expect(await judged('promtool', ['check', 'config', '--syntax-only'], one, 'prometheus.yml')).toBe('');
    expect(await judged('promtool', ['check', 'web-config'], one, 'web.yml')).toBe('');
  });
});

describe('amtool takes the configuration of Alertmanager', () => {
  it.concurrent.each(of('alertmanager'))('%s', async (_title, one) => {
    expect(await judged('amtool', ['check-config'], one, 'alertmanager.yml')).toBe('');
  });
});

describe('Grafana and Jaeger get YAML', () => {
  it.concurrent.each([...of('grafana'), ...of('jaeger')])('%s', async (_title, one) => {
    const names =
      one.chart === 'grafana' ? ['datasources.yaml', 'dashboards.yaml', 'alerting.yaml'] : ['config.yaml'];
    for (const name of names) expect(isRecord(parse(await fileOf(one, name)))).toBe(true);
  });
});

it('finds a configuration that the servers would refuse', async () => {
  const args = ['--set-json', 'config.route.routes=[{"receiver":"nobody"}]'];
  const { stdout } = await template('alertmanager', undefined, { args });
  const map = ofKind(parseManifests(stdout), 'ConfigMap').find(({ metadata }) =>
    metadata.name.endsWith('-files'),
  );
  const path = join(folder, 'refused.yml');
  writeFileSync(path, String(isRecord(map?.data) ? map.data['alertmanager.yml'] : ''));
  const {
    code,
    stdout: said,
    stderr,
  } = await run(await ensureGoTool('amtool'), ['check-config', path], { timeoutMs: 30_000 });
  expect(code).not.toBe(0);
  expect(`${said}${stderr}`).toContain('undefined receiver "nobody"');
});

it('Grafana gets secrets as files, and alerts as they are written', async () => {
  const [, one] = of('grafana').find(([, { name }]) => name === 'replicas') ?? [];
  if (one === undefined) throw new Error('there is no such case');
  expect(await fileOf(one, 'ldap.toml')).toContain(
    'bind_password = "$__file{/run/credentials/ldap-password}"',
  );
  expect(parse(await fileOf(one, 'alerting.yaml'))).toEqual({
    apiVersion: 1,
    contactPoints: [
      {
        orgId: 1,
        name: 'ops',
        receivers: [{ uid: 'ops', type: 'slack', settings: { url: '$__file{/run/credentials/slack-url}' } }],
      },
    ],
  });
});

describe('no secret stands in a ConfigMap, and a name that nobody has is refused', () => {
  const refused: readonly (readonly [string, string, string, string])[] = [
    [
      'grafana',
      'a password in grafana.ini',
      'config.ini={"smtp":{"password":"hidden"}}',
      'config.ini.smtp.password would stand in a ConfigMap',
    ],
    ...['database.url=postgres://a:hidden@b/c', 'remote_cache.connstr=addr=a:1,password=hidden'].map(
      (setting) => {
        const [name = '', ...value] = setting.split('=');
        const [section = '', key = ''] = name.split('.');
        return [
          'grafana',
          `a password in ${name}`,
          `config.ini=${JSON.stringify({ [section]: { [key]: value.join('=') } })}`,
          `config.ini.${name} would stand in a ConfigMap`,
        ] as const;
      },
    ),
    [
      'grafana',
      'a token of a data source',
      'extraDatasources=[{"name":"Loki","type":"loki","secureJsonData":{"token":"hidden"}}]',
      'secureJsonData.token of the data source Loki would stand in a ConfigMap',
    ],
    [
      'grafana',
      'a file of no credentials',
      'config.ini={"smtp":{"password":"$__file{/run/credentials/smtp}"}}',
      'names a key of credentials, and there are none',
    ],
    [
      'grafana',
      'a password of a contact point',
      'alerting={"contactPoints":[{"name":"a","receivers":[{"settings":{"password":"hidden"}}]}]}',
      'alerting holds a secret',
    ],
    [
      'grafana',
      'the URL of a webhook',
      'alerting={"contactPoints":[{"name":"a","receivers":[{"settings":{"url":"https://hooks.slack.com/hidden"}}]}]}',
      'alerting holds the URL of a webhook that anybody may write to',
    ],
    [
      'grafana',
      'a password in ldap.toml',
      'ldap.toml="[[servers]]\\n  bind_password = \'hidden\'"',
      'ldap.toml holds a password',
    ],
    [
      'grafana',
      'a key of no credentials',
      'smtp={"host":"mail.example.com","from":"a@example.com","username":"a"}',
      'alerting, ldap or smtp name a key of credentials, and there are none',
    ],
    ['grafana', 'mail from nobody', 'smtp.host="mail.example.com"', 'smtp.host needs smtp.from'],
    [
      'grafana',
      'a dashboard from nowhere',
      'dashboards={"a":{"folder":"b"}}',
      'dashboards.a has neither or both of url and id',
    ],
    [
      'grafana',
      'pods with a database each',
      'replicaCount=2',
      'replicaCount is 2, and each pod would have users and settings of its own: set connections.postgres.host',
    ],
    [
      'grafana',
      'pods with one volume',
      'replicaCount=2',
      'replicaCount is 2, and one node at a time can mount the volume',
    ],
    [
      'grafana',
      'pods that do not know of each other',
      'replicaCount=2',
      'replicaCount is 2, and every pod would send every alert: set connections.redis.host',
    ],
    [
      'prometheus',
      'a password of a scrape',
      'extraScrapeConfigs=[{"job_name":"a","basic_auth":{"username":"a","password":"hidden"}}]',
      'extraScrapeConfigs holds a password',
    ],
    [
      'prometheus',
      'a password of no credentials',
      'remoteWrite=[{"url":"https://a.example.com","username":"a","passwordKey":"b"}]',
      'names a key of credentials, and there are none',
    ],
    [
      'prometheus',
      'a user without a password',
      'remoteWrite=[{"url":"https://a.example.com","username":"a"}]',
      'needs username and passwordKey together',
    ],
    [
      'prometheus',
      'the operator beside the member',
      'global={"monitoring":{"operator":true},"members":{"prometheus":{"enabled":true}}}',
      'would scrape them a second time',
    ],
    [
      'alertmanager',
      'a receiver that is none',
      'config.route.receiver="nobody"',
      'config.route.receiver is nobody',
    ],
    [
      'alertmanager',
      'mail without a server',
      'receivers={"ops":{"email":[{"to":"a@example.com"}]}}',
      'set smtp.host and smtp.from',
    ],
    [
      'airflow',
      'a password in airflow.cfg',
      'config={"smtp":{"smtp_password":"hidden"}}',
      'config.smtp.smtp_password would stand in a ConfigMap: set AIRFLOW__SMTP__SMTP_PASSWORD from a Secret',
    ],
    [
      'prometheus',
      'a token of a service discovery',
      'extraScrapeConfigs=[{"job_name":"a","consul_sd_configs":[{"token":"hidden"}]}]',
      'extraScrapeConfigs holds a password',
    ],
    [
      'prometheus',
      'a private key',
      'remoteWrite=[{"url":"https://a.example.com","extra":{"tls_config":{"key":"-----BEGIN PRIVATE KEY-----\\nhidden"}}}]',
      'remoteWrite holds a password',
    ],
    [
      'alertmanager',
      "the URL of Slack's webhook",
      'extraReceivers=[{"name":"chat","slack_configs":[{"api_url":"https://chat.example.com/hidden"}]}]',
      'extraReceivers holds a secret',
    ],
    ...['slack_api_url', 'opsgenie_api_key', 'smtp_auth_password'].map(
      (key) =>
        [
          'alertmanager',
          `${key} of all receivers`,
          `config.global={"${key}":"hidden"}`,
          'config.global holds a secret',
        ] as const,
    ),
    [
      'alertmanager',
      'a token of a receiver',
      'extraReceivers=[{"name":"chat","telegram_configs":[{"bot_token":"hidden","chat_id":1}]}]',
      'extraReceivers holds a secret',
    ],
  ];
  it.concurrent.each(refused)('%s: %s', async (chart, _what, value, message) => {
    const { code, stderr } = await template(chart, join(CHARTS, chart, 'ci/default-values.yaml'), {
      args: ['--set-json', value],
    });
    expect(code).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('hidden');
  });
});

/** Settings whose names have words of secrets in them, and are none. */
const OPEN: readonly (readonly [string, string, JsonObject])[] = [
  [
    'grafana',
    'addresses, names and terms of tokens, and secrets from elsewhere',
    {
      config: {
        ini: {
          users: { password_hint: 'the one of LDAP' },
          auth: { token_rotation_interval_minutes: '10', api_key_max_seconds_to_live: '60' },
          'auth.basic': { password_policy: 'true' },
          'auth.jwt': { cache_ttl: '60m', enable_login_token: 'true' },
          'auth.generic_oauth': {
            client_id: 'grafana',
            client_secret: `${'$'}{CLIENT_SECRET}`,
            token_url: 'https://login.example.com/token',
            id_token_attribute_name: 'id',
            use_refresh_token: 'true',
          },
          azure: {
            managed_identity_client_id: 'a',
            user_identity_token_url: 'https://login.example.com/token',
            workload_identity_token_file: '/var/run/token',
          },
          service_accounts: { token_expiration_day_limit: '30' },
          'security.encryption': { data_keys_cache_ttl: '15m' },
          'external_image_storage.azure_blob': { sas_token_expiration_days: '7' },
          'external_image_storage.s3': { secret_key: '$__env{S3_KEY}' },
          remote_cache: { connstr: 'addr=a:6379,password=$__env{CACHE_PASSWORD}' },
        },
      },
    },
  ],
  [
    'alertmanager',
    "addresses of services' own",
    {
      credentials: { existingSecret: 'alerts' },
      extraReceivers: [
        {
          name: 'pager',
          opsgenie_configs: [{ api_url: 'https://api.eu.opsgenie.com/', api_key_file: '/run/credentials/a' }],
          telegram_configs: [
            { api_url: 'https://api.telegram.org', bot_token_file: '/run/credentials/a', chat_id: 1 },
          ],
        },
      ],
      config: {
        global: {
          opsgenie_api_url: 'https://api.eu.opsgenie.com/',
          slack_api_url_file: '/run/credentials/a',
        },
      },
    },
  ],
  [
    'prometheus',
    'files and addresses of tokens',
    {
      credentials: { existingSecret: 'targets' },
      extraScrapeConfigs: [
        {
          job_name: 'a',
          oauth2: {
            client_id: 'a',
            client_secret_file: '/run/credentials/a',
            token_url: 'https://login.example.com/token',
          },
        },
      ],
    },
  ],
];

it.concurrent.each(OPEN)('%s takes %s', async (chart, _what, values) => {
  const { code, stderr } = await template(chart, join(CHARTS, chart, 'ci/default-values.yaml'), {
    args: Object.entries(values).flatMap(([key, value]) => ['--set-json', `${key}=${JSON.stringify(value)}`]),
  });
  expect(stderr).toBe('');
  expect(code).toBe(0);
});

it("Airflow's own list says which options are refused in the ConfigMap", async () => {
  for (const name of ['airflow', 'airflow2'] as const) {
    const { folder } = await ensurePythonEnvironment(name);
    // A text of the file goes on at the column of its key, which parse() takes for an error.
    const sections: Readonly<Record<string, { options: Readonly<Record<string, { sensitive?: boolean }>> }>> =
      parseDocument(readFileSync(join(folder, 'airflow/config_templates/config.yml'), 'utf8')).toJS();
    const options = Object.entries(sections).flatMap(([section, { options }]) =>
      Object.entries(options).map(([option, { sensitive = false }]) => ({ section, option, sensitive })),
    );
    const config = Object.fromEntries(
      Object.keys(sections).map((section) => [
        section,
        Object.fromEntries(options.flatMap((one) => (one.section === section ? [[one.option, 'a']] : []))),
      ]),
    );
    const { stderr } = await template('airflow', join(CHARTS, 'airflow/ci/default-values.yaml'), {
      args: ['--set-json', `config=${JSON.stringify(config)}`],
    });
    const refused = options.filter(({ section, option }) =>
      stderr.includes(`config.${section}.${option} would`),
    );
    // Those of keyword arguments are rarely confidential.
    const sensitive = options.filter((one) => one.sensitive && !/_(kw)?args$/.test(one.option));
    expect(sensitive).toContainEqual({ section: 'core', option: 'fernet_key', sensitive: true });
    expect(refused).toEqual(sensitive);
  }
});

describe('policies let out to what values name', () => {
  const out: readonly (readonly [string, string, string, readonly number[]])[] = [
    [
      'prometheus',
      'remote storage, and its logins',
      'remoteWrite=[{"url":"https://a.example.com:9009/push","extra":{"oauth2":{"token_url":"https://b.example.com:8443/token"}}}]',
      [443, 8443, 9009],
    ],
    [
      'prometheus',
      'targets outside',
      'extraScrapeConfigs=[{"job_name":"a","static_configs":[{"targets":["node.example.com:9100"]}]}]',
      [443, 9100],
    ],
    ['grafana', 'dashboards', 'dashboards={"a":{"url":"https://a.example.com:8443/a.json"}}', [443, 8443]],
    ['grafana', 'logins', 'config.ini={"auth.google":{"enabled":true}}', [443]],
    [
      'grafana',
      'data sources',
      'extraDatasources=[{"name":"L","type":"loki","url":"http://loki.logs:3100"}]',
      [443, 3100],
    ],
    [
      'alertmanager',
      'webhooks',
      'receivers={"a":{"webhook":[{"url":"http://a.example.com:8081/a"}]}}',
      [443, 8081],
    ],
    [
      'alertmanager',
      'receivers of other kinds',
      'extraReceivers=[{"name":"a","opsgenie_configs":[{"api_url":"https://a.example.com"}]}]',
      [443],
    ],
    [
      'ollama',
      'the registry of a model',
      'models=["registry.example.com:5000/a/b:1","gemma2:2b"]',
      [443, 5000],
    ],
    ['airflow', 'logins', 'webserverConfig="A = \'https://login.example.com:8443/token\'"', [443, 8443]],
  ];
  it.concurrent.each(out)('%s: %s', async (chart, _what, value, ports) => {
    const { stdout, stderr } = await template(chart, join(CHARTS, chart, 'ci/default-values.yaml'), {
      args: ['--set-json', value, '--set-json', 'networkPolicy.externalCidrs=["192.0.2.0/24"]'],
    });
    expect(stderr).toBe('');
    const policy = ofKind(parseManifests(stdout), 'NetworkPolicy').find(
      ({ metadata }) => metadata.name === `demo-${chart}`,
    );
    const rules = isRecord(policy?.spec) && Array.isArray(policy.spec.egress) ? policy.spec.egress : [];
    const open = rules.flatMap((rule) =>
      JSON.stringify(rule).includes('192.0.2.0/24')
        ? rule.ports.map(({ port }: { port: number }) => port)
        : [],
    );
    expect([...new Set(open)].sort((a, b) => a - b)).toEqual(ports);
  });
});
