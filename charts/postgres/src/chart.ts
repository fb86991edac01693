import { all, any, defineChart, eq, include, ne, value } from '@chartwright/nx/define';

/** Digests are those of the tags' indexes. */
const image = {
  registry: 'docker.io',
  repository: 'library/postgres',
  digest: 'sha256:74935e72241653ca55e0414067e6d8763aceb8a810eb51b452253ec3dcfc4336',
  variants: [
    {
      when: eq(value('majorVersion'), 17),
      tag: '17.11',
      digest: 'sha256:2d2b8998d31037bf721cfdf764d76ba74171b4fab3431b7f72c27c56ddbdf9e3',
    },
    {
      when: eq(value('majorVersion'), 16),
      tag: '16.15',
      digest: 'sha256:65b16a8b326e0cfbdf33fa7e783f2a0cb352a61448616ccccfd616ef42aa0f65',
    },
  ],
};

/** What a session of the superuser needs beside its password; programs of PostgreSQL read it. */
const SUPERUSER = {
  PGHOST: { template: '{{ include "postgres.host" . | quote }}' },
  PGPORT: { template: '{{ include "postgres.port" . | quote }}' },
  PGUSER: {
    template: '{{ ternary .Values.external.username "postgres" (eq .Values.mode "external") | quote }}',
  },
  PGSSLMODE: { template: '{{ ternary .Values.external.sslMode "prefer" (eq .Values.mode "external") }}' },
};

const SERVER_OUTSIDE = {
  server: {
    port: { value: 'external.port' },
    cidrs: 'external.cidrs',
    when: value('external.host'),
    description: 'the server of mode external',
  },
};

const S3 = {
  RCLONE_CONFIG_STORE_TYPE: 's3',
  RCLONE_CONFIG_STORE_PROVIDER: 'Other',
  RCLONE_CONFIG_STORE_ENV_AUTH: 'true',
  RCLONE_CONFIG_STORE_NO_CHECK_BUCKET: 'true',
  PREFIX: { template: '{{ include "postgres.backupFolder" . | quote }}' },
};

/** Backups lie on a volume, or on their way from and to the bucket in a scratch folder. */
const FOLDER = {
  template: '{{ ternary "/backups" "/tmp/backups" (eq .Values.backup.destination "volume") }}',
};

/** The restore that backups and clients come after, until it is done. */
const RESTORE_ID = { template: '{{ .Values.restore.id | quote }}' };

const backups = {
  claim: '{{ include "postgres.backupClaim" . | quote }}',
  path: '/backups',
  when: eq(value('backup.destination'), 'volume'),
  writable: true,
};

const rclone = {
  registry: 'docker.io',
  repository: 'rclone/rclone',
  tag: '1.75.2',
  digest: 'sha256:2687085f718d3c628f7fdfb77c52a1d344332aed543110bb88088f2c70d43eb5',
};

/** A backup is dumped with the programs of the server's version, and stored by a program that knows volumes and buckets. */
const backup = {
  user: 999,
  script: 'store.sh',
  init: {
    dump: { description: 'Dumps the databases.', image: 'main', script: 'dump.sh' },
  },
  env: {
    ...SUPERUSER,
    ...S3,
    TIMEOUT: '300',
    FOLDER,
    DESTINATION: { template: '{{ .Values.backup.destination }}' },
    KEEP_LAST: { template: '{{ int64 .Values.backup.keepLast | quote }}' },
    KEEP_DAYS: { template: '{{ int64 .Values.backup.keepDays | quote }}' },
    RESTORE_ID,
  },
  connections: ['server', 's3'],
  egress: SERVER_OUTSIDE,
  mounts: { backups },
};

const resources = { requests: { cpu: '100m', memory: '512Mi' }, limits: { memory: '1Gi' } };
const jobResources = { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '256Mi' } };

const backupResources = { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '512Mi' } };

export default defineChart({
  name: 'postgres',
  version: '0.1.0',
  appVersion: '18.6',
  description: 'PostgreSQL with a database and a user for each client, TLS, metrics, backup and restore.',
  home: 'https://www.postgresql.org',
  sources: ['https://github.com/postgres/postgres'],
  keywords: ['postgres', 'postgresql', 'database', 'sql'],
  category: 'database',
  umbrellas: ['ai-platform'],
  first: [
    'clients',
    'auth.password',
    'majorVersion',
    'backup.enabled',
    'config.maxConnections',
    'tls.enabled',
  ],
  workloads: {
    main: {
      kind: 'StatefulSet',
      login: true,
      when: eq(value('mode'), 'standalone'),
      singleton: true,
      image,
      user: 999,
      script: 'start.sh',
      env: {
        PGUSER: 'postgres',
        MAJOR: { template: '{{ include "postgres.major" . | quote }}' },
        VOLUME: { template: '/var/lib/postgresql{{ include "postgres.folder" . }}' },
        PGDATA: { template: '{{ include "postgres.data" . }}' },
        EXPORTER: { template: '{{ .Values.exporter.enabled | quote }}' },
        EXTRA_HBA: { template: '{{ join "\\n" .Values.extraHba | quote }}' },
        EXTRA_CONFIG: { template: '{{ include "postgres.extraConfig" . | quote }}' },
      },
      ports: { postgres: 5432 },
      probes: {
        startup: {
          exec: { command: ['pg_isready', '--quiet', '--host=127.0.0.1'] },
          periodSeconds: 2,
          timeoutSeconds: 5,
          failureThreshold: 900,
        },
        // A server that recovers or shuts down refuses connections (1), and lives.
        liveness: {
          exec: { command: ['sh', '-c', 'pg_isready --quiet --host=127.0.0.1 || [ $? = 1 ]'] },
          periodSeconds: 15,
          timeoutSeconds: 5,
          failureThreshold: 4,
        },
        readiness: {
          exec: { command: ['pg_isready', '--quiet', '--host=127.0.0.1'] },
          periodSeconds: 5,
          timeoutSeconds: 5,
        },
      },
      files: { 'queries.yaml.tpl': '/etc/postgres-exporter/queries.yaml' },
      storage: {
        name: 'data',
        mountPath: '/var/lib/postgresql{{ include "postgres.folder" . }}',
        size: '10Gi',
      },
      writable: { run: '/var/run/postgresql', shm: { path: '/dev/shm', memory: true } },
      connections: [],
      mounts: {
        scripts: {
          configMap: '{{ include "postgres.scripts" . | quote }}',
          path: '/docker-entrypoint-initdb.d',
          when: include('postgres.scripts'),
        },
        tls: {
          secret: '{{ .Values.tls.existingSecret | quote }}',
          path: '/run/tls',
          when: value('tls.enabled'),
          mode: 0o440,
        },
      },
      sidecars: {
        exporter: {
          description: 'Serves the metrics of the server to Prometheus.',
          enabled: false,
          image: {
            registry: 'quay.io',
            repository: 'prometheuscommunity/postgres-exporter',
            tag: 'v0.20.1',
            digest: 'sha256:ac5ec343104fae0e2d84a27bb8d69b38430a11910c5382cad85d478d2bab713e',
          },
          args: [
            {
              template:
                '"--web.listen-address=:9187"{{ range .Values.exporter.extraArgs }}, {{ . | quote }}{{ end }}',
            },
          ],
          env: {
            DATA_SOURCE_NAME: 'host=/var/run/postgresql user=exporter dbname=postgres sslmode=disable',
            PG_EXPORTER_EXTEND_QUERY_PATH: {
              template: '/etc/postgres-exporter/queries.yaml',
              when: value('exporter.queries'),
            },
          },
          mounts: { run: '/var/run/postgresql', files: '/etc/postgres-exporter' },
          ports: { metrics: { port: 9187, open: 'monitoring' } },
          liveness: { httpGet: { path: '/', port: 'metrics' }, periodSeconds: 30 },
          readiness: { httpGet: { path: '/', port: 'metrics' }, periodSeconds: 10 },
        },
      },
      features: {
        monitoring: {
          port: 'metrics',
          path: '/metrics',
          sidecar: 'exporter',
          dashboards: ['postgres.json'],
          alerts: [
            {
              alert: 'PostgresDown',
              expr: 'pg_up{%selector%} == 0',
              for: '2m',
              severity: 'critical',
              summary: 'PostgreSQL does not answer its exporter.',
            },
            {
              alert: 'PostgresConnectionsHigh',
              expr: 'sum(pg_stat_activity_count{%selector%}) / max(pg_settings_max_connections{%selector%}) > 0.85',
              for: '5m',
              severity: 'warning',
              summary: 'More than 85 % of the connections of PostgreSQL are taken.',
            },
            {
              alert: 'PostgresLongTransaction',
              expr: 'max by (datname) (pg_stat_activity_max_tx_duration{%selector%,state=~"active|idle in transaction.*"}) > 3600',
              for: '5m',
              severity: 'warning',
              summary: 'A transaction is open for more than an hour; nothing is cleaned up behind it.',
            },
            {
              alert: 'PostgresDeadlocks',
              expr: 'increase(pg_stat_database_deadlocks{%selector%}[10m]) > 5',
              for: '0m',
              severity: 'warning',
              summary: 'Sessions of PostgreSQL end each other again and again.',
            },
            {
              alert: 'PostgresRollbacksHigh',
              expr: 'sum by (datname) (rate(pg_stat_database_xact_rollback{%selector%}[10m])) / (sum by (datname) (rate(pg_stat_database_xact_commit{%selector%}[10m])) + sum by (datname) (rate(pg_stat_database_xact_rollback{%selector%}[10m]))) > 0.2',
              for: '15m',
              severity: 'warning',
              summary: 'More than a fifth of the transactions of a database are rolled back.',
            },
          ],
        },
      },
      terminationGracePeriodSeconds: 120,
      values: { resources },
    },
    provision: {
      kind: 'Job',
      description:
        'Gives each client its user, password, database and extensions; does so again with every revision.',
      when: all(ne(value('mode'), 'cloudnative-pg'), include('postgres.clients')),
      image: 'main',
      user: 999,
      script: 'provision.sh',
      env: { ...SUPERUSER, TIMEOUT: '300', RESTORE_ID },
      connections: ['server'],
      egress: SERVER_OUTSIDE,
      features: { clientCredentials: {} },
      values: { activeDeadlineSeconds: 90000, resources: jobResources },
    },
    backup: {
      ...backup,
      kind: 'CronJob',
      description: 'Backs up all databases and roles on a schedule.',
      when: value('backup.enabled'),
      image: rclone,
      values: { activeDeadlineSeconds: 43200, resources: backupResources },
    },
    firstBackup: {
      ...backup,
      kind: 'Job',
      description:
        'A first backup where there is none yet, which proves that backups work; backup.atInstall turns it off.',
      when: all(value('backup.enabled'), value('backup.atInstall')),
      image: 'backup',
      init: {
        look: {
          description: 'Looks for a backup that is there already.',
          image: 'backup',
          script: 'look.sh',
        },
        ...backup.init,
      },
      values: { activeDeadlineSeconds: 43200, resources: backupResources },
    },
    restore: {
      kind: 'Job',
      description: 'Restores a backup, once for each restore.id.',
      when: value('restore.id'),
      image: 'main',
      user: 999,
      script: 'restore.sh',
      init: {
        ask: {
          description: 'Asks the server whether this restore is done.',
          image: 'main',
          when: eq(value('backup.destination'), 's3'),
          script: 'ask.sh',
        },
        fetch: {
          description: 'Fetches the backup from the bucket.',
          image: 'backup',
          when: eq(value('backup.destination'), 's3'),
          script: 'fetch.sh',
        },
      },
      env: {
        ...SUPERUSER,
        ...S3,
        TIMEOUT: '300',
        FOLDER,
        RESTORE_ID,
        BACKUP: { template: '{{ .Values.restore.backup | quote }}' },
        DATABASES: { template: '{{ join "\\n" .Values.restore.databases | quote }}' },
        CLEAN: { template: '{{ .Values.restore.clean | quote }}' },
      },
      connections: ['server', 's3'],
      egress: SERVER_OUTSIDE,
      mounts: { backups },
      features: { job: { once: true } },
      values: { backoffLimit: 0, activeDeadlineSeconds: 86400, resources: backupResources },
    },
  },
  connections: {
    server: {
      type: 'postgres',
      workload: 'main',
      description: 'The server of this chart.',
      orders: false,
      env: { PGPASSWORD: 'password' },
    },
    s3: {
      type: 's3',
      chart: 'minio',
      description: 'The store for backups with backup.destination=s3.',
      optional: true,
      when: all(eq(value('backup.destination'), 's3'), any(value('backup.enabled'), value('restore.id'))),
      orders: false,
      bundled: false,
      client: { buckets: ['postgres-backup'] },
      env: {
        RCLONE_CONFIG_STORE_ENDPOINT: 'url',
        RCLONE_CONFIG_STORE_REGION: 'region',
        RCLONE_CONFIG_STORE_ACCESS_KEY_ID: 'username',
        RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY: 'password',
        BUCKET: 'bucket',
        RCLONE_CA_CERT: 'ca',
      },
    },
  },
  provides: { type: 'postgres', port: 'postgres', tls: 'tls.enabled' },
  secretConstants: { username: 'postgres' },
  values: { scratch: { sizeLimit: '50Gi' } },
  notes: [
    'Every client has a user, a database of the same name, or of `database`, that nobody else may connect to, and a Secret `<fullname>-<client>` with `username` and `password`. The Job `provision` makes them and sets passwords to those of the Secrets; it never drops anything, so a client that is removed keeps its database. Every upgrade of the release runs it again, also after a Secret was changed by hand. The superuser is `postgres`; its password is set at every start of the server, so a change is only a restart.',
    '**Upgrade to a new major version.** A server cannot read the volume of another major version; the chart refuses it before anything is touched, when it is rendered and again when the server starts. To move a release `db` from 17 to 18: (1) keep it at 17 (`majorVersion=17`) with `backup.enabled=true`, scale its consumers to zero and make a last backup: `kubectl create job --from=cronjob/db-postgres-backup last-backup`; (2) install a second release, `helm install db18 … --set majorVersion=0 --set restore.id=from-17 --set backup.persistence.existingClaim=db-postgres-backup` with the same `clients`, or with `backup.destination=s3` and `backup.folder=<namespace>/db-postgres`; (3) look at the log of its Job `restore`, point the consumers to `db18-postgres`. To keep the name, uninstall `db` instead, delete the claim `data-db-postgres-0` once the backup is safe, and install it again with a `restore.id`.',
    '**Backup and restore.** A backup is a folder named after its time with `roles.sql`, a `pg_dump` archive of each database and `SHA256SUMS`; without the sums it is not complete and never taken. One of a server whose databases have no content yet is marked `EMPTY`: it counts for nothing, and a restore takes it only by its name. It is dumped to the volume itself, or for S3 to the scratch space of the pod first. `kubectl create job --from=cronjob/<fullname>-backup NAME` makes one now. `helm upgrade --reset-then-reuse-values --set restore.id=NAME` restores the newest, `restore.backup` another one, `restore.databases` only some. The name is yours, for example the date: the server remembers it and never restores twice for the same one, whatever else changes; a restore that failed needs a new name too. Backups and new clients wait until it is done, so that none of them comes in between. Stop the consumers first. A database that has content is refused without `restore.clean=true`; with it the old one is set aside as `<name>_before_<seconds>`, comes back when the restore fails, and is dropped when it has worked. Roles that exist keep their passwords; tables of tablespaces that the server lacks go where all others are.',
    '**Snapshots.** `snapshot.name=before-upgrade` makes a VolumeSnapshot of the running server, from which it recovers as after a crash. To go back, create a claim from it and name that in `persistence.existingClaim`.',
    "**Several machines.** `mode: cloudnative-pg` leaves the servers to the operator CloudNativePG (1.25 or newer): the chart writes its `Cluster`, a `Database` for each client, and the users, and the primary is found under the name that a single server has. Certificates, backups, metrics (`monitoring.enablePodMonitor`) and major upgrades are the operator's then and go to `cloudnativePg.extraSpec`; clients may connect to each other's databases, whose tables they cannot read. Uninstalling keeps the Cluster.",
    '**A server elsewhere.** `mode: external`, in a release of its own, makes users and databases of `clients` on a server that exists, with the password of its administrator from `secrets.existingSecret`. Consumers then name that server in `connections.postgres.host` and the Secret of their client; in an umbrella in `global.members.postgres.external`, whose `existingSecret` holds `<client>-password` for each client, for example `mlflow-password`; `clients` there names another Secret or key of a single one.',
    "**What nobody checks.** `extraConfig` is postgresql.conf, `extraHba` the lines before the chart's in pg_hba.conf: the first line that fits decides, so `host all all all trust` opens the server to all who reach it. A line for replication is `hostssl replication NAME NETWORK scram-sha-256`.",
    'Images: 18 by default, 17 and 16 with their digests by `majorVersion`, any other from 14 by `image.tag`. Images of your own need `majorVersion` where their tag does not begin with it; those based on Alpine run as 70 (`podSecurityContext.runAsUser`, `runAsGroup`, `fsGroup`). `pgvector/pgvector` is such an image: `image.repository=pgvector/pgvector`, `image.tag=pg18` with `majorVersion=18`, and `clients.NAME.extensions={vector}`.',
    '**TLS.** A renewed certificate is taken within two minutes after the kubelet has it, without a restart; a broken one leaves the old in place, and the log says so. When it ends is a metric of cert-manager (`certmanager_certificate_expiration_timestamp_seconds`), of none of the programs here. Clients check it where `connections.postgres.caSecret`, or `global.members.postgres.caSecret` in an umbrella, names a Secret with its authority.',
  ],
});
