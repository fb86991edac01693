import { describe, expect, it } from 'vitest';
import { ALERTMANAGER, imported, SECRET, WEB } from './fixtures.ts';

describe('alertmanager.yml', () => {
  it('receivers are values where they need no secret; the name of each stays, as routes lead to it', () => {
    const { values, said } = imported(`${WEB}${ALERTMANAGER}`, {
      'am/tmpl/ops.tmpl': '{{ define "ops.title" }}{{ .CommonLabels.alertname }}{{ end }}\n',
      'am/alertmanager.yml': `receivers:
  - name: ops
    slack_configs: [{ channel: "#ops", api_url: "https://hooks.slack.com/services/${SECRET}1" }]
    webhook_configs: [{ url: "https://hook.example.com/a", send_resolved: false }]
  - { name: mail, email_configs: [{ to: a@example.com }] }
  - { name: own, webhook_configs: [{ url: "http://web:8000/alert" }] }
  - { name: pager, pagerduty_configs: [{ routing_key: ${SECRET}2 }] }
  - { name: more, webhook_configs: [{ url: "https://hook.example.com/b", max_alerts: 5 }] }
  - name: none
global: { resolve_timeout: 1d, smtp_smarthost: "mail.example.com:25", smtp_from: b@example.com, smtp_auth_username: b, smtp_auth_password: ${SECRET}3, opsgenie_api_key: ${SECRET}4, http_config: { follow_redirects: true } }
route: { receiver: ops, group_by: [alertname], group_wait: 1d12h, repeat_interval: 4h, mute_time_intervals: [night], routes: [{ receiver: mail }] }
inhibit_rules: [{ equal: [a] }]
time_intervals: [{ name: night }]
templates: ["tmpl/*.tmpl"]
tracing: { endpoint: "collector.example.com:4317" }
`,
    });
    expect(values?.alertmanager).toEqual({
      smtp: { host: 'mail.example.com', port: 25, from: 'b@example.com' },
      receivers: {
        ops: { webhook: [{ url: 'https://hook.example.com/a', sendResolved: false }] },
        mail: { email: [{ to: 'a@example.com' }] },
        own: {},
        pager: {},
      },
      extraReceivers: [
        { name: 'more', webhook_configs: [{ url: 'https://hook.example.com/b', max_alerts: 5 }] },
      ],
      config: {
        resolveTimeout: '24h',
        global: { http_config: { follow_redirects: true } },
        route: {
          receiver: 'ops',
          groupBy: ['alertname'],
          groupWait: '36h',
          repeatInterval: '4h',
          routes: [{ receiver: 'mail' }],
        },
        inhibitRules: [{ equal: ['a'] }],
        timeIntervals: [{ name: 'night' }],
        templates: { ops: '{{ define "ops.title" }}{{ .CommonLabels.alertname }}{{ end }}\n' },
        extra: { tracing: { endpoint: 'collector.example.com:4317' } },
      },
    });
    expect(said('am/alertmanager.yml')).toMatchInlineSnapshot(`
      {
        "global.http_config": "carried: \`alertmanager.config.global.http_config\`",
        "global.opsgenie_api_key": "asked: it is a secret: put it into \`alertmanager.credentials\` under \`opsgenie-api-key\`, and write \`config.global.opsgenie_api_key_file: /run/credentials/opsgenie-api-key\` there",
        "global.resolve_timeout": "carried: \`alertmanager.config.resolveTimeout\`",
        "global.smtp_auth_password": "asked: put the password into \`alertmanager.credentials\` under \`smtp-password\`, and set \`alertmanager.smtp.username\`",
        "global.smtp_auth_username": "asked: put the password into \`alertmanager.credentials\` under \`smtp-password\`, and set \`alertmanager.smtp.username\`",
        "global.smtp_from": "carried: \`alertmanager.smtp.from\`",
        "global.smtp_smarthost": "carried: \`alertmanager.smtp.host\` and \`alertmanager.smtp.port\`",
        "inhibit_rules": "carried: \`alertmanager.config.inhibitRules\`",
        "receivers.0.name": "carried: \`alertmanager.receivers.ops\`, without what is asked for",
        "receivers.0.slack_configs.0": "asked: it needs a secret: put it into \`alertmanager.credentials\` under \`ops-slack-url\`, and write \`slack: [{ channel: '#ops', urlKey: ops-slack-url }]\` into \`alertmanager.receivers.ops\`",
        "receivers.0.webhook_configs.0": "carried: \`alertmanager.receivers.ops\`",
        "receivers.1.email_configs.0": "carried: \`alertmanager.receivers.mail\`",
        "receivers.1.name": "carried: \`alertmanager.receivers.mail\`",
        "receivers.2.name": "carried: \`alertmanager.receivers.own\`, without what is asked for",
        "receivers.2.webhook_configs.0": "asked: write it into \`alertmanager.receivers.own\`, with the name that the Service of \`web\` has in your release",
        "receivers.3.name": "carried: \`alertmanager.receivers.pager\`, without what is asked for",
        "receivers.3.pagerduty_configs.0": "asked: it needs a secret: put it into \`alertmanager.credentials\` under \`pager-pagerduty-key\`, and write \`pagerduty: [{ routingKeyKey: pager-pagerduty-key }]\` into \`alertmanager.receivers.pager\`",
        "receivers.4.name": "carried: \`alertmanager.extraReceivers\`",
        "receivers.4.webhook_configs.0": "carried: \`alertmanager.extraReceivers\`",
        "receivers.5": "carried: the chart has a receiver of that name, which tells nobody",
        "route.group_by": "carried: \`alertmanager.config.route.groupBy\`",
        "route.group_wait": "carried: \`alertmanager.config.route.groupWait\`",
        "route.mute_time_intervals": "left out: the first route has no value for it: write it into a route below",
        "route.receiver": "carried: \`alertmanager.config.route.receiver\`",
        "route.repeat_interval": "carried: \`alertmanager.config.route.repeatInterval\`",
        "route.routes": "carried: \`alertmanager.config.route.routes\`",
        "templates.0": "carried: \`alertmanager.config.templates\`, from am/tmpl/ops.tmpl",
        "time_intervals": "carried: \`alertmanager.config.timeIntervals\`",
        "tracing": "carried: \`alertmanager.config.extra.tracing\`",
      }
    `);
  });

  it('mail without a server or a sender is asked for', () => {
    const { values, said } = imported(
      `${WEB}  alerts: { image: "prom/alertmanager:v0.28", volumes: ["./alertmanager.yml:/etc/alertmanager/alertmanager.yml"] }\n`,
      {
        'alertmanager.yml':
          'global: { smtp_smarthost: "mail.example.com:25" }\nreceivers: [{ name: mail, email_configs: [{ to: a@example.com }] }]\n',
      },
    );
    expect(values?.alertmanager).toEqual({ receivers: { mail: {} } });
    expect(said('alertmanager.yml')).toMatchObject({
      'receivers.0.email_configs.0': expect.stringMatching(
        /^asked: name a mail server in `alertmanager.smtp`/,
      ),
    });
  });
});
