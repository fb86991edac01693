import { any, defineChart, get, value } from '@chartwright/nx/define';

const ruleLoader = {
  description: 'Brings rules into the running server: those of every ConfigMap labelled prometheus-rules=1.',
  image: {
    registry: 'quay.io',
    repository: 'kiwigrid/k8s-sidecar',
    tag: '2.11.2',
    digest: 'sha256:2912be006f62f9ea080194cf6d3afcd90daead8d101d0ba686a137a849f6a4f6',
  },
  env: {
    LABEL: 'prometheus-rules',
    LABEL_VALUE: '1',
    RESOURCE: 'configmap',
    METHOD: 'WATCH',
    NAMESPACE: {
      template: '{{ prepend .Values.config.namespaces .Release.Namespace | join "," | quote }}',
    },
    FOLDER: '/rules',
    // Without it, rules of one name from two namespaces would be one file.
    UNIQUE_FILENAMES: 'true',
    IGNORE_ALREADY_PROCESSED: 'true',
    HEALTH_PORT: '8081',
    LOG_FORMAT: 'LOGFMT',
    PYTHONDONTWRITEBYTECODE: '1',
  },
  mounts: { rules: '/rules', tmp: '/tmp', 'api-token': '/var/run/secrets/kubernetes.io/serviceaccount' },
  ports: { health: { port: 8081, open: 'nobody' as const } },
  liveness: { ...get('/healthz', 'health'), initialDelaySeconds: 30, periodSeconds: 20, failureThreshold: 6 },
  readiness: { ...get('/healthz', 'health'), periodSeconds: 10 },
  values: { resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '128Mi' } } },
};

const alerts = [
  {
    alert: 'PrometheusTargetDown',
    expr: 'up{namespace="{{ .Release.Namespace }}"} == 0',
    for: '10m',
    severity: 'warning' as const,
    summary: 'Metrics of a pod cannot be scraped.',
  },
  {
    alert: 'PrometheusConfigRefused',
    expr: 'prometheus_config_last_reload_successful{%selector%} == 0',
    for: '5m',
    severity: 'critical' as const,
    summary: 'Prometheus refused its changed configuration or rules and goes on with the old ones.',
  },
  {
    alert: 'PrometheusRuleFails',
    expr: 'increase(prometheus_rule_evaluation_failures_total{%selector%}[10m]) > 0',
    for: '5m',
    severity: 'critical' as const,
    summary: 'A rule cannot be evaluated, so that its alert would not come.',
  },
  {
    alert: 'PrometheusNotificationsFail',
    expr: 'rate(prometheus_notifications_errors_total{%selector%}[5m]) > 0',
    for: '15m',
    severity: 'critical' as const,
    summary: 'Alerts do not reach Alertmanager.',
  },
  {
    alert: 'PrometheusSamplesLost',
    expr: 'rate(prometheus_remote_storage_samples_failed_total{%selector%}[5m]) > 0',
    for: '15m',
    severity: 'warning' as const,
    summary: 'The remote storage refuses samples.',
  },
  {
    alert: 'PrometheusCompactionFails',
    expr: 'increase(prometheus_tsdb_compactions_failed_total{%selector%}[3h]) > 0',
    for: '1h',
    severity: 'warning' as const,
    summary: 'Prometheus cannot compact its data. Look whether the volume is full.',
  },
];

export default defineChart({
  name: 'prometheus',
  version: '0.1.0',
  appVersion: '3.15.0',
  description: 'Prometheus for one namespace: finds what announces metrics, evaluates rules, keeps samples.',
  home: 'https://prometheus.io',
  sources: ['https://github.com/prometheus/prometheus', 'https://github.com/kiwigrid/k8s-sidecar'],
  keywords: ['prometheus', 'metrics', 'monitoring', 'alerts'],
  category: 'monitoring-logging',
  umbrellas: ['ai-platform'],
  first: [
    'config.retention.time',
    'config.retention.size',
    'config.namespaces',
    'extraScrapeConfigs',
    'remoteWrite',
  ],
  workloads: {
    main: {
      kind: 'StatefulSet',
      singleton: true,
      image: {
        registry: 'quay.io',
        repository: 'prometheus/prometheus',
        tag: 'v3.15.0',
        digest: 'sha256:efd719c99d83b060d9daefdcf00360461adf279f45ef5391f8d111892118753e',
      },
      user: 65534,
      args: [
        '--config.file=/etc/prometheus/prometheus.yml',
        '--config.auto-reload',
        '--storage.tsdb.path=/prometheus',
        { template: '{{ printf "--web.external-url=%s" (include "prometheus.externalUrl" .) | quote }}' },
        '--web.config.file=/etc/prometheus/web.yml',
        {
          template:
            '{{ printf "--log.level=%s" .Values.config.logLevel | quote }}{{ range .Values.extraArgs }}, {{ . | quote }}{{ end }}',
        },
      ],
      ports: { http: 9090 },
      health: '{{ include "prometheus.basePath" . }}/-/ready',
      alive: '{{ include "prometheus.basePath" . }}/-/healthy',
      probes: {
        startup: { periodSeconds: 5, failureThreshold: 180 },
        liveness: { periodSeconds: 15, timeoutSeconds: 10, failureThreshold: 6 },
        readiness: { periodSeconds: 10, timeoutSeconds: 5 },
      },
      storage: { name: 'data', mountPath: '/prometheus', size: '10Gi' },
      writable: { rules: '/rules' },
      files: {
        'prometheus.yml.tpl': '/etc/prometheus/prometheus.yml',
        'web.yml.tpl': '/etc/prometheus/web.yml',
      },
      sidecars: { ruleLoader },
      egress: {
        outside: {
          port: 443,
          urls: ['remoteWrite', 'extraScrapeConfigs', 'config.extra'],
          when: any(value('remoteWrite'), value('extraScrapeConfigs'), value('config.extra')),
          description:
            'remote storage and targets outside, while remoteWrite, extraScrapeConfigs or config.extra name some',
        },
      },
      features: {
        files: { folder: '/etc/prometheus' },
        credentials: {},
        rbac: {
          namespaces: 'config.namespaces',
          rules: [
            {
              apiGroups: ['discovery.k8s.io'],
              resources: ['endpointslices'],
              verbs: ['get', 'list', 'watch'],
            },
            {
              apiGroups: [''],
              resources: ['services', 'pods', 'configmaps'],
              verbs: ['get', 'list', 'watch'],
            },
          ],
        },
        namespaceEgress: { namespaces: 'config.namespaces' },
        ingress: {},
        httpRoute: {},
        monitoring: {
          path: '{{ include "prometheus.basePath" . }}/metrics',
          dashboards: ['prometheus.json'],
          alerts,
        },
      },
      terminationGracePeriodSeconds: 300,
      values: { resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '1Gi' } } },
    },
  },
  connections: {
    alertmanager: {
      type: 'http',
      chart: 'alertmanager',
      optional: true,
      orders: false,
      bundled: false,
      description: 'Where alerts go.',
      env: { ALERTMANAGER_URL: 'url' },
    },
  },
  provides: { type: 'http', path: 'prometheus.basePath' },
  values: { global: { monitoring: { prometheus: true } } },
  notes: [
    'It scrapes every Service of its namespace with the annotations `prometheus.io/scrape: "true"` and `prometheus.io/port`, also `prometheus.io/path` and `prometheus.io/scheme`. The charts of this repository set them, and let it in, when it is a member of their umbrella; as releases of their own they do with `global.monitoring.prometheus=true`. The series have the labels `namespace`, `service` and `pod`, as with the Prometheus Operator.',
    'It has rights in its own namespace and in those of `config.namespaces`, where a Role is made for it; none in the whole cluster.',
    'Rules come from every ConfigMap labelled `prometheus-rules: "1"`; those of `monitoring.prometheusRule.extraRules` are added to its own. A changed rule or configuration is taken within a minute or two, without a restart; what it refuses leaves the old one in force and raises PrometheusConfigRefused.',
    'It deletes the oldest samples when they take four fifths of `persistence.size`, or `config.retention.size` where that is set; the rest is room for compaction. With `persistence.existingClaim` say the size of that claim in `persistence.size`.',
    'With a Prometheus Operator in the cluster leave this chart out and set `global.monitoring.operator=true` in the others.',
  ],
});
