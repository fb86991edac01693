import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readTrees } from '../compose/tree.ts';
import { importObjects } from '../manifests/manifests.ts';
import { objectsOf } from '../manifests/objects.ts';
import { ALERTMANAGER, CHARTS, GRAFANA, imported, PROMETHEUS, SECRET, seen, WEB } from './fixtures.ts';

it('ConfigMaps of manifests are such files', () => {
  const pod = (
    name: string,
    image: string,
    mounts: string,
    volumes: string,
    port: number,
  ) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers: [{ name: ${name}, image: "${image}", ports: [{ containerPort: ${port} }], ${mounts} }]
${volumes}---
apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { selector: { app: ${name} }, ports: [{ port: 80, targetPort: ${port} }] }
---
`;
  const text = `${pod('web', 'example/web:1', '', '', 8000)}${pod(
    'metrics',
    'prom/prometheus:v3',
    'volumeMounts: [{ name: conf, mountPath: /etc/prometheus }]',
    '      volumes: [{ name: conf, configMap: { name: conf, items: [{ key: main, path: prometheus.yml }, { key: other, path: other.yml }] } }]\n',
    9090,
  )}${pod(
    'alerts',
    'prom/alertmanager:v0.28',
    'volumeMounts: [{ name: conf, mountPath: /etc/alertmanager/alertmanager.yml, subPath: alerts.yml }]',
    '      volumes: [{ name: conf, configMap: { name: conf } }]\n',
    9093,
  )}apiVersion: v1
kind: ConfigMap
metadata: { name: conf }
data:
  main: |
    scrape_configs:
      - { job_name: web, static_configs: [{ targets: ["web.default.svc:80"] }] }
      - { job_name: pods, kubernetes_sd_configs: [{ role: pod }], relabel_configs: [{ source_labels: [__meta_kubernetes_pod_annotation_prometheus_io_scrape], action: keep, regex: true }] }
      - { job_name: nodes, kubernetes_sd_configs: [{ role: node }] }
  other: "a: 1"
  alerts.yml: "route: { receiver: ops }"
  unused: text
`;
  const objects = objectsOf(readTrees(text, 'all.yaml'));
  const { charts, values, said } = seen(
    importObjects(objects, { files: ['all.yaml'], charts: CHARTS, name: 'shop', split: true }),
  );
  expect(charts[0]?.workloads.main?.features?.monitoring).toEqual({});
  expect(values?.alertmanager).toEqual({ config: { route: { receiver: 'ops' } } });
  expect(said('main of ConfigMap/conf')).toMatchInlineSnapshot(`
    {
      "scrape_configs.0.job_name": "assumed: the label \`job\` of its series is the name of the Service here",
      "scrape_configs.0.static_configs.0.targets.0": "carried: the feature \`monitoring\` of \`web\`",
      "scrape_configs.1": "carried: every Service of the namespace with the annotations is found, and what announces its metrics by \`monitoring\` is found",
      "scrape_configs.2": "asked: what announces its metrics by \`monitoring\` is found, in its own namespace; for the rest write the job into \`prometheus.extraScrapeConfigs\`, and give the ServiceAccount of \`prometheus\` a Role",
    }
  `);
  expect(said('ConfigMap/conf')).toMatchInlineSnapshot(`
    {
      "apiVersion": "carried: the kind of the object",
      "data.alerts.yml": "carried: what became of \`alerts.yml of ConfigMap/conf\` stands below",
      "data.main": "carried: what became of \`main of ConfigMap/conf\` stands below",
      "data.other": "asked: what announces its metrics by \`monitoring\` is found; write other targets into \`prometheus.extraScrapeConfigs\`, rules into PrometheusRules of their charts",
      "data.unused": "left out: no container takes it",
      "kind": "carried: the kind of the object",
      "metadata.name": "carried: labels and names follow from the release",
    }
  `);
  const broken = objectsOf(readTrees(text.replace('- { job_name: nodes', '- [ job_name: nodes'), 'all.yaml'));
  expect(() => importObjects(broken, { files: ['all.yaml'], charts: CHARTS, name: 'shop' })).toThrow(
    /^all\.yaml: main of ConfigMap\/conf:\d+:\d+: it is no YAML/,
  );
});

it('random configurations: every key at the top has a line, and no secret is anywhere', () => {
  const secret = fc.constantFrom(
    `${SECRET}x`,
    `https://a:${SECRET}@example.com/`,
    `https://hooks.slack.com/services/${SECRET}`,
  );
  const leaf = fc.oneof(
    fc.constantFrom('a', 'web:8000', 'http://web:8000', '5s', 'b', '', '$A'),
    fc.nat(9),
    fc.boolean(),
  );
  const entry: fc.Arbitrary<unknown> = fc.record(
    {
      name: fc.constantFrom('a', 'b c', 'none'),
      url: fc.oneof(
        leaf,
        secret.filter((one) => one.includes('://')),
      ),
      password: secret,
      basic_auth: fc.record({ username: leaf, password: secret }),
      bearer_token: secret,
      api_url: secret,
      static_configs: fc.array(fc.record({ targets: fc.array(leaf, { maxLength: 3 }) }), { maxLength: 2 }),
      slack_configs: fc.array(fc.record({ api_url: secret, channel: leaf }), { maxLength: 2 }),
      webhook_configs: fc.array(
        fc.record({
          url: fc.oneof(
            leaf,
            secret.filter((one) => one.includes('://')),
          ),
        }),
        { maxLength: 2 },
      ),
      rules: fc.array(fc.record({ alert: leaf, expr: leaf }), { maxLength: 2 }),
      secureJsonData: fc.dictionary(fc.constantFrom('a', 'password'), secret),
      settings: fc.record({ url: leaf, token: secret }),
    },
    { requiredKeys: [] },
  );
  const block = fc.oneof(leaf, fc.array(entry, { maxLength: 3 }), entry);
  const names = [
    'global',
    'scrape_configs',
    'rule_files',
    'alerting',
    'remote_write',
    'storage',
    'receivers',
  ];
  const more = ['route', 'templates', 'inhibit_rules', 'datasources', 'contactPoints', 'policies', 'other'];
  const content = fc.dictionary(fc.constantFrom(...names, ...more), block, { minKeys: 1 });
  const SERVERS = `${WEB}${PROMETHEUS}${GRAFANA}${ALERTMANAGER}`;
  fc.assert(
    fc.property(content, fc.boolean(), (one, split) => {
      const text = stringify(one);
      const files = [
        'prom/prometheus.yml',
        'am/alertmanager.yml',
        'graf/datasources/a.yml',
        'graf/alerting/a.yml',
      ];
      const { said } = imported(SERVERS, Object.fromEntries(files.map((file) => [file, text])), split);
      for (const file of files) {
        const keys = Object.keys(said(file)).map((key) => key.split('.')[0]);
        expect(
          Object.keys(one).filter((key) => !keys.includes(key)),
          `${file}\n${text}`,
        ).toEqual([]);
      }
    }),
    { numRuns: 100, seed: 12 },
  );
});
