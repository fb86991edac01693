import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FsTree, flushChanges } from 'nx/src/generators/tree';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lintChart, templateChart } from '../../generators/src/commands/commands.ts';
import { importGenerator } from '../../generators/src/nx/import/generator.ts';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { run } from '../../generators/src/programs/run.ts';
import { metricNames } from '../../tools/checks/metric-names.ts';
import { isRecord, type KubeObject, ofKind, parseManifests } from '../../tools/kubernetes/objects.ts';
import { ensureGoTool, type GoToolName } from '../../tools/toolchain/go.ts';

const FIRST_RUN_MS = 1_800_000;

/** A page whose servers read files of the project. */
const FILES = {
  'compose.yaml': `services:
  page:
    image: registry.example.com/shop/page:1
    ports: ["8080:8000"]
    environment: { DATABASE_URL: "postgres://shop:hidden@db/shop" }
    depends_on: [db]
  db: { image: "postgres:17", volumes: ["./init:/docker-entrypoint-initdb.d:ro"] }
  metrics: { image: "prom/prometheus:v3.1.0", volumes: ["./prom:/etc/prometheus"] }
  alerts: { image: "prom/alertmanager:v0.28.0", volumes: ["./am:/etc/alertmanager"] }
  dash: { image: "grafana/grafana:12.0.0", volumes: ["./graf:/etc/grafana/provisioning", "./boards:/boards"] }
`,
  'init/1.sql': 'create database reports;\n',
  'prom/prometheus.yml': `global: { scrape_interval: 5s, external_labels: { cluster: lab } }
alerting: { alertmanagers: [{ static_configs: [{ targets: ["alerts:9093"] }] }] }
rule_files: ["*.rules.yml"]
scrape_configs:
  - { job_name: page, metrics_path: /stats, static_configs: [{ targets: ["page:8000"] }] }
  - { job_name: node, basic_auth: { username: me, password: hidden }, static_configs: [{ targets: ["192.168.1.10:9100"] }] }
remote_write: [{ url: "https://store.example.com/push", queue_config: { max_shards: 5 } }]
`,
  'prom/page.rules.yml': `groups:
  - { name: page, rules: [{ alert: Down, expr: up == 0, for: 5m, annotations: { summary: "{{ $labels.pod }} is down" } }] }
`,
  'am/alertmanager.yml': `route: { receiver: ops, repeat_interval: 1d, routes: [{ receiver: chat, matchers: ['severity="info"'] }] }
receivers:
  - { name: ops, webhook_configs: [{ url: "https://hook.example.com/a" }] }
  - { name: chat, slack_configs: [{ channel: "#ops", api_url: "https://hooks.slack.com/services/hidden" }] }
`,
  'graf/datasources/all.yml': `datasources: [{ name: Loki, type: loki, url: "https://loki.example.com" }, { name: P, uid: p, type: prometheus, url: "http://metrics:9090" }]\n`,
  'graf/dashboards/all.yml': 'providers: [{ name: all, folder: Shop, options: { path: /boards } }]\n',
  'boards/page.json':
    '{ "title": "Page", "panels": [{ "datasource": "P", "targets": [{ "expr": "sum(page_views_total) / up" }] }] }\n',
} as const;

const root = mkdtempSync(join(tmpdir(), 'imported-files-'));
afterAll(() => rmSync(root, { recursive: true }));
let objects: readonly KubeObject[];
let text: string;
beforeAll(async () => {
  for (const folder of ['schemas', 'charts'])
    cpSync(join(CHARTS, '..', folder), join(root, folder), { recursive: true });
  symlinkSync(join(CHARTS, '../node_modules'), join(root, 'node_modules'));
  for (const [name, said] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, 'shop', name)), { recursive: true });
    writeFileSync(join(root, 'shop', name), said);
  }
  const tree = new FsTree(root, false);
  await importGenerator(tree, { file: 'shop/compose.yaml', name: 'shop', split: true }, undefined);
  flushChanges(root, tree.listChanges());
  const charts = { charts: join(root, 'charts') };
  expect(await lintChart('shop', charts)).toBe('');
  text = await templateChart('shop', { ...charts, case: 'all', release: 'demo' });
  objects = parseManifests(text);
  await ensureGoTool('promtool');
  await ensureGoTool('amtool');
}, FIRST_RUN_MS);

/** Writes a file of a ConfigMap, with another text in place of one of it, and says what it holds. */
function fileOf(map: string, name: string, [from, to]: readonly [string, string] = ['', '']): string {
  const found = ofKind(objects, 'ConfigMap').find(({ metadata }) => metadata.name === map);
  const said = isRecord(found?.data) ? String(found.data[name]) : '';
  writeFileSync(join(root, name), from === '' ? said : said.replaceAll(from, to));
  return said;
}

async function judged(tool: GoToolName, ...words: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run(await ensureGoTool(tool), words, { timeoutMs: 30_000 });
  return code === 0 ? '' : `${stdout}${stderr}`;
}

it('Prometheus takes its configuration and rules, and finds the page and Alertmanager', async () => {
  const { scrape_configs, alerting, remote_write } = parse(
    fileOf('demo-prometheus-files', 'prometheus.yml', ['/rules/', `${root}/`]),
  );
  expect(scrape_configs.slice(1)).toEqual([
    {
      job_name: 'node',
      basic_auth: { username: 'me' },
      static_configs: [{ targets: ['192.168.1.10:9100'] }],
    },
  ]);
  expect(alerting.alertmanagers[0].static_configs).toEqual([{ targets: ['demo-alertmanager:9093'] }]);
  expect(remote_write).toEqual([{ url: 'https://store.example.com/push', queue_config: { max_shards: 5 } }]);
  expect(fileOf('demo-prometheus-rules', 'demo-prometheus.rules.yml')).toContain(
    "summary: '{{ $labels.pod }} is down'",
  );
  expect(await judged('promtool', 'check', 'config', join(root, 'prometheus.yml'))).toBe('');
  const page = ofKind(objects, 'Service').find(({ metadata }) => metadata.name === 'demo-shop-page');
  expect(page?.metadata.annotations).toMatchObject({
    'prometheus.io/scrape': 'true',
    'prometheus.io/port': '8000',
    'prometheus.io/path': '/stats',
  });
});

it('Alertmanager takes its configuration, with the receivers of all routes', async () => {
  const { receivers } = parse(
    fileOf('demo-alertmanager-files', 'alertmanager.yml', ['/etc/alertmanager/', `${root}/`]),
  );
  expect(receivers).toEqual([
    { name: 'none' },
    { name: 'chat' },
    { name: 'ops', webhook_configs: [{ url: 'https://hook.example.com/a' }] },
  ]);
  fileOf('demo-alertmanager-files', 'chart.tmpl');
  expect(await judged('amtool', 'check-config', join(root, 'alertmanager.yml'))).toBe('');
});

it('Grafana has the data sources and the dashboard, PostgreSQL its script, and nobody a secret', () => {
  const { datasources } = parse(fileOf('demo-grafana-files', 'datasources.yaml'));
  expect(datasources.map(({ name }: { readonly name: string }) => name)).toEqual([
    'Prometheus',
    'Alertmanager',
    'Loki',
  ]);
  expect(JSON.parse(fileOf('demo-shop-page-dashboards', 'page.json')).panels[0].datasource).toBe(
    'prometheus',
  );
  const board = ofKind(objects, 'ConfigMap').find(
    ({ metadata }) => metadata.name === 'demo-shop-page-dashboards',
  );
  expect(board?.metadata.annotations).toMatchObject({ grafana_folder: 'Shop' });
  const { names, findings } = metricNames(join(root, 'charts/shop-page'));
  expect(findings).toEqual([]);
  expect([...names]).toContain('page_views_total');
  expect(fileOf('demo-postgres-scripts', '1.sql').trim()).toBe('create database reports;');
  expect(text).not.toContain('hidden');
});
