import { describe, expect, it } from 'vitest';
import { imported, PROMETHEUS, SECRET, WEB } from './fixtures.ts';

it('exporters announce their metrics where Prometheus is, named in its file or not', () => {
  const exporters = `${WEB}  node: { image: "quay.io/prometheus/node-exporter:v1", ports: ["9100:9100"] }
  cadvisor: { image: "gcr.io/cadvisor/cadvisor:v0", expose: [8080] }
`;
  const features = (services: string) =>
    imported(services, {}, false).charts.map(({ workloads }) =>
      ['main', 'node', 'cadvisor'].map((name) => workloads[name]?.features?.monitoring),
    );
  expect(features(`${exporters}  metrics: { image: "prom/prometheus:v3" }\n`)).toEqual([[undefined, {}, {}]]);
  expect(features(exporters)).toEqual([[undefined, undefined, undefined]]);
});

describe('prometheus.yml', () => {
  it('targets of the project are metrics of workloads, or of charts that announce theirs; others are jobs of the values', () => {
    const { charts, values, said } = imported(
      `${WEB}  worker: { image: "example/worker:1" }
  once: { image: "example/once:1", restart: "no" }
  alerts: { image: "prom/alertmanager:v0.28" }
${PROMETHEUS}`,
      {
        'prom/prometheus.yml': `global: { scrape_interval: 15s, evaluation_interval: 1d, external_labels: { cluster: lab }, query_log_file: /log }
alerting: { alertmanagers: [{ static_configs: [{ targets: ["alerts:9093"] }] }], alert_relabel_configs: [] }
scrape_configs:
  - { job_name: itself, static_configs: [{ targets: ["localhost:9090", "metrics:9090", "localhost:1"] }] }
  - job_name: services
    metrics_path: /internal/metrics
    scrape_interval: 3s
    honor_labels: true
    static_configs: [{ targets: ["web:8000", "worker:9101", "alerts:9093", "once:1"], labels: { team: a } }]
  - { job_name: again, static_configs: [{ targets: ["web:9999"] }] }
  - job_name: services
    basic_auth: { username: me, password: ${SECRET}1 }
    tls_config: { ca_file: /etc/prometheus/ca.crt }
    static_configs: [{ targets: ["192.168.1.10:9100", "host.docker.internal:9100"] }]
  - job_name: probe
    static_configs: [{ targets: ["https://example.com"] }]
    relabel_configs: [{ target_label: __address__, replacement: "web:9115" }]
  - { job_name: files, file_sd_configs: [{ files: [a.json] }] }
  - { job_name: docker, docker_sd_configs: [{ host: "unix:///var/run/docker.sock" }] }
remote_write:
  - { url: "https://a.example.com/push", write_relabel_configs: [{ action: keep }], remote_timeout: 5s }
  - { url: "https://b.example.com/push", basic_auth: { username: me, password: ${SECRET}2 } }
storage: { tsdb: { out_of_order_time_window: 30m }, exemplars: { max_exemplars: 5 } }
otlp: { promote_resource_attributes: [service.name] }
`,
      },
    );
    expect(
      charts.map(({ name, workloads }) => [name, workloads.main?.ports, workloads.main?.features]),
    ).toEqual([
      ['shop-web', { http: 8000 }, { ingress: {}, httpRoute: {}, monitoring: { path: '/internal/metrics' } }],
      ['shop-worker', { metrics: 9101 }, { monitoring: { port: 'metrics', path: '/internal/metrics' } }],
      ['shop-once', undefined, undefined],
    ]);
    expect(values?.prometheus).toEqual({
      config: {
        scrapeInterval: '15s',
        evaluationInterval: '24h',
        externalLabels: { cluster: 'lab' },
        outOfOrderTimeWindow: '30m',
        extra: { otlp: { promote_resource_attributes: ['service.name'] } },
      },
      extraScrapeConfigs: [
        {
          job_name: 'services-outside',
          basic_auth: { username: 'me' },
          tls_config: {},
          static_configs: [{ targets: ['192.168.1.10:9100'] }],
        },
      ],
      remoteWrite: [
        {
          url: 'https://a.example.com/push',
          relabelConfigs: [{ action: 'keep' }],
          extra: { remote_timeout: '5s' },
        },
      ],
    });
    expect(said('prom/prometheus.yml')).toMatchInlineSnapshot(`
      {
        "alerting.alert_relabel_configs": "left out: the chart has no value for it",
        "alerting.alertmanagers.0": "carried: \`prometheus\` finds \`alertmanager\` beside it",
        "global.evaluation_interval": "carried: \`prometheus.config.evaluationInterval\`",
        "global.external_labels": "carried: \`prometheus.config.externalLabels\`",
        "global.query_log_file": "left out: the chart writes \`global\`, and has no value for it",
        "global.scrape_interval": "carried: \`prometheus.config.scrapeInterval\`",
        "otlp": "carried: \`prometheus.config.extra.otlp\`",
        "remote_write.0": "carried: \`prometheus.remoteWrite\`",
        "remote_write.1": "asked: it needs basic_auth: put that into \`prometheus.credentials\` under \`remote-write-password\`, and write the entry into \`prometheus.remoteWrite\` with \`username\` and \`passwordKey: remote-write-password\`, \`tokenKey\` for a bearer token, or \`extra\` for the rest",
        "scrape_configs.0.job_name": "assumed: the label \`job\` of its series is the name of the Service here",
        "scrape_configs.0.static_configs.0.targets.0": "carried: \`prometheus\` has its own metrics",
        "scrape_configs.0.static_configs.0.targets.1": "carried: \`prometheus\` has its own metrics",
        "scrape_configs.0.static_configs.0.targets.2": "left out: nothing else listens in the pod of \`prometheus\`",
        "scrape_configs.1.honor_labels": "left out: \`monitoring\` has no place for it",
        "scrape_configs.1.job_name": "assumed: the label \`job\` of its series is the name of the Service here",
        "scrape_configs.1.metrics_path": "carried: the path of \`monitoring\`",
        "scrape_configs.1.scrape_interval": "left out: all are scraped as \`prometheus.config.scrapeInterval\` says",
        "scrape_configs.1.static_configs.0.labels": "left out: its series have the labels \`namespace\`, \`service\` and \`pod\`",
        "scrape_configs.1.static_configs.0.targets.0": "carried: the feature \`monitoring\` of \`web\`",
        "scrape_configs.1.static_configs.0.targets.1": "carried: the feature \`monitoring\` of \`worker\`",
        "scrape_configs.1.static_configs.0.targets.2": "carried: \`alertmanager\` announces what metrics it has itself",
        "scrape_configs.1.static_configs.0.targets.3": "left out: \`once\` is a Job here, which is gone when it ends",
        "scrape_configs.2.job_name": "assumed: the label \`job\` of its series is the name of the Service here",
        "scrape_configs.2.static_configs.0.targets.0": "asked: \`monitoring\` of \`web\` has one port and path, those of the target before",
        "scrape_configs.3": "carried: \`prometheus.extraScrapeConfigs\`, as services-outside: the chart has a job of that name; a NetworkPolicy lets it out by \`prometheus.networkPolicy.extraEgress\`",
        "scrape_configs.3.basic_auth.password": "asked: it is a secret: put it into \`prometheus.credentials\` under \`services-password\`, and write \`password_file: /run/credentials/services-password\` there",
        "scrape_configs.3.static_configs.0.targets.1": "asked: write the address of that machine into \`prometheus.extraScrapeConfigs\`: a pod does not know it by this name",
        "scrape_configs.3.tls_config.ca_file": "asked: bring the file as the key \`services-ca\` of \`prometheus.credentials\`, and write \`ca_file: /run/credentials/services-ca\` there",
        "scrape_configs.4": "asked: write it into \`prometheus.extraScrapeConfigs\`, with the name that the Service of \`web\` has in your release",
        "scrape_configs.5": "asked: write the targets of its files as \`static_configs\` into \`prometheus.extraScrapeConfigs\`",
        "scrape_configs.6": "left out: there is no Docker in a cluster: what announces its metrics by \`monitoring\` is found",
        "storage.exemplars.max_exemplars": "left out: the chart writes \`storage\`, and has no value for it",
        "storage.tsdb.out_of_order_time_window": "carried: \`prometheus.config.outOfOrderTimeWindow\`",
      }
    `);
    expect(said('metrics.volumes.0')).toEqual({
      'metrics.volumes.0': 'carried: what became of `prom/prometheus.yml` stands below',
    });
  });

  it('a time limit is no longer than a short interval', () => {
    const { values } = imported(WEB + PROMETHEUS, {
      'prom/prometheus.yml': 'global: { scrape_interval: 5s }\n',
    });
    expect(values?.prometheus).toEqual({ config: { scrapeInterval: '5s', scrapeTimeout: '5s' } });
  });

  it('rules that it names are rules of the values; their groups are one', () => {
    const { values, said } = imported(WEB + PROMETHEUS, {
      'prom/prometheus.yml': 'rule_files: ["rules/*.yml", gone.yml]\n',
      'prom/unused.yml': 'a: 1\n',
      'prom/rules/app.yml': `groups:
  - name: app
    interval: 1m
    rules:
      - { alert: Down, expr: 'up{job="web"} == 0', for: 5m, keep_firing_for: 1m, labels: { severity: critical }, annotations: { summary: "{{ $labels.pod }}" } }
      - { record: "app:up", expr: sum(up) }
      - { alert: Odd, expr: up, annotations: { summary: "password: ${SECRET}3" } }
`,
    });
    expect(values?.prometheus).toEqual({
      monitoring: {
        prometheusRule: {
          extraRules: [
            {
              alert: 'Down',
              expr: 'up{job="web"} == 0',
              for: '5m',
              labels: { severity: 'critical' },
              annotations: { summary: '{{ $labels.pod }}' },
            },
            { record: 'app:up', expr: 'sum(up)' },
          ],
        },
      },
    });
    expect({ ...said('prom/prometheus.yml'), ...said('prom/rules/app.yml') }).toMatchInlineSnapshot(`
      {
        "groups.0": "assumed: \`prometheus.monitoring.prometheusRule.extraRules\`: in one group with the other rules of the chart, not in app; the label \`job\` in an expression is the name of the Service here",
        "groups.0.interval": "left out: rules are evaluated as \`prometheus.config.evaluationInterval\` says",
        "groups.0.rules.0.keep_firing_for": "left out: rules of the values have no place for it",
        "groups.0.rules.2": "asked: it seems to hold a secret: write it into the values without",
        "rule_files.0": "carried: \`prometheus.monitoring.prometheusRule.extraRules\`, from prom/rules/app.yml",
        "rule_files.1": "asked: no such file is there: write the rules of its groups into \`prometheus.monitoring.prometheusRule.extraRules\`",
      }
    `);
    expect(said('prom/unused.yml')['']).toMatch(/^asked: what announces its metrics/);
  });

  it('a flag names it elsewhere, and a config of the project is one too', () => {
    const { values } = imported(
      `${WEB}  metrics:
    image: prom/prometheus:v3
    command: ["--config.file=/conf/own.yml"]
    configs: [{ source: own, target: /conf/own.yml }]
configs: { own: { content: "global: { scrape_interval: 20s }" } }
`,
      {},
    );
    expect(values?.prometheus).toEqual({ config: { scrapeInterval: '20s' } });
  });

  it('what is not there, is not text or is outside of the project stays asked', () => {
    const { said } = imported(
      `${WEB}  metrics: { image: "prom/prometheus:v3", volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml"] }
  other: { image: "prom/prometheus:v3", volumes: ["/srv/prom:/etc/prometheus"] }
  third: { image: "prom/prometheus:v3", volumes: ["./binary.yml:/etc/prometheus/prometheus.yml"] }
`,
      { 'binary.yml': 'a\0b' },
    );
    for (const name of ['metrics', 'other', 'third'])
      expect(said(`${name}.volumes.0`)[`${name}.volumes.0`]).toMatch(/^asked: what announces its metrics/);
  });

  it('what is no YAML says file, line and column', () => {
    expect(() => imported(WEB + PROMETHEUS, { 'prom/prometheus.yml': 'global:\n  a: [1\nb: 2\n' })).toThrow(
      /server-files-\w+\/prom\/prometheus\.yml:3:1: it is no YAML/,
    );
  });
});
