import { any, defineChart, eq, include, ne, printed, value } from '@chartwright/nx/define';

const rustfs = {
  when: eq(value('engine'), 'rustfs'),
  repository: 'rustfs/rustfs',
  tag: '1.0.1',
  digest: 'sha256:1803faef57627e2d9c2e7d89d655d712ddded5389040054987163043fecb6a3c',
};

const image = {
  registry: 'docker.io',
  repository: 'pgsty/silo',
  digest: 'sha256:635197cb9f36d01bee221d34d1c7d7960f6a95c48b0b6c01d99cd13bdae51a46',
  variants: [
    rustfs,
    {
      when: eq(value('engine'), 'minio'),
      repository: 'cloudpirates/image-minio',
      tag: 'RELEASE.2025-10-15T17-29-55Z-hardened',
      digest: 'sha256:8dc02a7e509336c8bbb67962086d691bdcde20a2c9327ed68e5081a681f6dbfc',
    },
  ],
};

/** The client of Silo and MinIO; RustFS is asked with what its own image holds. */
const client = {
  registry: 'docker.io',
  repository: 'pgsty/mc',
  tag: 'RELEASE.2026-09-16T00-00-00Z',
  digest: 'sha256:cfc83108c3abb371f8fb84d99c1fdc88f8c237e022409b0081fb7c0a3be634dd',
  variants: [rustfs],
};

/** Prometheus cannot make a token for itself; whether it is there decides nothing, so that nothing restarts when it comes. */
const METRICS_AUTH = {
  template:
    '{{ ternary (ternary "jwt" "public" (or .Values.ingress.enabled .Values.httpRoute.enabled)) .Values.config.metricsAuth (eq .Values.config.metricsAuth "auto") | quote }}',
};

/** Name, versioning, quota, days and anonymous access, one bucket in a line. */
const BUCKETS = {
  template:
    '{{ $lines := list }}{{ range $name, $bucket := .Values.buckets }}{{ $lines = append $lines (printf "%s %t %s %d %d %s" $name ($bucket.versioning | default false) ($bucket.quota | default "-") (int64 ($bucket.expireDays | default 0)) (int64 ($bucket.expireNoncurrentDays | default 0)) ($bucket.anonymous | default "none")) }}{{ end }}{{ join "\\n" $lines | quote }}',
};

/** What requests are signed for; a server without a region takes any. */
const REGION = { template: '{{ .Values.config.region | default "us-east-1" | quote }}' };

const certificate = {
  secret: '{{ .Values.tls.existingSecret | quote }}',
  when: value('tls.enabled'),
  mode: 0o440,
};

export default defineChart({
  name: 'minio',
  version: '0.1.0',
  appVersion: 'RELEASE.2026-09-16T00-00-00Z',
  description:
    'Object storage that speaks S3: Silo, the maintained fork of MinIO, or RustFS or MinIO itself, with buckets and a user for each client.',
  home: 'https://silo.pgsty.com',
  sources: [
    'https://github.com/pgsty/silo',
    'https://github.com/rustfs/rustfs',
    'https://github.com/minio/minio',
  ],
  keywords: ['s3', 'minio', 'silo', 'rustfs', 'object-storage'],
  category: 'storage',
  umbrellas: ['ai-platform'],
  first: ['engine', 'buckets', 'clients', 'auth.password', 'console.enabled'],
  workloads: {
    main: {
      kind: 'StatefulSet',
      login: true,
      singleton: true,
      image,
      script: 'start.sh',
      env: { MINIO_UPDATE: 'off', MINIO_PROMETHEUS_AUTH_TYPE: METRICS_AUTH },
      ports: { s3: 9000, console: 9001 },
      health: `{{ ternary "/health" "/minio/health/ready" (${printed(rustfs.when)}) }}`,
      storage: { name: 'data', mountPath: '/data', size: '10Gi' },
      mounts: { tls: { ...certificate, path: '/run/tls' } },
      features: {
        ingress: {},
        httpRoute: {},
        monitoring: {
          port: 's3',
          path: '/minio/v2/metrics/cluster',
          when: ne(value('engine'), 'rustfs'),
          dashboards: ['minio.json'],
          alerts: [
            {
              alert: 'MinioDown',
              expr: 'absent(minio_cluster_health_status{%selector%})',
              for: '5m',
              severity: 'critical',
              summary: 'The object store says nothing about itself.',
            },
            {
              alert: 'MinioUnhealthy',
              expr: 'minio_cluster_health_status{%selector%} == 0 or minio_cluster_drive_offline_total{%selector%} > 0',
              for: '2m',
              severity: 'critical',
              summary: 'The object store cannot use its volume.',
            },
            {
              alert: 'MinioSpaceLow',
              expr: 'minio_cluster_capacity_usable_free_bytes{%selector%} / minio_cluster_capacity_usable_total_bytes{%selector%} < 0.1',
              for: '15m',
              severity: 'warning',
              summary: 'Less than a tenth of the volume is free.',
            },
            {
              alert: 'MinioServerErrors',
              expr: 'sum(rate(minio_s3_requests_5xx_errors_total{%selector%}[5m])) / sum(rate(minio_s3_requests_total{%selector%}[5m])) > 0.05',
              for: '10m',
              severity: 'warning',
              summary: 'More than one request in twenty fails in the object store.',
            },
            {
              alert: 'MinioWrongKeys',
              expr: 'sum(rate(minio_s3_requests_rejected_auth_total{%selector%}[5m])) > 1',
              for: '10m',
              severity: 'warning',
              summary: 'Somebody asks with a wrong key every second.',
            },
          ],
        },
      },
      terminationGracePeriodSeconds: 60,
      values: { resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '1Gi' } } },
    },
    provision: {
      kind: 'Job',
      description:
        'Creates buckets, and a user for each client; it updates what differs and deletes nothing.',
      when: any(include('minio.clients'), value('buckets')),
      image: client,
      script: 'provision.sh',
      env: {
        ENGINE: { template: '{{ .Values.engine | quote }}' },
        TLS: { template: '{{ .Values.tls.enabled | quote }}' },
        REGION,
        BUCKETS,
      },
      connections: ['store'],
      mounts: {
        certificate: {
          ...certificate,
          path: '/run/tls/tls.crt',
          subPath: '{{ .Values.tls.certificateKey | quote }}',
        },
      },
      features: { clientCredentials: {} },
      values: {
        activeDeadlineSeconds: 900,
        resources: { requests: { cpu: '10m', memory: '32Mi' }, limits: { memory: '256Mi' } },
      },
    },
    mirror: {
      kind: 'CronJob',
      description: 'Copies new objects to another store.',
      when: value('mirror.enabled'),
      image: {
        registry: 'docker.io',
        repository: 'rclone/rclone',
        tag: '1.75.2',
        digest: 'sha256:2687085f718d3c628f7fdfb77c52a1d344332aed543110bb88088f2c70d43eb5',
      },
      script: 'mirror.sh',
      env: {
        TLS: { template: '{{ .Values.tls.enabled | quote }}' },
        REGION,
        BUCKETS: { template: '{{ join " " .Values.mirror.buckets | quote }}' },
        DELETE: { value: 'delete' },
        TARGET_URL: { value: 'target.url' },
        TARGET_REGION: { value: 'target.region' },
        TARGET_BUCKET: { value: 'target.bucket' },
        TARGET_USERNAME_KEY: { value: 'target.usernameKey' },
        TARGET_PASSWORD_KEY: { value: 'target.passwordKey' },
      },
      connections: ['store'],
      mounts: {
        certificate: {
          ...certificate,
          path: '/run/tls/tls.crt',
          subPath: '{{ .Values.tls.certificateKey | quote }}',
        },
        target: {
          secret: '{{ .Values.mirror.target.existingSecret | quote }}',
          path: '/run/target',
          mode: 0o440,
        },
      },
      egress: {
        store: { port: { value: 'mirror.target.port' }, description: 'the other store' },
      },
      values: {
        schedule: '30 3 * * *',
        activeDeadlineSeconds: 21600,
        resources: { requests: { cpu: '50m', memory: '64Mi' }, limits: { memory: '512Mi' } },
      },
    },
  },
  connections: {
    store: {
      type: 's3',
      workload: 'main',
      description: 'The server, as its root user.',
      env: { STORE_URL: 'url', ROOT_USER: 'username', ROOT_PASSWORD: 'password' },
    },
  },
  provides: { type: 's3', port: 's3', tls: 'tls.enabled', region: 'config.region' },
  notes: [
    'Silo is the default because somebody keeps it: it is MinIO under the same license (AGPL-3.0, which binds whoever changes it and offers the result to others, not who uses it), with a release each month and repaired security holes, and it reads the volumes of MinIO as MinIO reads its. RustFS has the freer license (Apache-2.0), but its first stable release is of September 2026, and it has no metrics for Prometheus. MinIO itself has ended: its project is archived and its images were taken down; `engine=minio` runs the last release from an image that others built, for volumes that must not change hands yet.',
    'Each client of `clients` has a user, a Secret `<fullname>-<client>` with `username` and `password`, and a policy for its buckets alone, or the one of `statements`, which nobody checks but the store; the first bucket has its name where none is listed. The Job `<fullname>-provision-…` makes them, again after each change of the values. It deletes nothing: a client that is taken out of the values keeps its user until `mc admin user remove` ends it, and buckets stay.',
    'A bucket that is listed in `buckets` has the versioning, quota, expiry and anonymous access that the values say, and what was set by hand is undone by the next run; the buckets of clients that are not listed there are left as they are. Without `anonymous` nobody reads a listed bucket without a key.',
    'The root user is generated on the first install and kept in the Secret `<fullname>` under `username` and `password`; upgrading, uninstalling and installing again do not change it. Applications should be clients instead. The console on port 9001 takes the same users: `kubectl port-forward service/<fullname> 9001`, or a host of the Ingress whose path has `port: console`.',
    'Metrics name every bucket. They are open to all who reach the S3 port, which the NetworkPolicy keeps to clients and Prometheus, so that the store does not restart when Prometheus comes; `config.metricsAuth: jwt` closes them. With an Ingress or an HTTPRoute everybody else would read them too: there they are closed, and monitoring needs `public`.',
    'With `tls.enabled` both ports speak HTTPS and nothing else. Clients of the umbrella then use `https`; unless they know the authority of the certificate, name a Secret with it as ca.crt in `global.members.minio.caSecret`, or in `connections.s3.caSecret` of a chart alone. An Ingress must speak HTTPS to the Service too (`nginx.ingress.kubernetes.io/backend-protocol: HTTPS`). A renewed certificate is taken up without a restart, a broken one leaves the old in place. When it ends is a metric of cert-manager (`certmanager_certificate_expiration_timestamp_seconds`), of none of the programs here.',
    'There is one server with one volume. A disk that fails takes the buckets with it: `mirror.enabled` copies them to another S3 store each night, never deletes there unless told to, and then nothing of a bucket that is empty here, and leaves it to the versions and rules of that store how long old copies stay. To restore, start `rclone copy` the other way round, from `<bucket>/<name>` there to `<name>` here.',
    'Silo and MinIO take over the volumes of each other. RustFS reads neither, so changing to or from it over a kept volume is refused, by the upgrade and by the server: install a second release with the other engine and copy the buckets with `rclone`.',
    'To use a store outside of the cluster, do not enable this chart: set `connections.<name>.host` and `existingSecret` of each consumer, or in an umbrella `global.members.minio.external` with a Secret that has `<client>-username` and `<client>-password` for each client; `clients` there names another Secret or other keys of a single one. Its buckets have to exist.',
  ],
});
