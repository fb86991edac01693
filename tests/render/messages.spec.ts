import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { type RenderOptions, template } from '../../tools/cases/cases.ts';
import { expectGolden, expectGoldenFiles } from './golden.ts';

interface Mistake {
  /** Name of the golden file. */
  readonly name: string;
  readonly chart: string;
  readonly values?: string;
  readonly args: readonly string[];
  readonly release?: string;
  /** What the message must name: the value by its path, a member, or the remedy. */
  readonly names: readonly string[];
}

const rpi5 = join(CHARTS, 'ai-platform/presets/rpi5.yaml');
const api = join(CHARTS, 'langchain-api/ci/default-values.yaml');
const set = (...pairs: readonly string[]) => pairs.flatMap((pair) => ['--set-json', pair]);

/** Values of `rollout` that contradict each other → what the message names. */
const rollouts: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'serve',
    ['rollout.blueGreen.serve="green"'],
    ['rollout.blueGreen.serve', 'without rollout.mode=blueGreen'],
  ],
  ['weight', ['rollout.canary.weight=10'], ['rollout.canary.weight', 'without rollout.mode=canary']],
  ['edge', ['rollout.mode="canary"'], ['rollout.mode', 'httpRoute.enabled']],
  [
    'preset',
    [
      'rollout.mode="canary"',
      'ingress.enabled=true',
      'global.ingress.domain="example.com"',
      'httpRoute.enabled=true',
      'httpRoute.parentRefs=[{"name":"gateway"}]',
    ],
    ['ingress.preset'],
  ],
  [
    'strategy',
    ['rollout.mode="blueGreen"', 'updateStrategy.type="Recreate"'],
    ['updateStrategy.type', 'rollout.mode'],
  ],
  [
    'scaling',
    ['rollout.mode="blueGreen"', 'rollout.candidate.autoscaling={"enabled":true,"minReplicas":5}'],
    ['rollout.candidate.autoscaling.minReplicas'],
  ],
  [
    'argo-mode',
    ['rollout.canary.argo.enabled=true'],
    ['rollout.canary.argo.enabled', 'without rollout.mode=canary'],
  ],
  [
    'argo-weight',
    [
      'rollout.mode="canary"',
      'rollout.canary={"weight":10,"argo":{"enabled":true}}',
      'rollout.candidate.image.tag="next"',
      'httpRoute.enabled=true',
      'httpRoute.parentRefs=[{"name":"gateway"}]',
    ],
    [
      'rollout.canary.weight',
      'rollout.canary.argo.steps',
      'rollout.candidate.image',
      'connections.prometheus.host',
    ],
  ],
  [
    'argo-questions',
    [
      'rollout.mode="canary"',
      'rollout.canary.argo.enabled=true',
      'jury.queries.errors=""',
      'jury.queries.latency=""',
      'connections.prometheus.host="prometheus"',
      'httpRoute.enabled=true',
      'httpRoute.parentRefs=[{"name":"gateway"}]',
    ],
    ['rollout.canary.argo.enabled', 'jury.queries.errors'],
  ],
  [
    'jury',
    [
      'rollout.mode="canary"',
      'httpRoute.enabled=true',
      'httpRoute.parentRefs=[{"name":"gateway"}]',
      'jury.enabled=true',
    ],
    ['jury.enabled', 'connections.prometheus.host'],
  ],
];

const mistakes: readonly Mistake[] = [
  {
    name: 'gateway-without-clients',
    chart: 'langchain-api',
    values: api,
    args: set(
      'gateway.enabled=true',
      'gateway.apiKeys.enabled=true',
      'gateway.apiKeys.header="Authorization"',
    ),
    names: ['gateway.apiKeys.clients', 'gateway.apiKeys.header'],
  },
  {
    name: 'gateway-gitops',
    chart: 'langchain-api',
    values: api,
    args: set(
      'global.gitops=true',
      'secrets.existingSecret="own"',
      'gateway.enabled=true',
      'gateway.apiKeys.enabled=true',
      'gateway.apiKeys.clients={"app":{}}',
    ),
    names: ['the key app', 'gateway.apiKeys.existingSecret'],
  },
  {
    name: 'gateway-keys-of-an-open-door',
    chart: 'ollama',
    args: set('gateway.apiKeys.enabled=true', 'gateway.apiKeys.clients={"app":{}}'),
    names: ['gateway.apiKeys', 'gateway.enabled=true'],
  },
  {
    name: 'keys-of-a-workload-beside-main',
    chart: 'voice-ai',
    values: join(CHARTS, 'voice-ai/ci/full-values.yaml'),
    args: set(
      'livekit.httpRoute.enabled=true',
      'livekit.gateway.apiKeys.enabled=true',
      'livekit.podDisruptionBudget.minAvailable=9',
    ),
    names: [
      'livekit.httpRoute.parentRefs',
      'livekit.gateway.enabled=true',
      'livekit.podDisruptionBudget.minAvailable 9',
    ],
  },
  {
    name: 'claim-that-nothing-mounts',
    chart: 'ollama',
    args: set('persistence.enabled=false', 'persistence.existingClaim="models"'),
    names: ['persistence.existingClaim', 'persistence.enabled'],
  },
  {
    name: 'gateway-before-tls',
    chart: 'minio',
    args: set('gateway.enabled=true', 'tls.enabled=true', 'tls.existingSecret="tls"'),
    names: ['gateway.enabled', 'TLS'],
  },
  ...rollouts.map(([name, pairs, names]) => ({
    name: `rollout-${name}`,
    chart: 'langchain-api',
    values: api,
    args: set(...pairs),
    names,
  })),
  { name: 'unknown-key', chart: 'redis', args: set('replicaCout=1'), names: ['redis:', 'replicaCout'] },
  {
    name: 'unknown-key-inside',
    chart: 'redis',
    args: set('config.maxMemmory="1gb"'),
    names: ['config', 'maxMemmory'],
  },
  { name: 'wrong-type', chart: 'redis', args: set('replicaCount="two"'), names: ['replicaCount', 'integer'] },
  { name: 'null-for-a-default', chart: 'redis', args: set('service.port=null'), names: ['service', 'port'] },
  { name: 'null-for-a-block', chart: 'redis', args: set('persistence=null'), names: ['persistence'] },
  {
    name: 'bad-quantity',
    chart: 'redis',
    args: set('resources.limits.memory="lots"'),
    names: ['resources', 'limits', 'memory'],
  },
  {
    name: 'bad-name',
    chart: 'redis',
    args: set('secrets.existingSecret="My_Secret"'),
    names: ['secrets', 'existingSecret'],
  },
  {
    name: 'bad-duration',
    chart: 'redis',
    args: set('monitoring.serviceMonitor.interval="often"'),
    names: ['interval'],
  },
  {
    name: 'control-character',
    chart: 'llm-web',
    args: set('config.title="a\\u0007b"'),
    names: ['config', 'title'],
  },
  {
    name: 'login-for-browsers',
    chart: 'llm-web',
    args: set('config.publicApiUrl="https://user:token@api.example.com"', 'connections.api.host="api"'),
    names: ['config.publicApiUrl'],
  },
  {
    name: 'out-of-range',
    chart: 'redis',
    args: set('service.port=70000'),
    names: ['service', 'port'],
  },
  {
    name: 'below-restricted',
    chart: 'redis',
    args: set('securityContext.allowPrivilegeEscalation=true'),
    names: ['securityContext', 'allowPrivilegeEscalation'],
  },
  {
    name: 'two-problems',
    chart: 'redis',
    args: set('replicaCout=1', 'replicaCount="two"', 'config.databases=0'),
    names: ['replicaCout', 'replicaCount', 'databases'],
  },
  {
    name: 'missing-own-image',
    chart: 'llm-web',
    args: set('connections.api.host="api"'),
    names: ['image.repository'],
  },
  {
    name: 'missing-everything',
    chart: 'langchain-api',
    args: [],
    names: ['image.repository', 'connections.ollama.host', 'ollama.enabled=true'],
  },
  {
    name: 'gitops-without-secret',
    chart: 'redis',
    args: set('global.gitops=true'),
    names: ['demo-redis', 'secrets.existingSecret'],
  },
  {
    name: 'release-with-a-digit',
    chart: 'redis',
    args: [],
    release: '7eleven',
    names: ['7eleven', 'fullnameOverride'],
  },
  {
    name: 'repeated-variable',
    chart: 'redis',
    args: set('extraEnv=[{"name":"SAVE","value":""}]'),
    names: ['extraEnv', 'SAVE'],
  },
  {
    name: 'budget-that-blocks',
    chart: 'redis',
    args: set('podDisruptionBudget.minAvailable=1'),
    names: ['podDisruptionBudget.minAvailable'],
  },
  {
    name: 'pods-in-extra-objects',
    chart: 'redis',
    args: set('extraObjects=[{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"}}]'),
    names: ['extraObjects', 'Pod'],
  },
  {
    name: 'edge-without-host',
    chart: 'ollama',
    args: set('ingress.enabled=true'),
    names: ['ingress.hosts[0].host', '*', 'global.ingress.domain'],
  },
  {
    name: 'node-port-of-a-service-inside',
    chart: 'redis',
    args: set('service.nodePort=30379'),
    names: ['service.nodePort', 'service.type', 'ClusterIP'],
  },
  {
    name: 'edge-without-preset',
    chart: 'streamlit',
    args: set(
      'image.repository="app",image.tag="v1"',
      'ingress.enabled=true',
      'global.ingress.domain="example.com"',
    ),
    names: ['ingress.preset', 'nginx', 'traefik', 'none'],
  },
  {
    name: 'edge-annotation-twice',
    chart: 'streamlit',
    args: set(
      'image.repository="app",image.tag="v1"',
      'ingress={"enabled":true,"preset":"nginx","hosts":[{"host":"*","paths":[{"path":"/","pathType":"Prefix"}]}],"annotations":{"nginx.ingress.kubernetes.io/affinity":"cookie"}}',
    ),
    names: ['ingress.annotations', 'nginx.ingress.kubernetes.io/affinity', 'ingress.preset'],
  },
  {
    name: 'grafana-password-of-a-variable',
    chart: 'grafana',
    args: set('auth.adminPassword="a$__env{HOME}b"'),
    names: ['auth.adminPassword', 'variable'],
  },
  {
    name: 'edge-middlewares-of-another',
    chart: 'streamlit',
    args: set(
      'image.repository="app",image.tag="v1"',
      'ingress={"enabled":true,"preset":"nginx","hosts":[{"host":"*","paths":[{"path":"/","pathType":"Prefix"}]}],"middlewares":["kube-system-auth@kubernetescrd"]}',
    ),
    names: ['ingress.middlewares', 'Traefik'],
  },
  {
    name: 'edge-service-annotation-twice',
    chart: 'streamlit',
    args: set(
      'image.repository="app",image.tag="v1"',
      'ingress={"enabled":true,"hosts":[{"host":"*","paths":[{"path":"/","pathType":"Prefix"}]}],"preset":"traefik"}',
      'service.annotations={"traefik.ingress.kubernetes.io/service.sticky.cookie":"true"}',
    ),
    names: ['service.annotations', 'traefik.ingress.kubernetes.io/service.sticky.cookie'],
  },
  {
    name: 'sessions-that-wander',
    chart: 'streamlit',
    args: set(
      'image.repository="app",image.tag="v1"',
      'replicaCount=3',
      'ingress={"enabled":true,"preset":"nginx","hosts":[{"host":"*","paths":[{"path":"/","pathType":"Prefix"}]}],"sticky":{"enabled":false}}',
    ),
    names: ['ingress.sticky.enabled', 'up to 3 pods'],
  },
  {
    name: 'postgres-of-no-version',
    chart: 'postgres',
    args: set('image.tag="latest"'),
    names: ['latest', 'majorVersion'],
  },
  {
    name: 'postgres-without-image',
    chart: 'postgres',
    args: set('majorVersion=15'),
    names: ['PostgreSQL 15', 'image.tag'],
  },
  {
    name: 'postgres-elsewhere',
    chart: 'postgres',
    args: set(
      'mode="external"',
      'config.maxConnections=500',
      'extraConfig={"wal_level":"logical"}',
      'extraHba=["local all all trust"]',
      'initdb.locale="C"',
    ),
    names: [
      'external.host',
      'secrets.existingSecret',
      'config has',
      'extraConfig has',
      'extraHba has',
      'initdb has',
    ],
  },
  {
    name: 'postgres-operated',
    chart: 'postgres',
    args: set(
      'mode="cloudnative-pg"',
      'backup.enabled=true',
      'persistence.existingClaim="data"',
      'service.type="LoadBalancer"',
      'tls.required=true',
      'exporter.enabled=true',
      'initdb.existingConfigMap="scripts"',
      'clients={"web":{"existingSecret":"web","passwordKey":"pass"}}',
    ),
    names: [
      'backup',
      'persistence.existingClaim',
      'service has no effect',
      'tls has no effect',
      'exporter has no effect',
      'initdb.scripts',
      'clients.web.passwordKey',
    ],
  },
  {
    name: 'postgres-clients-of-one-name',
    chart: 'postgres',
    args: set(
      'clients={"admin":{"username":"postgres"},"one":{"username":"shared"},"two":{"username":"shared"}}',
    ),
    names: ['clients.admin', 'clients.two'],
  },
  {
    name: 'postgres-settings-of-the-chart',
    chart: 'postgres',
    args: set('extraConfig={"port":5433}', 'tls.required=true'),
    names: ['extraConfig.port', 'tls.enabled'],
  },
  {
    name: 'postgres-backup-to-nowhere',
    chart: 'postgres',
    args: set('backup={"enabled":true,"destination":"s3"}', 'snapshot.name="a"', 'persistence.enabled=false'),
    names: ['connections.s3.host', 'snapshot.name'],
  },
  {
    name: 'subchart-typo',
    chart: 'langchain-api',
    values: api,
    args: set('ollama.modells=["a"]'),
    names: ['ollama:', 'modells'],
  },
  {
    name: 'umbrella-unknown-member',
    chart: 'ai-platform',
    args: set('global.members.olama.enabled=true'),
    names: ['members', 'olama'],
  },
  {
    name: 'umbrella-typo-in-member',
    chart: 'ai-platform',
    values: rpi5,
    args: set('ollama.config.keepAlife="5m"'),
    names: ['ollama:', 'config', 'keepAlife'],
  },
  {
    name: 'umbrella-two-members',
    chart: 'ai-platform',
    values: rpi5,
    args: set('ollama.modells=[]', 'llm-web.replicaCount=-1'),
    names: ['ollama:', 'modells', 'llm-web:', 'replicaCount'],
  },
  {
    name: 'umbrella-missing-provider',
    chart: 'ai-platform',
    values: rpi5,
    args: set('global.members.ollama.enabled=false'),
    names: [
      'langchain-api needs ollama',
      'global.members.ollama.enabled=true',
      'global.members.ollama.external.host',
    ],
  },
  {
    name: 'umbrella-values-of-nobody',
    chart: 'ai-platform',
    values: rpi5,
    args: set('redis.maxMemory="1gb"', 'global.imageRegistry="https://mirror.example.com"'),
    names: [
      'redis has values',
      'global.members.redis.enabled=true',
      'preflight.offMembers',
      'leave https:// out',
    ],
  },
  {
    name: 'mistake-in-a-bundled-chart',
    chart: 'airflow',
    args: set('postgres={"enabled":true,"image":{"tag":18}}'),
    names: ['postgres: image.tag 18 is a number', '--set-string'],
  },
  {
    name: 'values-without-effect',
    chart: 'airflow',
    args: set(
      'postgres.enabled=true',
      'airflowVersion="2.9.3"',
      'flower.enabled=true',
      'worker.replicaCount=4',
      'connections={"redis":{"host":"cache"},"postgres":{"port":5433}}',
    ),
    names: [
      'airflowVersion',
      'image.tag',
      'flower.enabled',
      'worker has no effect',
      'executor=CeleryExecutor',
      'connections.redis.host',
      'connections.postgres.port',
    ],
  },
  {
    name: 'service-outside-beside-the-bundled-one',
    chart: 'airflow',
    args: set('postgres.enabled=true', 'connections.postgres.host="db.example.com"'),
    names: ['connections.postgres.host', 'postgres.enabled=true'],
  },
  {
    name: 'redis-user-with-two-passwords',
    chart: 'redis',
    args: set('auth={"usersSecret":"users","users":{"app":{"password":"p","permissions":"~* +@read"}}}'),
    names: ['auth.users.app.password', 'auth.usersSecret'],
  },
  {
    name: 'grafana-mail-from-nowhere',
    chart: 'grafana',
    args: set('smtp.from="grafana@example.com"'),
    names: ['smtp.from', 'smtp.host'],
  },
  {
    name: 'replicas-of-no-mode',
    chart: 'redis',
    args: set('read.replicaCount=3'),
    names: ['read has no effect', 'architecture=replication'],
  },
  {
    name: 'own-image-without-tag',
    chart: 'redis',
    args: set('image.repository="ghcr.io/me/redis"'),
    names: ['image.registry=ghcr.io', 'image.repository=me/redis', 'image.tag is empty'],
  },
  {
    name: 'store-without-certificate',
    chart: 'minio',
    args: set('tls.enabled=true'),
    names: ['tls.existingSecret'],
  },
  {
    name: 'store-with-a-known-password',
    chart: 'minio',
    args: set('auth.password="minioadmin"'),
    names: ['auth.password'],
  },
  {
    name: 'store-without-metrics',
    chart: 'minio',
    args: set('engine="rustfs"', 'monitoring.serviceMonitor.enabled=true'),
    names: ['RustFS', 'monitoring'],
  },
  {
    name: 'store-with-open-metrics',
    chart: 'minio',
    args: set(
      'ingress.enabled=true',
      'global.ingress.domain="example.com"',
      'monitoring.serviceMonitor.enabled=true',
    ),
    names: ['config.metricsAuth=public'],
  },
  {
    name: 'store-with-one-user-twice',
    chart: 'minio',
    args: set('clients.a-b={}', 'clients.c={"username":"a_b"}'),
    names: ['clients.c', 'a_b'],
  },
  {
    name: 'store-mirrored-nowhere',
    chart: 'minio',
    args: set('mirror.enabled=true'),
    names: ['mirror.target.url'],
  },
  {
    name: 'port-that-the-service-lacks',
    chart: 'minio',
    args: set(
      'ingress.enabled=true',
      'ingress.hosts=[{"host":"*","paths":[{"path":"/","pathType":"Prefix","port":"ui"}]}]',
    ),
    names: ['ingress.hosts', 'ui', 's3, console'],
  },
  {
    name: 'airflow-without-redis',
    chart: 'airflow',
    args: set('executor="CeleryExecutor"', 'postgres.enabled=true'),
    names: ['CeleryExecutor', 'redis.enabled=true'],
  },
  {
    name: 'airflow-of-a-longer-version',
    chart: 'airflow',
    args: set('airflowVersion="3.10.0"', 'image.tag="3.1"', 'postgres.enabled=true'),
    names: ['airflowVersion is 3.10.0', 'Airflow 3.1:'],
  },
  {
    name: 'postgres-blocks-of-another-mode',
    chart: 'postgres',
    args: set(
      'external={"host":"db.example.com","port":5433}',
      'cloudnativePg.instances=2',
      'mode="cloudnative-pg"',
      'snapshot.className="fast"',
    ),
    names: ['external has no effect', 'snapshot has no effect', 'without mode=standalone'],
  },
  {
    name: 'postgres-operator-of-another-mode',
    chart: 'postgres',
    args: set('cloudnativePg.instances=2'),
    names: ['cloudnativePg has no effect', 'without mode=cloudnative-pg'],
  },
  {
    name: 'airflow-of-no-version',
    chart: 'airflow',
    args: set('image.tag="latest"', 'postgres.enabled=true'),
    names: ['airflowVersion'],
  },
  {
    name: 'airflow-git-login',
    chart: 'airflow',
    args: set(
      'postgres.enabled=true',
      'dagBundles=[{"name":"a","classpath":"airflow.providers.git.bundles.git.GitDagBundle","kwargs":{}}]',
      'gitSync={"enabled":true,"repository":"git@example.com:dags.git","auth":{"tokenSecret":"token","sshSecret":"key"}}',
    ),
    names: ['tokenSecret', 'https', 'two Secrets', 'dagBundles'],
  },
  {
    name: 'airflow-workers-twice',
    chart: 'airflow',
    args: set(
      'executor="CeleryExecutor"',
      'postgres.enabled=true',
      'redis.enabled=true',
      'worker.autoscaling.enabled=true',
      'worker.keda={"enabled":true,"minReplicas":9}',
    ),
    names: ['worker.keda.minReplicas', 'keep one'],
  },
];

const versions = { 'Helm 4': { helm: 'helm4' }, 'Helm 3.17': { helm: 'helm3' } } as const satisfies Record<
  string,
  RenderOptions
>;

describe('a mistake is refused with a message that names it', () => {
  it.concurrent.each(mistakes.map((mistake) => [mistake.name, mistake] as const))(
    '%s',
    async (name, { chart, values, names, ...options }) => {
      const [newest = '', oldest = ''] = await Promise.all(
        Object.values(versions).map(async (version) => {
          const { code, stderr } = await template(chart, values, { ...version, ...options });
          expect(code).toBe(1);
          return readable(stderr);
        }),
      );
      for (const text of names) for (const message of [newest, oldest]) expect(message).toContain(text);
      const [first, second] = Object.keys(versions);
      const same = newest === oldest;
      expectGolden(
        `messages/${name}.txt`,
        same ? `# ${first} and ${second}\n${newest}` : `# ${first}\n${newest}\n# ${second}\n${oldest}`,
      );
    },
  );

  it('has no golden messages of mistakes that are gone', () => {
    expectGoldenFiles(
      'messages',
      mistakes.map(({ name }) => `${name}.txt`),
    );
  });
});

/** A message with the parts sorted that Helm writes in any order, without the hint at flags that follows. */
function readable(stderr: string): string {
  const lines = stderr
    .replace(/\n+Use --debug flag[^\n]*\n/, '\n')
    .replace(/\(([^\s():]+):[\d:]+\)/, '($1)')
    .split('\n')
    .map(sortedKeys);
  return `${sortedRuns(lines).join('\n').trimEnd()}\n`;
}

function sortedKeys(line: string): string {
  return line.replace(/'[^']+'(, '[^']+')+/, (keys) => keys.split(', ').sort().join(', '));
}

/** Neighbouring lines of a list, sorted. */
function sortedRuns(lines: readonly string[]): readonly string[] {
  const rank = (line: string) => (line.startsWith('- ') ? line : undefined);
  return lines.reduce<string[]>((done, line) => {
    let at = done.length;
    while (rank(line) !== undefined && at > 0 && (rank(done[at - 1] ?? '') ?? '') > line) at -= 1;
    done.splice(at, 0, line);
    return done;
  }, []);
}
