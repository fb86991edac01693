import { describe, expect, it } from 'vitest';
import { type Files, GRAFANA, imported, PROMETHEUS, SECRET, WEB } from './fixtures.ts';

describe('what Grafana is provisioned with', () => {
  const BOARD = (uid: string) =>
    `{ "title": "Shop", "panels": [{ "datasource": { "type": "prometheus", "uid": "${uid}" }, "targets": [{ "expr": "up", "legendFormat": "{{pod}}" }] }] }\n`;
  const SOURCES = `apiVersion: 1
deleteDatasources: [{ name: Old }]
datasources:
  - { name: Prom, uid: P1, type: prometheus, url: "http://metrics:9090", isDefault: true }
  - { name: Loki, type: loki, url: "https://loki.example.com", isDefault: true, basicAuth: true, secureJsonData: { basicAuthPassword: ${SECRET}1 } }
  - { name: DB, type: postgres, url: "web:5432", secureJsonData: { password: ${SECRET}2 } }
  - { name: Env, type: loki, url: "$LOKI_URL" }
  - { name: Prometheus, type: prometheus, url: "https://prom.example.com" }
`;
  const FILES: Files = {
    'prom/prometheus.yml':
      'scrape_configs: [{ job_name: web, static_configs: [{ targets: ["web:8000"] }] }]\n',
    'graf/datasources/all.yml': SOURCES,
    'graf/dashboards/all.yml': `apiVersion: 1
providers:
  - { name: a, folder: Shop, allowUiUpdates: true, options: { path: /boards } }
  - { name: b, options: { path: /gone } }
`,
    'graf/alerting/all.yml': `apiVersion: 1
policies: [{ orgId: 1, receiver: slack }, { orgId: 2, receiver: mail }]
contactPoints:
  - { name: slack, receivers: [{ type: slack, settings: { url: "https://hooks.slack.com/services/${SECRET}3" } }] }
  - { name: mail, receivers: [{ type: email, settings: { addresses: a@example.com } }] }
groups: [{ name: g, rules: [{ data: [{ datasourceUid: P1 }] }] }]
`,
    'boards/shop.json': BOARD('P1'),
    'boards/odd.json': 'no JSON\n',
  };

  it('its data sources are found or values, dashboards go along with a workload that has metrics', () => {
    const { charts, chartFiles, values, said } = imported(WEB + PROMETHEUS + GRAFANA, FILES);
    const [web] = charts;
    expect(web?.workloads.main?.features?.monitoring).toEqual({ dashboards: ['shop.json'] });
    expect(web?.workloads.main?.values).toEqual({
      monitoring: { dashboards: { annotations: { grafana_folder: 'Shop' } } },
    });
    expect(JSON.parse(chartFiles[0]?.['files/dashboards/shop.json'] ?? '')).toEqual(
      JSON.parse(BOARD('prometheus')),
    );
    expect(values?.grafana).toEqual({
      extraDatasources: [{ name: 'Loki', type: 'loki', url: 'https://loki.example.com', basicAuth: true }],
      alerting: {
        policies: [{ orgId: 2, receiver: 'mail' }],
        contactPoints: [
          { name: 'mail', receivers: [{ type: 'email', settings: { addresses: 'a@example.com' } }] },
        ],
        groups: [{ name: 'g', rules: [{ data: [{ datasourceUid: 'prometheus' }] }] }],
      },
    });
    expect(said('graf/datasources/all.yml')).toMatchInlineSnapshot(`
      {
        "apiVersion": "carried: the chart writes it",
        "datasources.0": "carried: \`grafana\` finds \`prometheus\` beside it, as \`Prometheus\` with the uid \`prometheus\`",
        "datasources.1": "carried: \`grafana.extraDatasources\`",
        "datasources.1.isDefault": "left out: the default is \`Prometheus\`, and there is one alone",
        "datasources.1.secureJsonData.basicAuthPassword": "asked: it is a secret: put it into \`grafana.credentials\` under \`loki-basic-auth-password\`, and write \`basicAuthPassword: $__file{/run/credentials/loki-basic-auth-password}\` there",
        "datasources.2": "asked: write it into \`grafana.extraDatasources\`, with the name that the Service of \`web\` has in your release",
        "datasources.3": "asked: write it into \`grafana.extraDatasources\`, with values in place of its variables",
        "datasources.4": "asked: write it into \`grafana.extraDatasources\` under another name and uid: the chart has one of it",
        "deleteDatasources": "left out: what is no longer among the values is deleted",
      }
    `);
    expect(said('graf/dashboards/all.yml')).toMatchInlineSnapshot(`
      {
        "apiVersion": "carried: the chart writes it",
        "providers.0": "carried: \`grafana\` shows every ConfigMap of the namespace with the label \`grafana_dashboard: "1"\`",
        "providers.0.allowUiUpdates": "left out: dashboards of ConfigMaps are not saved from the page: save a copy",
        "providers.1": "asked: no dashboard of /gone is there: bring each in a ConfigMap with the label \`grafana_dashboard: "1"\`, or name it in \`grafana.dashboards\`",
      }
    `);
    expect(said('graf/alerting/all.yml')).toMatchInlineSnapshot(`
      {
        "apiVersion": "carried: the chart writes it",
        "contactPoints.0": "asked: write it into \`grafana.alerting\`: put its secret into \`grafana.credentials\`, and name it as \`$__file{/run/credentials/KEY}\`",
        "contactPoints.1": "carried: \`grafana.alerting.contactPoints\`",
        "groups.0": "carried: \`grafana.alerting.groups\`",
        "policies.0": "asked: write it into \`grafana.alerting\`, once \`slack\` is there",
        "policies.1": "carried: \`grafana.alerting.policies\`",
      }
    `);
    expect(said('boards/odd.json')['']).toMatch(/^asked: it is no dashboard in JSON/);
  });

  it('without metrics dashboards are objects of the chart of Grafana', () => {
    const { charts, values, said } = imported(GRAFANA, { 'boards/Shop One.json': BOARD('a') });
    expect(charts).toEqual([]);
    expect(values?.grafana).toEqual({
      extraObjects: [
        {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: {
            name: '{{ include "grafana.fullname" . }}-shop-one',
            labels: { grafana_dashboard: '1' },
          },
          data: { 'Shop-One.json': BOARD('a') },
        },
      ],
    });
    expect(said('boards/Shop One.json')).toEqual({ '': 'carried: `grafana.extraObjects`' });
  });

  it('in one chart, what servers of an umbrella find is asked for, and metrics are offered to them', () => {
    // What a workload uses is beside it.
    const web =
      '  web: { image: "example/web:1", ports: ["80:8000"], environment: { A: "http://metrics:9090", B: "http://dash:3000" } }\n';
    const { values, said } = imported(web + PROMETHEUS + GRAFANA, FILES, false);
    expect(values?.global).toEqual({ monitoring: { prometheus: true, grafana: true } });
    expect(said('graf/datasources/all.yml')['datasources.0']).toBe(
      'asked: name its Service in `grafana.connections.prometheus.host`',
    );
  });

  it('grafana.ini has the places of its variables', () => {
    const { values, said } = imported(
      `${WEB}  dash: { image: "grafana/grafana:12", volumes: ["./grafana.ini:/etc/grafana/grafana.ini"] }\n`,
      {
        'grafana.ini': `app_mode = production
; a remark
[server]
root_url = https://grafana.example.com/
http_port = 3001
[security]
admin_password = ${SECRET}1
[auth.anonymous]
enabled = true
org_role = Viewer
[auth.generic_oauth]
client_secret = ${SECRET}2
token_url = https://login.example.com/token
scopes =
[users]
viewers_can_edit = $__env{EDIT}
default_theme = "light"
[smtp]
host = mail.example.com:25
[unified_alerting]
evaluation_timeout = 30s
max_attempts = 3
`,
      },
    );
    expect(values?.grafana).toEqual({
      config: {
        rootUrl: 'https://grafana.example.com/',
        ini: {
          'auth.anonymous': { enabled: true, org_role: 'Viewer' },
          'auth.generic_oauth': { token_url: 'https://login.example.com/token' },
          users: { default_theme: 'light' },
          unified_alerting: { evaluation_timeout: '30s', max_attempts: 3 },
        },
      },
    });
    expect(said('grafana.ini')).toMatchInlineSnapshot(`
      {
        "app_mode": "left out: values have settings of sections alone",
        "auth.anonymous.enabled": "carried: \`grafana.config.ini.auth.anonymous.enabled\`",
        "auth.anonymous.org_role": "carried: \`grafana.config.ini.auth.anonymous.org_role\`",
        "auth.generic_oauth.client_secret": "asked: it is a secret, or its name says so: put it into \`grafana.credentials\` under \`auth.generic-oauth-client-secret\`, and write \`$__file{/run/credentials/auth.generic-oauth-client-secret}\` into \`grafana.config.ini.auth.generic_oauth.client_secret\`",
        "auth.generic_oauth.scopes": "left out: nothing stands there",
        "auth.generic_oauth.token_url": "carried: \`grafana.config.ini.auth.generic_oauth.token_url\`",
        "security.admin_password": "left out: it is generated: bring another in the Secret of \`grafana\`",
        "server.http_port": "left out: the chart decides where it listens",
        "server.root_url": "carried: \`grafana.config.rootUrl\`",
        "smtp.host": "asked: set \`grafana.smtp\`, which lets mail out too",
        "unified_alerting.evaluation_timeout": "carried: \`grafana.config.ini.unified_alerting.evaluation_timeout\`",
        "unified_alerting.max_attempts": "carried: \`grafana.config.ini.unified_alerting.max_attempts\`",
        "users.default_theme": "carried: \`grafana.config.ini.users.default_theme\`",
        "users.viewers_can_edit": "asked: write \`grafana.config.ini.users.viewers_can_edit\` with values in place of its variables",
      }
    `);
  });
});
