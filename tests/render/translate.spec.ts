import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { translate, translationText } from '../../generators/src/commands/translate.ts';
import { load } from '../../generators/src/generate.ts';
import { template } from '../../tools/cases/cases.ts';

/** Values as users of a public chart write them, what is expected to be left behind, and what they must add here. */
interface Typical {
  readonly from: string;
  readonly to?: string;
  readonly values: object;
  readonly left: readonly string[];
  readonly added?: object;
}

const ingress = {
  enabled: true,
  className: 'nginx',
  hosts: [{ host: 'a.example.com', paths: [{ path: '/', pathType: 'Prefix' }] }],
};
const pod = { nodeSelector: { disk: 'fast' }, tolerations: [{ key: 'a', operator: 'Exists' }] };
const resources = { requests: { cpu: '100m', memory: '1Gi' }, limits: { memory: '2Gi' } };

const loaded = await load(process.cwd());

const TYPICAL: readonly Typical[] = [
  {
    from: 'bitnami/postgresql',
    values: {
      image: { repository: 'bitnamilegacy/postgresql' },
      auth: { username: 'app', database: 'app', existingSecret: 'db' },
      primary: {
        ...pod,
        resources,
        persistence: { size: '20Gi', storageClass: 'fast', labels: { team: 'ops' } },
        service: { ports: { postgresql: 5433 } },
        hostAliases: [{ ip: '10.0.0.5', hostnames: ['db.lan'] }],
        pgHbaConfiguration: 'local all all trust',
        livenessProbe: { periodSeconds: 20 },
      },
      audit: { logConnections: true },
      tls: { enabled: true, certificatesSecret: 'cert', certFilename: 'a.crt', certKeyFilename: 'a.key' },
      metrics: { enabled: true, serviceMonitor: { enabled: true, namespace: 'ops' } },
    },
    left: ['image.repository', 'auth.username', 'auth.database', 'primary.pgHbaConfiguration'],
  },
  {
    from: 'cloudpirates/postgres',
    values: {
      auth: { password: 'secret' },
      ...pod,
      resources,
      config: { postgresqlMaxConnections: 200, postgresqlRandomPageCost: 1.1 },
      persistence: { size: '20Gi' },
    },
    left: [],
  },
  {
    from: 'bitnami/redis',
    values: {
      architecture: 'replication',
      auth: { password: 'secret' },
      master: { ...pod, disableCommands: ['FLUSHALL'], persistence: { size: '2Gi' } },
      replica: { replicaCount: 2, persistence: { size: '2Gi' }, pdb: { create: true } },
      tls: { enabled: true, existingSecret: 'cert', certCAFilename: 'authority.crt', authClients: false },
      sentinel: { enabled: true },
    },
    left: ['sentinel.enabled'],
  },
  {
    from: 'cloudpirates/redis',
    values: { architecture: 'cluster', ...pod, persistence: { size: '2Gi' }, extraConfig: 'maxclients 9' },
    left: ['architecture', 'extraConfig'],
  },
  {
    from: 'bitnami/minio',
    values: {
      auth: { rootUser: 'admin', rootPassword: 'secretsecret' },
      persistence: { size: '50Gi' },
      ingress: { enabled: true, hostname: 'a.example.com', ingressClassName: 'nginx' },
      extraEnvVars: [
        { name: 'MINIO_REGION', value: 'eu' },
        { name: 'TZ', value: 'UTC' },
      ],
      global: { security: { allowInsecureImages: true } },
      containerSecurityContext: { enabled: true, runAsUser: 1001, readOnlyRootFilesystem: true },
    },
    left: [
      'global.security.allowInsecureImages',
      'containerSecurityContext.enabled',
      'containerSecurityContext.readOnlyRootFilesystem',
    ],
  },
  {
    from: 'cloudpirates/minio',
    values: { auth: { rootUser: 'admin', rootPassword: 'secretsecret' }, ingress, ...pod },
    left: [],
  },
  {
    from: 'otwld/ollama',
    values: {
      ollama: {
        gpu: { enabled: true, type: 'nvidia', number: 1 },
        models: { pull: ['llama3.2:1b'], clean: true },
      },
      extraEnv: [
        { name: 'OLLAMA_KEEP_ALIVE', value: '24h' },
        { name: 'OLLAMA_NUM_PARALLEL', value: '2' },
      ],
      persistentVolume: { enabled: true, size: '50Gi', volumeName: 'models' },
      ingress,
    },
    left: [],
  },
  {
    from: 'community-charts/mlflow',
    values: {
      backendStore: {
        postgres: { host: 'db.example.com', database: 'mlflow', user: 'mlflow', password: 'secret' },
      },
      artifactRoot: {
        proxiedArtifactStorage: true,
        s3: { bucket: 'models', existingSecret: { name: 's3' } },
      },
      extraArgs: { workers: 3, appName: 'oidc-auth' },
      ingress,
    },
    left: ['backendStore.postgres.password', 'extraArgs.appName'],
    added: { connections: { postgres: { existingSecret: 'db' }, s3: { host: 's3.example.com' } } },
  },
  {
    from: 'grafana-community/grafana',
    values: {
      adminPassword: 'secret',
      persistence: { enabled: true, size: '5Gi' },
      plugins: ['a-panel'],
      'grafana.ini': {
        auth: { disable_login_form: true },
        'auth.generic_oauth': { scopes: ['openid'], token_url: 'https://login.example.com/token' },
        server: { domain: '{{ .Release.Name }}.example.com' },
      },
      dashboards: { default: { a: {} } },
      alerting: { 'rules.yaml': {} },
      ldap: { enabled: true, config: '[[servers]]' },
      smtp: { existingSecret: 'mail', passwordKey: 'password' },
    },
    left: [
      'grafana\\.ini.server.domain',
      'grafana\\.ini.auth\\.generic_oauth.scopes',
      'dashboards',
      'alerting',
      'ldap.enabled',
      'smtp.passwordKey',
    ],
  },
  {
    from: 'prometheus-community/prometheus',
    values: {
      server: {
        ...pod,
        retention: '30d',
        retentionSize: '15GB',
        persistentVolume: { size: '20Gi' },
        global: { scrape_interval: '1m' },
        tsdb: { out_of_order_time_window: '30m' },
        remoteWrite: [{ url: 'https://metrics.example.com/push' }],
        ingress: { enabled: true, hosts: ['a.example.com'] },
        extraArgs: { 'query.timeout': '1m' },
      },
      extraScrapeConfigs: '- job_name: a',
      alertmanager: { enabled: false },
    },
    left: ['alertmanager.enabled'],
  },
  {
    from: 'prometheus-community/alertmanager',
    values: {
      config: {
        global: { resolve_timeout: '10m', http_config: { follow_redirects: false } },
        route: { group_wait: '1m' },
        receivers: [{ name: 'a' }],
      },
      templates: { 'ops.tmpl': '{{ define "ops" }}a{{ end }}' },
      extraArgs: { 'log.format': 'json' },
      ingress,
      persistence: { size: '1Gi' },
      dnsConfig: { options: [{ name: 'ndots', value: '2' }] },
      statefulSet: { annotations: { 'example.com/owner': 'ops' } },
      service: { type: 'LoadBalancer', labels: { team: 'ops' }, loadBalancerIP: '192.0.2.7' },
    },
    left: ['config.receivers'],
  },
  {
    from: 'livekit/livekit-server',
    values: {
      replicaCount: 1,
      livekit: {
        log_level: 'debug',
        turn: { enabled: false },
        keys: { a: 'b' },
        limit: { num_tracks: 9 },
      },
      podHostNetwork: true,
    },
    left: ['livekit.keys', 'podHostNetwork'],
    added: {
      image: { repository: 'team/web', tag: '1.0.0' },
      agent: { image: { repository: 'team/agent', tag: '1.0.0' } },
      config: { publicUrl: 'wss://live.example.com' },
      connections: { ollama: { host: 'ollama' } },
    },
  },
  {
    from: 'apache-airflow/airflow',
    values: {
      executor: 'CeleryExecutor',
      data: {
        metadataConnection: { host: 'db.example.com', db: 'airflow', user: 'airflow', pass: 'secret' },
      },
      fernetKeySecretName: 'fernet',
      apiSecretKeySecretName: 'api',
      jwtSecretName: 'jwt',
      workers: {
        persistence: { size: '10Gi' },
        celery: { replicas: 3, ...pod, sets: [{ name: 'gpu', queue: 'gpu,ml', keda: { enabled: true } }] },
      },
      databaseCleanup: { enabled: true, retentionDays: 30 },
      dags: { gitSync: { enabled: true, repo: 'https://git.example.com/dags.git', subPath: 'dags' } },
      env: [{ name: 'A', value: 'b' }],
      extraEnvFrom: '- secretRef: { name: more }',
      defaultAirflowRepository: 'apache/airflow',
      images: { airflow: { repository: 'registry.example.com/team/airflow', tag: '3.1.0' } },
      ingress: { apiServer: { enabled: true, hosts: [{ name: 'a.example.com', tls: { enabled: false } }] } },
    },
    left: ['data.metadataConnection.pass', 'defaultAirflowRepository'],
    added: {
      connections: { postgres: { existingSecret: 'db' }, redis: { host: 'redis', existingSecret: 'r' } },
    },
  },
  ...['fastapi', 'streamlit', 'langchain-api', 'llm-web', 'gemini-agent'].map(
    (to): Typical => ({
      from: 'bjw-s/app-template',
      to,
      values: {
        controllers: {
          main: {
            replicas: 3,
            containers: {
              app: {
                image: { repository: 'ghcr.io/team/app', tag: `1.2.3@sha256:${'a'.repeat(64)}` },
                env: { A: 'b' },
                probes: { liveness: { enabled: false } },
                resources,
              },
            },
          },
        },
        service: { app: { controller: 'main', ports: { http: { port: 8080 } } } },
        ingress: { app: ingress },
        persistence: { data: { type: 'emptyDir' } },
      },
      left: ['service.app.controller', 'persistence.data.type'],
      added:
        to === 'fastapi'
          ? {}
          : to === 'streamlit'
            ? { ingress: { preset: 'nginx' } }
            : to === 'gemini-agent'
              ? {
                  secrets: { googleApiKey: 'key' },
                  connections: { redis: { host: 'redis', existingSecret: 'r' } },
                }
              : { connections: { [to === 'llm-web' ? 'api' : 'ollama']: { host: 'provider' } } },
    }),
  ),
];

test.each(TYPICAL.map((one) => [`${one.from} ${one.to ?? ''}`, one] as const))(
  'values of %s become values that render',
  async (_, { from, to, values, left, added = {} }) => {
    const folder = mkdtempSync(join(tmpdir(), 'chartwright-'));
    const file = join(folder, 'theirs.yaml');
    writeFileSync(file, stringify(values));
    const made = translate(loaded, from, file, to);
    expect(made.left.map((remark) => remark.from)).toEqual(left);
    const ours = join(folder, 'ours.yaml');
    writeFileSync(ours, translationText(made));
    const more = join(folder, 'more.yaml');
    writeFileSync(more, stringify(added));
    const { code, stderr, stdout } = await template(made.chart, ours, { args: ['--values', more] });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('kind: ');
  },
);

test('every chart that is compared has a case here', () => {
  const { charts } = loaded;
  const there = charts.flatMap((chart) => chart.peers.map(({ name }) => `${name} ${chart.name}`));
  const made = TYPICAL.map(
    ({ from, to }) =>
      `${from} ${to ?? charts.find(({ peers }) => peers.some(({ name }) => name === from))?.name}`,
  );
  expect(made.sort()).toEqual(there.sort());
});

/** What stands in the values file of a public chart when nobody has changed it, and would mean something else here. */
const UNCHANGED: readonly (readonly [from: string, values: object, kept: string])[] = [
  [
    'bitnami/postgresql',
    {
      architecture: 'standalone',
      auth: { existingSecret: '', secretKeys: { adminPasswordKey: 'postgres-password' } },
      primary: {
        service: { type: 'ClusterIP', nodePorts: { postgresql: '' }, externalTrafficPolicy: 'Cluster' },
        pdb: { create: true, minAvailable: '', maxUnavailable: '' },
      },
      readReplicas: { replicaCount: 1 },
    },
    'maxUnavailable: 1',
  ],
  [
    'bitnami/redis',
    {
      auth: { existingSecretPasswordKey: '' },
      master: { service: { externalTrafficPolicy: 'Cluster' } },
      tls: { enabled: false, authClients: true },
      architecture: 'standalone',
      replica: { replicaCount: 3, service: { ports: { redis: 6379 } }, pdb: { create: true } },
    },
    'kind: StatefulSet',
  ],
  [
    'cloudpirates/postgres',
    {
      image: {
        registry: 'docker.io',
        repository: 'postgres',
        tag: `18.0@sha256:${'b'.repeat(64)}`,
      },
      auth: { existingSecret: '', secretKeys: { adminPasswordKey: 'postgres-password' } },
      service: { type: 'ClusterIP', nodePort: 30432, externalTrafficPolicy: 'Cluster' },
    },
    `docker.io/postgres:18.0@sha256:${'b'.repeat(64)}`,
  ],
  [
    'apache-airflow/airflow',
    {
      executor: 'KubernetesExecutor',
      data: { metadataConnection: { host: 'db.example.com', db: 'a', user: 'a' } },
      workers: { replicas: 1, persistence: { size: '100Gi' } },
      flower: { enabled: false, podAnnotations: { a: 'b' } },
    },
    'KubernetesExecutor',
  ],
];

test.each(UNCHANGED)(
  'what the values file of %s says of itself stays out of the way',
  async (from, values, kept) => {
    const folder = mkdtempSync(join(tmpdir(), 'chartwright-'));
    const [theirs, ours] = [join(folder, 'theirs.yaml'), join(folder, 'ours.yaml')];
    writeFileSync(theirs, stringify(values));
    const made = translate(loaded, from, theirs);
    writeFileSync(ours, translationText(made));
    const { code, stderr, stdout } = await template(made.chart, ours);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(kept);
  },
);
