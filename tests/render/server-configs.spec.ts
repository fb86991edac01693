import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { run } from '../../generators/src/programs/run.ts';
import { type Case, cases, template } from '../../tools/cases/cases.ts';
import { isRecord, ofKind, parseManifests } from '../../tools/kubernetes/objects.ts';
import { ensureGoTool, type GoToolName } from '../../tools/toolchain/go.ts';
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
