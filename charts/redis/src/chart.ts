import { defineChart, eq, value } from '@chartwright/nx/define';

const image = {
  registry: 'docker.io',
  repository: 'library/redis',
  digest: 'sha256:c94085d298b738be22c9ccdc0ac3761fa6649df7dd82ad1d42367f3cb9714935',
  variants: [
    {
      when: eq(value('engine'), 'valkey'),
      repository: 'valkey/valkey',
      tag: '9.1.2',
      digest: 'sha256:418652cfb58ef879d4978c33553735d7147016032d5aefaa14c828e611eb9dfd',
    },
  ],
};

/** The server's own client, ready to be followed by a command; it looks at its own server and need not check whose certificate that is. */
const CLI = {
  template:
    '{{ printf "%s-cli%s" .Values.engine (ternary (printf " --tls --insecure --cert /run/tls/%s --key /run/tls/%s" .Values.tls.certificateKey .Values.tls.privateKeyKey) "" .Values.tls.enabled) | quote }}',
};

/** User, key of the password and permissions, one user in a line. */
const USERS = {
  template:
    '{{ $lines := list }}{{ range $name, $user := .Values.auth.users }}{{ $lines = append $lines (printf "%s %s %s" $name ($user.passwordKey | default $name) $user.permissions) }}{{ end }}{{ join "\\n" $lines | quote }}',
};

/** A given password that changes brings new pods; the permissions beside it do so anyway. */
const USERS_CHECKSUM = { template: '{{ .Values.auth.users | toJson | sha256sum | quote }}' };

const MAX_MEMORY = { template: '{{ include "redis.maxMemory" . | quote }}' };

/** Further settings, one in a line. */
const EXTRA_CONFIG = {
  template:
    '{{ $lines := list }}{{ range $name, $value := .Values.extraConfig }}{{ range kindIs "slice" $value | ternary $value (list $value) }}{{ $lines = append $lines (printf "%s %v" $name (ternary (toJson .) . (kindIs "float64" .))) }}{{ end }}{{ end }}{{ join "\\n" $lines | quote }}',
};

const mounts = {
  users: {
    secret: '{{ include "redis.usersSecret" . | quote }}',
    path: '/run/users',
    when: value('auth.users'),
    mode: 0o440,
  },
  tls: {
    secret: '{{ .Values.tls.existingSecret | quote }}',
    path: '/run/tls',
    when: value('tls.enabled'),
    mode: 0o440,
  },
};

const answers = ['sh', '-c', '$CLI ping | grep -q PONG'];

const startup = { exec: { command: answers }, periodSeconds: 2, timeoutSeconds: 5, failureThreshold: 150 };
const liveness = { tcpSocket: { port: 'redis' }, periodSeconds: 15, timeoutSeconds: 5, failureThreshold: 4 };

const exporter = {
  description: 'Serves the metrics of the server to Prometheus.',
  enabled: false,
  image: {
    registry: 'docker.io',
    repository: 'oliver006/redis_exporter',
    tag: 'v1.93.0-alpine',
    digest: 'sha256:93831cd4d5d67687de67c9d5221b14312fea580af8d157583ed9d4459bf2dd70',
  },
  env: {
    REDIS_ADDR: {
      template: '{{ printf "%s://127.0.0.1:6379" (ternary "rediss" "redis" .Values.tls.enabled) | quote }}',
    },
    REDIS_EXPORTER_SKIP_TLS_VERIFICATION: { template: '{{ .Values.tls.enabled | quote }}' },
  },
  settings: { REDIS_PASSWORD: 'REDISCLI_AUTH' },
  liveness: { httpGet: { path: '/health', port: 'metrics' }, periodSeconds: 30 },
  readiness: { httpGet: { path: '/health', port: 'metrics' }, periodSeconds: 10 },
};

const resources = { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '512Mi' } };

export default defineChart({
  name: 'redis',
  version: '0.1.0',
  appVersion: '8.10.2',
  description:
    'Redis or Valkey with a password, users, TLS, append-only file, snapshots, and replicas to read from.',
  home: 'https://redis.io',
  sources: ['https://github.com/redis/redis', 'https://github.com/valkey-io/valkey'],
  keywords: ['redis', 'valkey', 'cache', 'database'],
  category: 'database',
  umbrellas: ['ai-platform'],
  first: ['auth.password', 'architecture', 'config.maxMemory', 'config.maxMemoryPolicy', 'tls.enabled'],
  workloads: {
    main: {
      kind: 'StatefulSet',
      login: true,
      singleton: true,
      image,
      user: 999,
      script: 'start.sh',
      env: { CLI, USERS, USERS_CHECKSUM, MAX_MEMORY, EXTRA_CONFIG },
      ports: { redis: 6379 },
      probes: {
        startup,
        liveness,
        readiness: { exec: { command: answers }, periodSeconds: 10, timeoutSeconds: 5 },
      },
      storage: { name: 'data', mountPath: '/data', size: '8Gi' },
      mounts,
      sidecars: { exporter: { ...exporter, ports: { metrics: { port: 9121, open: 'monitoring' } } } },
      features: {
        monitoring: {
          port: 'metrics',
          path: '/metrics',
          sidecar: 'exporter',
          dashboards: ['redis.json'],
          alerts: [
            {
              alert: 'RedisDown',
              expr: 'redis_up{%selector%} == 0',
              for: '2m',
              severity: 'critical',
              summary: 'Redis does not answer its exporter.',
            },
            {
              alert: 'RedisMemoryHigh',
              expr: 'redis_memory_used_bytes{%selector%} / redis_memory_max_bytes{%selector%} > 0.9 and redis_memory_max_bytes{%selector%} > 0',
              for: '10m',
              severity: 'warning',
              summary: 'Redis uses more than nine tenths of its memory.',
            },
            {
              alert: 'RedisSnapshotFailed',
              expr: 'redis_rdb_last_bgsave_status{%selector%} == 0',
              for: '5m',
              severity: 'critical',
              summary: 'Redis could not write its last snapshot.',
            },
            {
              alert: 'RedisRejectsConnections',
              expr: 'increase(redis_rejected_connections_total{%selector%}[5m]) > 0',
              for: '5m',
              severity: 'warning',
              summary: 'Redis refuses connections because there are too many.',
            },
            {
              alert: 'RedisReplicaLag',
              expr: 'max(redis_connected_slave_lag_seconds{%selector%}) > 30',
              for: '5m',
              severity: 'warning',
              summary: 'A replica has not confirmed anything for more than thirty seconds.',
            },
          ],
        },
      },
      values: { resources },
    },
    read: {
      kind: 'StatefulSet',
      description: 'Read-only replicas; architecture=replication starts them.',
      when: eq(value('architecture'), 'replication'),
      image: 'main',
      user: 999,
      script: 'start.sh',
      settings: true,
      env: { CLI, USERS, USERS_CHECKSUM, MAX_MEMORY, EXTRA_CONFIG },
      connections: ['primary'],
      ports: { redis: 6379 },
      probes: {
        startup,
        liveness,
        readiness: {
          exec: { command: ['sh', '-c', '$CLI info replication | grep -q ^master_link_status:up'] },
          periodSeconds: 10,
          timeoutSeconds: 5,
        },
      },
      storage: { name: 'data', mountPath: '/data', size: '8Gi' },
      mounts,
      sidecars: {
        exporter: {
          ...exporter,
          description: 'Serves the metrics of the replica to Prometheus.',
          ports: { metrics: { port: 9121, open: 'monitoring' } },
        },
      },
      features: {
        serviceReach: {},
        monitoring: {
          port: 'metrics',
          path: '/metrics',
          sidecar: 'exporter',
          dashboards: ['redis-replicas.json'],
          alerts: [
            {
              alert: 'RedisReplicaDown',
              expr: 'redis_up{%selector%} == 0',
              for: '2m',
              severity: 'warning',
              summary: 'A replica does not answer its exporter.',
            },
            {
              alert: 'RedisReplicaLinkDown',
              expr: 'redis_master_link_up{%selector%} == 0',
              for: '2m',
              severity: 'critical',
              summary: 'A replica has lost the primary and serves nothing or old data.',
            },
          ],
        },
      },
      values: { replicaCount: 2, persistence: { enabled: false }, resources },
    },
  },
  connections: {
    primary: {
      type: 'redis',
      workload: 'main',
      description: 'The server that replicas copy.',
      orders: false,
      env: { PRIMARY_HOST: 'host', PRIMARY_PORT: 'port', PRIMARY_PASSWORD: 'password' },
    },
  },
  provides: { type: 'redis', port: 'redis', tls: 'tls.enabled' },
  notes: [
    'The password is generated on the first install and kept: upgrading, rolling back, uninstalling and installing again do not change it.',
    'There is one primary. With `architecture: replication` the Service `<fullname>-read` leads to copies of it, which take no writes; a client chooses it by its host. A replica is ready while its link to the primary is up, and begins anew with a full copy where `read.persistence` is off. There is no Sentinel on purpose: a primary that fails comes back under the same name with its data within seconds, while Sentinel needs clients that ask it, a quorum of its own, and loses track of pods whose addresses change.',
    'Redis and Valkey do not read the files of each other. Changing `engine` over a kept volume is refused by the upgrade, and by the server itself; install a second release and copy the keys. Valkey takes over what Redis up to 7.2 has written.',
    'With `tls.enabled` the server speaks TLS on 6379 and nothing else; clients use `rediss://` and check the certificate with `ca.crt` of the Secret that their `connections.redis.caSecret`, or `global.members.redis.caSecret` in an umbrella, names. Pods that wait for it see only that the port is open, because their small image cannot check certificates.',
    'A renewed certificate is taken within two minutes after the kubelet has it, without a restart; a broken one leaves the old in place, and the log says so. When it ends is a metric of cert-manager (`certmanager_certificate_expiration_timestamp_seconds`), of none of the programs here. With `tls.clientCertificates` clients of your own show a certificate too.',
    '`extraConfig` is redis.conf: nobody checks it but the server. `disabledCommands` takes commands from everybody, `auth.users` from single users. A replica that hears nothing of its primary for ten seconds connects anew.',
    'The keys of `auth.users` are users beside the default one. Their passwords are in the Secret `<fullname>-users`, a key for each user; in a Secret of your own, `auth.usersSecret`, `passwordKey` names it.',
  ],
});
