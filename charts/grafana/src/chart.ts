import { any, defineChart, get, gt, include, value } from '@chartwright/nx/define';

const dashboardLoader = {
  description:
    'Brings dashboards into the running server: those of every ConfigMap labelled grafana_dashboard=1.',
  image: {
    registry: 'quay.io',
    repository: 'kiwigrid/k8s-sidecar',
    tag: '2.11.2',
    digest: 'sha256:2912be006f62f9ea080194cf6d3afcd90daead8d101d0ba686a137a849f6a4f6',
  },
  env: {
    LABEL: 'grafana_dashboard',
    LABEL_VALUE: '1',
    RESOURCE: 'configmap',
    METHOD: 'WATCH',
    NAMESPACE: {
      template: '{{ prepend .Values.config.namespaces .Release.Namespace | join "," | quote }}',
    },
    FOLDER: '/dashboards',
    FOLDER_ANNOTATION: 'grafana_folder',
    UNIQUE_FILENAMES: 'true',
    IGNORE_ALREADY_PROCESSED: 'true',
    HEALTH_PORT: '8081',
    LOG_FORMAT: 'LOGFMT',
    PYTHONDONTWRITEBYTECODE: '1',
  },
  mounts: {
    dashboards: '/dashboards',
    tmp: '/tmp',
    'api-token': '/var/run/secrets/kubernetes.io/serviceaccount',
  },
  ports: { health: { port: 8081, open: 'nobody' as const } },
  liveness: { ...get('/healthz', 'health'), initialDelaySeconds: 30, periodSeconds: 20, failureThreshold: 6 },
  readiness: { ...get('/healthz', 'health'), periodSeconds: 10 },
  values: { resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '128Mi' } } },
};

/** What mail needs, while there is a server. */
const mail = (template: string) => ({ template, when: value('smtp.host') });

/** It needs no other service to start, and shows what is there. */
const shown = { optional: true, orders: false, bundled: false } as const;

export default defineChart({
  name: 'grafana',
  version: '0.1.0',
  appVersion: '13.2.3',
  description: 'Grafana with data sources and dashboards of what is installed beside it.',
  home: 'https://grafana.com/oss/grafana/',
  sources: ['https://github.com/grafana/grafana', 'https://github.com/kiwigrid/k8s-sidecar'],
  keywords: ['grafana', 'dashboards', 'monitoring', 'prometheus', 'jaeger'],
  category: 'monitoring-logging',
  umbrellas: ['ai-platform'],
  first: ['auth.adminPassword', 'config.rootUrl', 'config.plugins', 'config.ini', 'extraDatasources'],
  workloads: {
    main: {
      kind: 'Deployment',
      login: true,
      image: {
        registry: 'docker.io',
        repository: 'grafana/grafana',
        digest: 'sha256:b28bae15e219c998fb0e0424ed724930cc61b1f61fb404d47c862f9a23f9e572',
      },
      user: 472,
      env: {
        GF_LOG_MODE: 'console',
        GF_SERVER_ROOT_URL: { template: '{{ include "grafana.rootUrl" . | quote }}' },
        GF_SERVER_SERVE_FROM_SUB_PATH: { template: '"true"', when: include('grafana.basePath') },
        GF_DATABASE_TYPE: {
          template:
            '{{ ternary "sqlite3" "postgres" (empty (include "grafana.connections.postgres.via" .)) | quote }}',
        },
        // Grafana has no SSL mode that tries both.
        GF_DATABASE_SSL_MODE: {
          template:
            '{{ include "grafana.connections.postgres.sslMode" . | replace "prefer" "disable" | replace "allow" "disable" | quote }}',
        },
        GF_PLUGINS_PREINSTALL_DISABLED: { template: '{{ empty .Values.config.plugins | quote }}' },
        GF_AUTH_LDAP_ENABLED: { template: '"true"', when: value('ldap.toml') },
        GF_SMTP_ENABLED: mail('"true"'),
        GF_SMTP_HOST: mail('{{ printf "%s:%d" .Values.smtp.host (int64 .Values.smtp.port) | quote }}'),
        GF_SMTP_FROM_ADDRESS: mail('{{ .Values.smtp.from | quote }}'),
        GF_SMTP_USER: { template: '{{ .Values.smtp.username | quote }}', when: value('smtp.username') },
        GF_SMTP_PASSWORD: {
          template: '{{ printf "$__file{/run/credentials/%s}" .Values.smtp.passwordKey | quote }}',
          when: value('smtp.username'),
        },
        GF_UNIFIED_ALERTING_HA_REDIS_PREFIX: {
          template: '{{ printf "%s-%s" .Release.Namespace (include "grafana.fullname" .) | quote }}',
          when: include('grafana.connections.redis.via'),
        },
        GF_UNIFIED_ALERTING_HA_REDIS_TLS_ENABLED: {
          template: '{{ eq (include "grafana.connections.redis.scheme" .) "rediss" | quote }}',
          when: include('grafana.connections.redis.via'),
        },
        GF_ANALYTICS_REPORTING_ENABLED: 'false',
        GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
        GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false',
        GF_NEWS_NEWS_FEED_ENABLED: 'false',
        GF_SECURITY_DISABLE_GRAVATAR: 'true',
      },
      ports: { http: 3000 },
      health: '{{ include "grafana.basePath" . }}/api/health',
      probes: {
        startup: { periodSeconds: 5, failureThreshold: 60 },
        liveness: { periodSeconds: 20, timeoutSeconds: 10, failureThreshold: 6 },
        readiness: { periodSeconds: 10, timeoutSeconds: 5 },
      },
      storage: { name: 'data', mountPath: '/var/lib/grafana', size: '2Gi' },
      writable: { logs: '/var/log/grafana', dashboards: '/dashboards' },
      files: {
        'grafana.ini.tpl': '/etc/grafana/grafana.ini',
        'datasources.yaml.tpl': '/etc/grafana/provisioning/datasources/datasources.yaml',
        'dashboards.yaml': '/etc/grafana/provisioning/dashboards/dashboards.yaml',
        'alerting.yaml.tpl': '/etc/grafana/provisioning/alerting/alerting.yaml',
        'ldap.toml.tpl': '/etc/grafana/ldap.toml',
      },
      sidecars: { dashboardLoader },
      init: {
        'fetch-dashboards': {
          description:
            'Fetches the dashboards that values name; where a site does not answer, it takes the copy on the volume.',
          image: 'main',
          when: value('dashboards'),
          script: 'fetch-dashboards.sh',
          env: { DASHBOARDS: { template: '{{ include "grafana.dashboards" . | trim | quote }}' } },
        },
      },
      egress: {
        https: {
          port: 443,
          urls: ['dashboards', 'alerting', 'extraDatasources', 'config.ini'],
          when: any(
            value('config.plugins'),
            value('config.ini'),
            value('dashboards'),
            value('alerting'),
            value('extraDatasources'),
          ),
          description:
            'plugin catalog, dashboards, data sources, logins and contact points, while the values name some',
        },
        mail: {
          port: { value: 'smtp.port' },
          when: value('smtp.host'),
          description: 'mail server, while smtp.host is set',
        },
        ldap: {
          port: { value: 'ldap.port' },
          when: value('ldap.toml'),
          description: 'LDAP server, while ldap.toml is set',
        },
      },
      features: {
        credentials: {},
        rbac: {
          own: false,
          when: value('dashboardLoader.enabled'),
          namespaces: 'config.namespaces',
          rules: [{ apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'list', 'watch'] }],
        },
        ingress: {},
        httpRoute: {},
        monitoring: {
          path: '{{ include "grafana.basePath" . }}/metrics',
          dashboards: ['grafana.json', 'overview.json'],
          alerts: [
            {
              alert: 'GrafanaDown',
              expr: 'absent(up{%selector%} == 1)',
              for: '10m',
              severity: 'warning',
              summary: 'Grafana cannot be scraped.',
            },
            {
              alert: 'GrafanaErrors',
              expr: 'sum(rate(grafana_http_request_duration_seconds_count{%selector%,status_code=~"5.."}[10m])) / sum(rate(grafana_http_request_duration_seconds_count{%selector%}[10m])) > 0.05',
              for: '15m',
              severity: 'warning',
              summary: 'More than one request to Grafana in twenty fails.',
            },
          ],
        },
      },
      values: {
        updateStrategy: { type: 'Recreate' },
        resources: { requests: { cpu: '100m', memory: '192Mi' }, limits: { memory: '512Mi' } },
      },
    },
  },
  connections: {
    prometheus: {
      ...shown,
      type: 'http',
      chart: 'prometheus',
      description: 'Metrics and alerts; the default data source.',
      env: { PROMETHEUS_URL: 'url' },
    },
    alertmanager: {
      ...shown,
      type: 'http',
      chart: 'alertmanager',
      description: 'Silences and alerts that were sent.',
      env: { ALERTMANAGER_URL: 'url' },
    },
    jaeger: {
      ...shown,
      type: 'http',
      chart: 'jaeger',
      description: 'Traces.',
      env: { JAEGER_URL: 'url' },
    },
    postgres: {
      type: 'postgres',
      chart: 'postgres',
      optional: true,
      bundled: false,
      description: 'Users, folders and settings, instead of a file on the volume.',
      env: {
        GF_DATABASE_HOST: '{host}:{port}',
        GF_DATABASE_NAME: 'database',
        GF_DATABASE_USER: 'username',
        GF_DATABASE_PASSWORD: 'password',
        GF_DATABASE_CA_CERT_PATH: 'ca',
      },
      // Grafana writes it into a text of words for libpq without quotes, and replaces what is in ${…} before.
      refuses: { GF_DATABASE_PASSWORD: " '{\\\\" },
      client: {},
    },
    redis: {
      ...shown,
      type: 'redis',
      chart: 'redis',
      when: gt(value('replicaCount'), 1),
      description: 'Where several pods agree which of them sends an alert.',
      env: {
        GF_UNIFIED_ALERTING_HA_REDIS_ADDRESS: '{host}:{port}',
        GF_UNIFIED_ALERTING_HA_REDIS_USERNAME: 'username',
        GF_UNIFIED_ALERTING_HA_REDIS_PASSWORD: 'password',
        GF_UNIFIED_ALERTING_HA_REDIS_TLS_CA_PATH: 'ca',
      },
    },
  },
  provides: { type: 'http' },
  values: { global: { monitoring: { grafana: true } } },
  notes: [
    'Data sources follow the connections: in an umbrella those of the members that are enabled, alone those whose `connections.<name>.host` is set, and `extraDatasources`. The pages of a Jaeger outside are at `connections.jaeger.host`; `global.members.jaeger.external` is where traces go. Dashboards come from every ConfigMap of the namespace labelled `grafana_dashboard: "1"`, into the folder that its annotation `grafana_folder` names. Members of the umbrella bring theirs by themselves; charts that are releases of their own do with `global.monitoring.grafana=true`.',
    'The password of the admin and the key that encrypts stored credentials are generated once and kept in the Secret; an upgrade never changes them. Grafana takes the password at its first start only. To set another one later: `kubectl exec deployment/<fullname> -- grafana cli admin reset-admin-password NEW`, and write it into the Secret too.',
    'Without `connections.postgres` its database is one file on the volume, so that there is one pod, and an upgrade stops it for a moment. With it, and `persistence.enabled=false`, `replicaCount` may be higher: sessions are in the database, and the pods agree by `connections.redis` which of them sends an alert. Set `updateStrategy.type=RollingUpdate` then.',
    '`dashboards` are fetched before Grafana starts, each at most 4 MiB; one that does not come is said in the log of the container `fetch-dashboards`, and the copy of the last time is taken from the volume. A variable `DS_…` in them becomes the data source that the entry names.',
    '`alerting` is a provisioning file: rules, contact points, policies. Grafana replaces `$` in it: `$__file{/run/credentials/KEY}` is a key of `credentials`, and a `$` of a template is written `$$`. What is taken out of the values stays in Grafana until `deleteRules` or `deleteContactPoints` names it.',
    'Logins by LDAP are the text of `ldap.toml`, with `bind_password = "$__file{/run/credentials/KEY}"`. Servers on other ports than the ones in values need `networkPolicy.extraEgress`, and so do mail, LDAP and webhooks inside the cluster.',
    'Nothing is fetched from the internet unless `config.plugins` or `dashboards` lists something.',
  ],
});
