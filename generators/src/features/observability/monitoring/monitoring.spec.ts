import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { web } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const alert = {
  alert: 'WebDown',
  expr: 'up{%selector%} == 0',
  for: '5m',
  severity: 'critical',
  summary: 'Nobody answers.',
};
const exporter = {
  description: 'Metrics.',
  image: { registry: 'docker.io', repository: 'example/exporter', tag: '1' },
  enabled: false,
  ports: { metrics: 9100 },
};
const { given, refused } = chartOf({
  features: { monitoring: { alerts: [alert], dashboards: ['web.json'] } },
  sources: { 'files/dashboards/web.json': '{ "title": "Web" }\n' },
});

test('a ServiceMonitor tells the operator what to scrape, and the policy lets Prometheus in', async () => {
  expect(await given('monitoring: { serviceMonitor: { enabled: true } }')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.ingress.added:
        - from:
            - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } }
          ports: [ { port: http, protocol: TCP } ]
    ServiceMonitor/r-web:
      apiVersion: monitoring.coreos.com/v1
      spec:
        selector.matchLabels: pods of main
        namespaceSelector.matchNames: [ default ]
        endpoints: [ { port: http, path: /metrics, interval: 30s, scrapeTimeout: 10s } ]
  `);
  const values = `
    monitoring:
      serviceMonitor: { interval: 60s, scrapeTimeout: 20s, labels: { release: prometheus } }
      from: { namespaceSelector: { team: ops }, podSelector: { app: prometheus } }
  `;
  expect(await given(values, 'monitoring: { serviceMonitor: { enabled: true } }')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.ingress.1.from.0:
        namespaceSelector.matchLabels.team: ops
        podSelector.matchLabels.app: prometheus
    ServiceMonitor/r-web:
      spec.endpoints.0: { interval: 60s, scrapeTimeout: 20s }
      metadata.labels.release: prometheus
  `);
});

test('annotations of the Service tell a Prometheus without operator', async () => {
  expect(await given('monitoring: { annotations: { enabled: true } }')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.ingress.added:
        - from:
            - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } }
          ports: [ { port: http, protocol: TCP } ]
    Service/r-web:
      metadata.annotations:
        prometheus.io/scrape: "true"
        prometheus.io/port: "8080"
        prometheus.io/path: /metrics
  `);
});

test('alerts are a PrometheusRule, with further rules', async () => {
  const values = `
    monitoring:
      prometheusRule:
        enabled: true
        labels: { release: prometheus }
        extraRules: [{ alert: Slow, expr: latency > 1 }]
  `;
  expect(await given(values)).toMatchInlineSnapshot(`
    PrometheusRule/r-web:
      apiVersion: monitoring.coreos.com/v1
      spec.groups:
        - name: r-web
          rules:
            - alert: WebDown
              expr: up{ namespace="default",service="r-web" } == 0
              for: 5m
              labels: { severity: critical }
              annotations: { summary: Nobody answers. }
            - { alert: Slow, expr: latency > 1 }
      metadata.labels.release: prometheus
  `);
});

test('or a ConfigMap that a sidecar of Prometheus finds', async () => {
  expect(
    await given("monitoring: { rules: { enabled: true, labels: { rules: 'yes' } } }"),
  ).toMatchInlineSnapshot(`
    ConfigMap/r-web-rules:
      apiVersion: v1
      data: { r-web.rules.yml: (text) }
      metadata.labels: { prometheus-rules: "1", rules: yes }
  `);
});

test('dashboards are ConfigMaps that a sidecar of Grafana finds', async () => {
  const values = `
    monitoring:
      dashboards: { enabled: true, labels: { folder: apps }, annotations: { grafana_folder: Apps } }
  `;
  expect(await given(values)).toMatchInlineSnapshot(`
    ConfigMap/r-web-dashboards:
      apiVersion: v1
      data: { web.json: '{ "title": "Web" }' }
      metadata:
        annotations.grafana_folder: Apps
        labels: { folder: apps, grafana_dashboard: "1" }
  `);
});

test('what watches the whole release finds all of it, unless that is turned off', async () => {
  const kinds = async (global: string, beside = '') =>
    (await given(`global: { monitoring: { ${global}: true } }`, beside)).names;
  expect(await kinds('operator')).toMatchInlineSnapshot(`
    [
      "NetworkPolicy/r-web",
      "ConfigMap/r-web-dashboards",
      "PrometheusRule/r-web",
      "ServiceMonitor/r-web",
    ]
  `);
  expect(await kinds('prometheus')).toMatchInlineSnapshot(`
    [
      "NetworkPolicy/r-web",
      "Service/r-web",
      "ConfigMap/r-web-rules",
    ]
  `);
  expect(await kinds('grafana')).toMatchInlineSnapshot(`
    [
      "ConfigMap/r-web-dashboards",
    ]
  `);
  expect(await kinds('operator', 'monitoring: { auto: false }')).toEqual([]);
});

test('refuses an operator that is not there, and annotations that it sets itself', async () => {
  expect(
    await refused(
      'monitoring: { serviceMonitor: { enabled: true }, prometheusRule: { enabled: true } }',
      'v1/Secret',
    ),
  ).toMatchInlineSnapshot(`
    "monitoring.serviceMonitor needs the Prometheus Operator, and this cluster knows no ServiceMonitor: install the operator, or leave it off.
    monitoring.prometheusRule needs the Prometheus Operator, and this cluster knows no PrometheusRule: install the operator, or leave it off."
  `);
  const own = "service: { annotations: { prometheus.io/port: '1' } }";
  expect(await refused(`{ monitoring: { annotations: { enabled: true } }, ${own} }`)).toMatchInlineSnapshot(
    `"service.annotations may not set prometheus.io/port: monitoring sets it while Prometheus scrapes by annotations."`,
  );
});

test('metrics of a sidecar need the sidecar', async () => {
  const { refused: lacks } = chartOf({
    features: { monitoring: { sidecar: 'metrics', port: 'metrics' } },
    main: { sidecars: { metrics: exporter } },
  });
  expect(await lacks('monitoring: { serviceMonitor: { enabled: true } }')).toMatchInlineSnapshot(
    `"monitoring.serviceMonitor needs the metrics of the sidecar metrics: set metrics.enabled=true."`,
  );
});

test('the ServiceMonitor stands where the operator looks, and changes labels', async () => {
  const values = `
    monitoring:
      serviceMonitor:
        namespace: monitoring
        endpoint:
          honorLabels: true
          honorTimestamps: false
          relabelings: [{ sourceLabels: [__meta_kubernetes_pod_node_name], targetLabel: node }]
          metricRelabelings: [{ action: drop, regex: go_.*, sourceLabels: [__name__] }]
  `;
  const on = 'monitoring: { serviceMonitor: { enabled: true } }';
  expect(await given(values, on)).toMatchInlineSnapshot(`
    ServiceMonitor/r-web: removed
    ServiceMonitor/monitoring:r-web:
      apiVersion: monitoring.coreos.com/v1
      spec:
        selector.matchLabels: pods of main
        namespaceSelector.matchNames: [ default ]
        endpoints:
          - port: http
            path: /metrics
            interval: 30s
            scrapeTimeout: 10s
            honorLabels: true
            honorTimestamps: false
            metricRelabelings: [ { action: drop, regex: go_.*, sourceLabels: [ __name__ ] } ]
            relabelings: [ { sourceLabels: [ __meta_kubernetes_pod_node_name ], targetLabel: node } ]
  `);
  expect(
    await refused(
      'monitoring: { rules: { labels: { helm.sh/chart: web } }, dashboards: { labels: { track: a } } }',
    ),
  ).toMatchInlineSnapshot(`
    "monitoring.dashboards.labels may not set track=a: the chart sets such labels itself.
    monitoring.rules.labels may not set helm.sh/chart=web: the chart sets such labels itself."
  `);
});

test('says which workload it is about', async () => {
  const { refused: refuses } = chartOf({
    workloads: {
      worker: web({
        description: 'Works.',
        image: 'main',
        features: { monitoring: { sidecar: 'exporter', port: 'metrics' } },
        sidecars: { exporter },
      }),
    },
  });
  const on =
    'serviceMonitor: { enabled: true }, prometheusRule: { enabled: true }, annotations: { enabled: true }';
  expect(await refuses(`worker: { monitoring: { ${on} } }`, 'v1/Secret')).toMatchInlineSnapshot(`
    "worker.monitoring.serviceMonitor needs the Prometheus Operator, and this cluster knows no ServiceMonitor: install the operator, or leave it off.
    worker.monitoring.prometheusRule needs the Prometheus Operator, and this cluster knows no PrometheusRule: install the operator, or leave it off.
    worker.monitoring.serviceMonitor needs the metrics of the sidecar exporter: set worker.exporter.enabled=true."
  `);
  const own = "service: { annotations: { prometheus.io/port: '1' } }";
  expect(
    await refuses(`worker: { monitoring: { ${on} }, exporter: { enabled: true }, ${own} }`),
  ).toMatchInlineSnapshot(
    `"worker.service.annotations may not set prometheus.io/port: worker.monitoring sets it while Prometheus scrapes by annotations."`,
  );
});

/** Further workloads of the image of main. */
const beside = (monitoring: object, more: object = {}) =>
  web({ description: 'Works.', image: 'main', features: { monitoring }, ...more });
const several = chartOf({
  features: { monitoring: {} },
  workloads: {
    worker: beside({ alerts: [alert], dashboards: ['web.json'] }),
    quiet: beside({}),
    measured: beside({ sidecar: 'exporter', port: 'metrics', alerts: [alert] }, { sidecars: { exporter } }),
    other: beside({}, { values: { monitoring: { serviceMonitor: { interval: '60s' } } } }),
  },
  sources: { 'files/dashboards/web.json': '{ "title": "Web" }\n' },
});

test("main's values are for all workloads that have metrics and no defaults of their own", async () => {
  const on = 'monitoring: { serviceMonitor: { enabled: true, labels: { release: prometheus } } }';
  expect((await several.given(on)).names).toMatchInlineSnapshot(`
    [
      "NetworkPolicy/r-web",
      "NetworkPolicy/r-web-quiet",
      "NetworkPolicy/r-web-worker",
      "ServiceMonitor/r-web-quiet",
      "ServiceMonitor/r-web",
      "ServiceMonitor/r-web-worker",
    ]
  `);
  expect((await several.given('measured: { exporter: { enabled: true } }', on)).names).toMatchInlineSnapshot(`
    [
      "NetworkPolicy/r-web-measured",
      "Service/r-web-measured",
      "Deployment/r-web-measured",
      "ServiceMonitor/r-web-measured",
    ]
  `);
  expect(await several.given(`other: { ${on} }`)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web-other:
      spec.ingress.added:
        - from:
            - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } }
          ports: [ { port: http, protocol: TCP } ]
    ServiceMonitor/r-web-other:
      apiVersion: monitoring.coreos.com/v1
      spec:
        selector.matchLabels: pods of other
        namespaceSelector.matchNames: [ default ]
        endpoints: [ { port: http, path: /metrics, interval: 60s, scrapeTimeout: 10s } ]
      metadata.labels.release: prometheus
  `);
  expect(await several.refused('worker: { monitoring: { auto: false } }')).toMatchInlineSnapshot(
    `"at '/worker': additional properties 'monitoring' not allowed"`,
  );
});

test('each has the rules and dashboards it brings, and further rules stand once', async () => {
  const values = `
    monitoring:
      prometheusRule: { enabled: true, extraRules: [{ alert: Slow, expr: latency > 1 }] }
      rules: { enabled: true }
      dashboards: { enabled: true }
  `;
  expect(await several.given(values)).toMatchInlineSnapshot(`
    ConfigMap/r-web-dashboards: { apiVersion: v1, data: {}, metadata.labels.grafana_dashboard: "1" }
    ConfigMap/r-web-rules:
      apiVersion: v1
      data:
        r-web.rules.yml: |
          groups:
            - name: r-web
              rules:
                - alert: Slow
                  expr: latency > 1
      metadata.labels.prometheus-rules: "1"
    ConfigMap/r-web-worker-dashboards:
      apiVersion: v1
      data: { web.json: '{ "title": "Web" }' }
      metadata.labels.grafana_dashboard: "1"
    ConfigMap/r-web-worker-rules:
      apiVersion: v1
      data: { r-web-worker.rules.yml: (text) }
      metadata.labels.prometheus-rules: "1"
    PrometheusRule/r-web:
      apiVersion: monitoring.coreos.com/v1
      spec.groups: [ { name: r-web, rules: [ { alert: Slow, expr: latency > 1 } ] } ]
    PrometheusRule/r-web-worker:
      apiVersion: monitoring.coreos.com/v1
      spec.groups:
        - name: r-web-worker
          rules:
            - alert: WebDown
              expr: up{ namespace="default",service="r-web-worker" } == 0
              for: 5m
              labels: { severity: critical }
              annotations: { summary: Nobody answers. }
  `);
});

test('what watches the whole release finds all of them', async () => {
  const names = async (global: string, values = '') =>
    (await several.given(`global: { monitoring: { ${global}: true } }`, values)).names;
  expect(await names('operator')).toMatchInlineSnapshot(`
    [
      "NetworkPolicy/r-web",
      "NetworkPolicy/r-web-other",
      "NetworkPolicy/r-web-quiet",
      "NetworkPolicy/r-web-worker",
      "ConfigMap/r-web-worker-dashboards",
      "PrometheusRule/r-web-other",
      "PrometheusRule/r-web",
      "PrometheusRule/r-web-worker",
      "ServiceMonitor/r-web-other",
      "ServiceMonitor/r-web-quiet",
      "ServiceMonitor/r-web",
      "ServiceMonitor/r-web-worker",
    ]
  `);
  expect(await names('prometheus')).toMatchInlineSnapshot(`
    [
      "NetworkPolicy/r-web",
      "NetworkPolicy/r-web-other",
      "NetworkPolicy/r-web-quiet",
      "NetworkPolicy/r-web-worker",
      "Service/r-web-other",
      "Service/r-web-quiet",
      "Service/r-web",
      "Service/r-web-worker",
      "ConfigMap/r-web-worker-rules",
    ]
  `);
  expect(await names('grafana', 'measured: { exporter: { enabled: true } }')).toMatchInlineSnapshot(`
    [
      "ConfigMap/r-web-worker-dashboards",
    ]
  `);
  expect(await names('prometheus', 'monitoring: { auto: false }')).toMatchInlineSnapshot(`
    [
      "NetworkPolicy/r-web-other",
      "Service/r-web-other",
    ]
  `);
});

test('says what is wrong with shared values once, and what is wrong with a workload of each', async () => {
  const own = "service: { annotations: { prometheus.io/port: '1' } }";
  const values = `
    monitoring: { serviceMonitor: { enabled: true, labels: { track: a } }, annotations: { enabled: true } }
    worker: { ${own} }
    measured: { ${own} }
  `;
  expect(await several.refused(values, 'v1/Secret')).toMatchInlineSnapshot(`
    "monitoring.serviceMonitor.labels may not set track=a: the chart sets such labels itself.
    monitoring.serviceMonitor needs the Prometheus Operator, and this cluster knows no ServiceMonitor: install the operator, or leave it off.
    worker.service.annotations may not set prometheus.io/port: monitoring sets it while Prometheus scrapes by annotations."
  `);
});

test('needs the sidecar of a workload where no other has metrics', async () => {
  const measured = { sidecar: 'exporter', port: 'metrics' };
  const { refused, given } = chartOf({
    features: { monitoring: measured },
    main: { sidecars: { exporter } },
    workloads: { worker: beside(measured, { sidecars: { exporter } }) },
  });
  const on = 'monitoring: { serviceMonitor: { enabled: true } }';
  expect(await refused(on)).toMatchInlineSnapshot(
    `"monitoring.serviceMonitor needs the metrics of the sidecar exporter: set exporter.enabled=true."`,
  );
  expect((await given(on, 'worker: { exporter: { enabled: true } }')).names).toMatchInlineSnapshot(`
    [
      "NetworkPolicy/r-web-worker",
      "ServiceMonitor/r-web-worker",
    ]
  `);
});

test('further rules stand with main also where another workload alone has metrics', async () => {
  const measured = { sidecar: 'exporter', port: 'metrics', alerts: [alert] };
  const { given } = chartOf({
    features: { monitoring: measured },
    main: { sidecars: { exporter } },
    workloads: { worker: beside(measured, { sidecars: { exporter } }) },
  });
  const watched = `
    worker: { exporter: { enabled: true } }
    global: { monitoring: { operator: true, prometheus: true } }
  `;
  const rule = 'monitoring: { prometheusRule: { extraRules: [{ alert: Slow, expr: latency > 1 }] } }';
  expect((await given(rule, watched)).names).toMatchInlineSnapshot(`
    [
      "ConfigMap/r-web-rules",
      "PrometheusRule/r-web",
    ]
  `);
  expect((await given(rule, 'global: { monitoring: { operator: true } }')).names).toMatchInlineSnapshot(`[]`);
});
