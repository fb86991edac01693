import { beforeAll, describe, expect, it, test } from 'vitest';
import { cases, template } from '../../tools/cases/cases.ts';
import type { KubeObject } from '../../tools/kubernetes/objects.ts';
import { objectsOf } from './objects.ts';
import { at, type Values } from './release.ts';

const NAME = 'demo-gemini-agent';

const staging = await rendered('staging');
const production = await rendered('production');
const development = await rendered('development');

describe('the Deployment', () => {
  const spec = at(objectIn(staging, 'Deployment'), 'spec');
  const pod = at(spec, 'template.spec');

  it('runs three pods without an autoscaler, which otherwise says how many', async () => {
    expect(spec).not.toHaveProperty('replicas');
    const off = await rendered('staging', 'autoscaling.enabled=false');
    expect(at(objectIn(off, 'Deployment'), 'spec').replicas).toBe(3);
  });

  it('keeps five revisions and replaces pods one by one, a new one first', () => {
    expect(spec.revisionHistoryLimit).toBe(5);
    expect(spec.strategy).toEqual({
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: 1, maxUnavailable: 0 },
    });
    expect(pod.terminationGracePeriodSeconds).toBe(30);
  });

  it('prefers a node for each pod, and spreads them over zones where it can', () => {
    const [preferred] = list(
      at(pod, 'affinity.podAntiAffinity').preferredDuringSchedulingIgnoredDuringExecution,
    );
    expect(at(preferred ?? {}, 'podAffinityTerm')).toMatchObject({
      topologyKey: 'kubernetes.io/hostname',
      labelSelector: { matchLabels: { 'app.kubernetes.io/name': 'gemini-agent' } },
    });
    expect(pod.topologySpreadConstraints).toEqual([
      {
        maxSkew: 1,
        topologyKey: 'topology.kubernetes.io/zone',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: {
          matchLabels: {
            'app.kubernetes.io/name': 'gemini-agent',
            'app.kubernetes.io/instance': 'demo',
            'app.kubernetes.io/component': 'main',
          },
        },
      },
    ]);
  });

  it('counts the pods that a constraint of the user selects', async () => {
    const constraint =
      'topologySpreadConstraints=[{"maxSkew":2,"topologyKey":"rack","whenUnsatisfiable":"DoNotSchedule","labelSelector":{"matchLabels":{"app":"x"}}}]';
    const objects = await renderedWith('development', ['--set-json', constraint]);
    const [given] = list(at(objectIn(objects, 'Deployment'), 'spec.template.spec').topologySpreadConstraints);
    expect(given?.labelSelector).toEqual({ matchLabels: { app: 'x' } });
  });

  it('waits for Redis', () => {
    const [wait] = list(pod.initContainers);
    expect(wait?.name).toBe('wait-for-redis');
    expect(environment(wait)).toMatchObject({ HOST: 'demo-redis', PORT: '6379' });
  });

  it('runs as user 1000 on a root that cannot be written, with 2Gi in /tmp and 1Gi in /app/.cache', () => {
    expect(pod.securityContext).toMatchObject({ runAsUser: 1000, runAsGroup: 1000, fsGroup: 1000 });
    expect(container(staging).securityContext).toEqual({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
    });
    expect(pod.volumes).toEqual([
      { name: 'tmp', emptyDir: { sizeLimit: '2Gi' } },
      { name: 'cache', emptyDir: { sizeLimit: '1Gi' } },
    ]);
    expect(container(staging).volumeMounts).toEqual([
      { name: 'tmp', mountPath: '/tmp' },
      { name: 'cache', mountPath: '/app/.cache' },
    ]);
  });
});

describe('the container', () => {
  const main = container(staging);

  it('listens on http 8080, to which port 80 of the Service leads', () => {
    expect(main.ports).toEqual([{ name: 'http', containerPort: 8080, protocol: 'TCP' }]);
    const [port] = list(at(objectIn(staging, 'Service'), 'spec').ports);
    expect(port).toMatchObject({ name: 'http', port: 80, targetPort: 'http' });
  });

  it('is asked by the probes in the rhythm of the system', () => {
    const get = (path: string) => ({ httpGet: { path, port: 'http' } });
    expect(main.startupProbe).toEqual({
      ...get('/health'),
      initialDelaySeconds: 10,
      periodSeconds: 5,
      failureThreshold: 30,
    });
    expect(main.livenessProbe).toEqual({ ...get('/health'), periodSeconds: 10, timeoutSeconds: 5 });
    expect(main.readinessProbe).toEqual({ ...get('/ready'), periodSeconds: 5, timeoutSeconds: 3 });
  });

  it('has its resources, more of them in production', () => {
    expect(main.resources).toEqual({
      requests: { cpu: '500m', memory: '1Gi' },
      limits: { cpu: '2', memory: '4Gi' },
    });
    expect(container(production).resources).toEqual({
      requests: { cpu: '1', memory: '2Gi' },
      limits: { cpu: '4', memory: '8Gi' },
    });
  });

  it('finds its settings, its Redis and itself in the environment', () => {
    expect(environment(main)).toMatchObject({
      APP_NAME: 'gemini-agent',
      LOG_LEVEL: 'INFO',
      LOG_FORMAT: 'json',
      GEMINI_MODEL: 'gemini-2.5-flash',
      MAX_TOKENS: '8192',
      RATE_LIMIT_REQUESTS: '100',
      RATE_LIMIT_WINDOW: '60',
      ENABLE_CACHING: 'true',
      ENABLE_METRICS: 'true',
      ENABLE_TRACING: 'false',
      REDIS_HOST: 'demo-redis',
      REDIS_PORT: '6379',
      POD_NAME: 'metadata.name',
      POD_NAMESPACE: 'metadata.namespace',
    });
    expect(environment(container(production))).toMatchObject({
      ENVIRONMENT: 'production',
      ENABLE_DEBUG: 'false',
    });
    expect(environment(container(development))).toMatchObject({
      ENVIRONMENT: 'development',
      ENABLE_DEBUG: 'true',
      LOG_LEVEL: 'DEBUG',
    });
  });

  it('finds its secrets in one Secret, the first of which has to be there, and the password of Redis', () => {
    const key = (name: string, of: string = NAME, optional?: true) => ({
      secretKeyRef: { name: of, key: name, ...(optional && { optional }) },
    });
    expect(references(main)).toMatchObject({
      GOOGLE_API_KEY: key('GOOGLE_API_KEY'),
      DATABASE_URL: key('DATABASE_URL', NAME, true),
      SENTRY_DSN: key('SENTRY_DSN', NAME, true),
      REDIS_PASSWORD: key('password', 'demo-redis'),
    });
    expect(references(main).GOOGLE_API_KEY).toEqual(key('GOOGLE_API_KEY'));
  });
});

describe('the secrets', () => {
  it('come from a ClusterSecretStore every hour', () => {
    const { apiVersion, spec } = objectIn(production, 'ExternalSecret');
    expect(apiVersion).toBe('external-secrets.io/v1');
    expect(spec).toMatchObject({
      refreshInterval: '1h',
      secretStoreRef: { kind: 'ClusterSecretStore', name: 'gcp-secret-manager' },
      target: { name: NAME },
      data: ['GOOGLE_API_KEY', 'DATABASE_URL', 'SENTRY_DSN'].map((key) => ({
        secretKey: key,
        remoteRef: { key: 'gemini-agent-production', property: key },
      })),
    });
    expect(ofKindIn(production, 'Secret').map(({ metadata }) => metadata.name)).not.toContain(NAME);
  });

  it('come from entries of their own, and no others are asked for', async () => {
    const objects = await rendered(
      'production',
      'secrets.externalSecret.remoteRefs.GOOGLE_API_KEY.key=google-api-key',
    );
    expect(at(objectIn(objects, 'ExternalSecret'), 'spec').data).toEqual([
      { secretKey: 'GOOGLE_API_KEY', remoteRef: { key: 'google-api-key' } },
    ]);
  });

  it('come from the values', () => {
    const { data } = objectIn(development, 'Secret');
    expect(data).toEqual({ GOOGLE_API_KEY: Buffer.from('your-own-key').toString('base64') });
  });

  test.each([
    ['development', 'secrets.googleApiKey=', 'secrets.googleApiKey is missing: set it'],
    ['production', 'secrets.externalSecret.remoteRefs.SENTRY_DSN.key=a', 'lacks GOOGLE_API_KEY'],
    ['production', 'secrets.externalSecret.remoteRefs.OPENAI.key=a', 'which the Secret does not hold'],
    ['production', 'secrets.externalSecret.storeName=', 'needs storeName'],
    ['production', 'config.enableMetrics=false', 'leaves nothing to scrape'],
    ['production', 'image.repository=', 'image.repository'],
    ['production', 'redis.auth.enabled=false', 'auth.enabled may not be false'],
    ['production', 'redis.enabled=false', 'gemini-agent needs redis'],
    ['production', 'serviceAccount.labels.track=b', 'serviceAccount.labels may not set track=b'],
  ])('%s with %s is refused', async (preset, set, message) => {
    const { code, stderr } = await template('gemini-agent', valuesOf(preset), { args: ['--set', set] });
    expect(code).toBe(1);
    expect(stderr).toContain(message);
  });
});

describe('an identity of the cloud', () => {
  const node = ['169.254.169.252/32', '169.254.169.254/32', '169.254.170.23/32'];
  const reached = (objects: readonly KubeObject[]) =>
    JSON.stringify(objectIn(objects, 'NetworkPolicy').spec).match(/169\.254\.1[67][0-9.]+\/32(?="\})/g) ?? [];
  const labels = (objects: readonly KubeObject[]) =>
    at(objectIn(objects, 'Deployment'), 'spec.template.metadata.labels');

  it.each([
    ['gke', 'iam.gke.io/gcp-service-account', [node[0], node[1]]],
    ['eks', 'eks.amazonaws.com/role-arn', []],
    ['aks', 'azure.workload.identity/client-id', []],
  ])('of %s', async (cloud, annotation, cidrs) => {
    const objects = await rendered(cloud);
    expect(objectIn(objects, 'ServiceAccount').metadata.annotations).toHaveProperty([annotation]);
    expect(reached(objects)).toEqual(cidrs);
    const label = cloud === 'aks' ? 'true' : undefined;
    expect(labels(objects)['azure.workload.identity/use']).toBe(label);
  });

  it('needs no annotation where the cloud needs none', async () => {
    const of = (cloud: string) => rendered('development', `serviceAccount.workloadIdentity=${cloud}`);
    expect(reached(await of('gke'))).toEqual([node[0], node[1]]);
    expect(reached(await of('eks'))).toEqual([node[2]]);
    expect(reached(development)).toEqual([]);
  });

  it('leaves a label alone that is given by hand', async () => {
    const given = 'podLabels.azure\\.workload\\.identity/use=true,serviceAccount.workloadIdentity=aks';
    const objects = await renderedWith('development', ['--set-string', given]);
    expect(labels(objects)['azure.workload.identity/use']).toBe('true');
  });

  it('has labels of the account', async () => {
    const objects = await rendered('development', 'serviceAccount.labels.team=agents');
    expect(objectIn(objects, 'ServiceAccount').metadata.labels).toMatchObject({ team: 'agents' });
  });
});

describe('the edge', () => {
  const ingress = objectIn(production, 'Ingress');

  it('is ingress-nginx with cert-manager, a rate limit, a largest body and a time limit', () => {
    expect(ingress.metadata.annotations).toMatchObject({
      'cert-manager.io/cluster-issuer': 'letsencrypt-prod',
      'nginx.ingress.kubernetes.io/limit-rps': '100',
      'nginx.ingress.kubernetes.io/proxy-body-size': '10m',
      'nginx.ingress.kubernetes.io/proxy-read-timeout': '300',
    });
    expect(ingress.spec).toMatchObject({
      ingressClassName: 'nginx',
      tls: [{ secretName: 'gemini-agent-tls', hosts: ['gemini-agent.example.com'] }],
      rules: [
        {
          host: 'gemini-agent.example.com',
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: { service: { name: NAME, port: { name: 'http' } } },
              },
            ],
          },
        },
      ],
    });
  });

  it('takes several paths', async () => {
    const hosts =
      'ingress.hosts=[{"host":"a.example.com","paths":[{"path":"/v1","pathType":"Prefix"},{"path":"/v2","pathType":"Exact"}]}]';
    const objects = await renderedWith('staging', ['--set-json', hosts]);
    const [rule] = list(at(objectIn(objects, 'Ingress'), 'spec').rules);
    expect(list(at(rule ?? {}, 'http').paths).map(({ path }) => path)).toEqual(['/v1', '/v2']);
  });
});

describe('scaling and disruption', () => {
  it('goes from 3 to 20 pods by CPU, memory and requests, up at once and down slowly', () => {
    const { spec } = objectIn(staging, 'HorizontalPodAutoscaler');
    const resource = (name: string, averageUtilization: number) => ({
      type: 'Resource',
      resource: { name, target: { type: 'Utilization', averageUtilization } },
    });
    expect(spec).toEqual({
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: NAME },
      minReplicas: 3,
      maxReplicas: 20,
      metrics: [
        resource('cpu', 70),
        resource('memory', 80),
        {
          type: 'Pods',
          pods: {
            metric: { name: 'http_requests_per_second' },
            target: { type: 'AverageValue', averageValue: '100' },
          },
        },
      ],
      behavior: {
        scaleDown: {
          stabilizationWindowSeconds: 300,
          policies: [{ type: 'Percent', value: 10, periodSeconds: 60 }],
        },
        scaleUp: {
          stabilizationWindowSeconds: 0,
          selectPolicy: 'Max',
          policies: [
            { type: 'Percent', value: 100, periodSeconds: 15 },
            { type: 'Pods', value: 4, periodSeconds: 15 },
          ],
        },
      },
    });
  });

  it('goes from 5 to 50 pods in production, and is five without the autoscaler', async () => {
    expect(objectIn(production, 'HorizontalPodAutoscaler').spec).toMatchObject({
      minReplicas: 5,
      maxReplicas: 50,
    });
    const off = await rendered('production', 'autoscaling.enabled=false');
    expect(at(objectIn(off, 'Deployment'), 'spec').replicas).toBe(5);
  });

  it('always leaves two pods, where there are more than two', () => {
    for (const objects of [staging, production])
      expect(objectIn(objects, 'PodDisruptionBudget').spec).toMatchObject({ minAvailable: 2 });
    expect(objectIn(development, 'PodDisruptionBudget').spec).toMatchObject({ maxUnavailable: 1 });
    expect(at(objectIn(development, 'Deployment'), 'spec').replicas).toBe(1);
  });
});

it('is scraped by the Prometheus Operator', () => {
  const [endpoint] = list(at(objectIn(production, 'ServiceMonitor'), 'spec').endpoints);
  expect(endpoint).toMatchObject({ port: 'http', path: '/metrics' });
  expect(ofKindIn(development, 'ServiceMonitor')).toEqual([]);
});

it('brings one Redis with a password, and copies where that is asked for', async () => {
  const names = (objects: readonly KubeObject[]) =>
    ofKindIn(objects, 'StatefulSet').map(({ metadata }) => metadata.name);
  expect(names(production)).toEqual(['demo-redis']);
  const copies = await rendered('production', 'redis.architecture=replication');
  expect(names(copies).sort()).toEqual(['demo-redis', 'demo-redis-read']);
});

describe('the keys that users type', () => {
  let typed: readonly KubeObject[];
  beforeAll(async () => {
    typed = await rendered(
      'staging',
      'replicaCount=4,autoscaling.enabled=false,image.repository=acme/agent,image.tag=v2,service.type=LoadBalancer',
      'config.logLevel=debug,config.geminiModel=gemini-2.5-pro,config.maxTokens=1024',
      'ingress.hosts[0].host=a.example.com,ingress.hosts[0].paths[0].path=/,ingress.hosts[0].paths[0].pathType=Exact',
      'secrets.externalSecret.enabled=false,secrets.googleApiKey=key,secrets.databaseUrl=url',
      'redis.enabled=true,redis.architecture=standalone,redis.auth.enabled=true',
      'monitoring.serviceMonitor.enabled=false',
    );
  });

  it('reach the objects', async () => {
    expect(at(objectIn(typed, 'Deployment'), 'spec').replicas).toBe(4);
    expect(container(typed).image).toBe('acme/agent:v2');
    expect(at(objectIn(typed, 'Service'), 'spec').type).toBe('LoadBalancer');
    expect(environment(container(typed))).toMatchObject({
      LOG_LEVEL: 'debug',
      GEMINI_MODEL: 'gemini-2.5-pro',
      MAX_TOKENS: '1024',
    });
    expect(list(at(objectIn(typed, 'Ingress'), 'spec').rules)[0]?.host).toBe('a.example.com');
    expect(Object.keys(at(objectIn(typed, 'Secret'), 'data'))).toEqual(['GOOGLE_API_KEY', 'DATABASE_URL']);
    expect(ofKindIn(typed, 'ServiceMonitor')).toEqual([]);
    const target = await rendered('staging', 'autoscaling.targetCPUUtilizationPercentage=55');
    expect(JSON.stringify(objectIn(target, 'HorizontalPodAutoscaler').spec)).toContain(
      '"averageUtilization":55',
    );
  });
});

function valuesOf(name: string): string {
  const found = cases().find((one) => one.chart === 'gemini-agent' && one.name === name);
  if (found === undefined) throw new Error(`there is no case ${name}`);
  return found.values;
}

async function rendered(name: string, ...sets: readonly string[]): Promise<readonly KubeObject[]> {
  return renderedWith(
    name,
    sets.flatMap((set) => ['--set', set]),
  );
}

function renderedWith(name: string, args: readonly string[]): Promise<readonly KubeObject[]> {
  return objectsOf({ chart: 'gemini-agent', name, values: valuesOf(name) }, { args });
}

/** Objects of the agent itself, and the StatefulSets of its Redis. */
function ofKindIn(objects: readonly KubeObject[], kind: string): readonly KubeObject[] {
  return objects.filter(
    (object) =>
      object.kind === kind && (kind === 'StatefulSet' || object.metadata.name.startsWith('demo-gemini')),
  );
}

function objectIn(objects: readonly KubeObject[], kind: string): KubeObject {
  const [first] = ofKindIn(objects, kind);
  if (first === undefined) throw new Error(`there is no ${kind}`);
  return first;
}

function container(objects: readonly KubeObject[]): Values {
  return list(at(objectIn(objects, 'Deployment'), 'spec.template.spec').containers)[0] ?? {};
}

function list(value: unknown): readonly Values[] {
  return Array.isArray(value) ? (value as readonly Values[]) : [];
}

/** Variable → its value, or the field of the pod that it takes. */
function environment(one: Values = {}): Values {
  return Object.fromEntries(
    list(one.env).map(({ name, value, valueFrom }) => [
      name,
      value ?? at({ valueFrom }, 'valueFrom.fieldRef').fieldPath,
    ]),
  );
}

/** Variable → where its value comes from. */
function references(one: Values): Values {
  return Object.fromEntries(
    list(one.env).flatMap(({ name, valueFrom }) => (valueFrom ? [[name, valueFrom]] : [])),
  );
}
