import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { V1ConfigMap, V1PersistentVolumeClaim, V1Secret, V1Service } from '@kubernetes/client-node';
import { FsTree, flushChanges } from 'nx/src/generators/tree';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importGenerator } from '../../generators/src/nx/import/generator.ts';
import { CHARTS } from '../../generators/src/package/chart-folders.ts';
import { packChart } from '../../generators/src/package/pack.ts';
import { livePods } from './observe.ts';
import { type Space, useCluster } from './testbed.ts';

/** A page, its API, a worker and a broker, with servers that are charts here. */
const COMPOSE = `services:
  web:
    build: web
    ports: ["8080:3000"]
    environment: { API_URL: "http://api:8000" }
    depends_on: [api]
  api:
    image: registry.example.com/shop/api:2.1
    expose: [8000]
    user: "1500"
    environment:
      DATABASE_URL: "postgresql://shop:\${DB_PASSWORD:-shop}@db:5432/shop"
      REDIS_URL: redis://cache:6379/0
      AMQP_URL: amqp://shop:hidden@broker:5672/
      SESSION_SECRET: \${SESSION_SECRET:-changeme}
    healthcheck: { test: curl -f http://localhost:8000/health }
    depends_on: { db: { condition: service_healthy }, cache: {}, broker: {} }
    tmpfs: /scratch
    volumes: ["media:/media", "mail:/var/mail", "index:/index", "index:/again"]
  worker:
    image: registry.example.com/shop/api:2.1
    command: work --queue amqp://broker:5672
    depends_on: { broker: {}, seed: { condition: service_completed_successfully } }
    volumes: ["media:/in:ro"]
  seed:
    image: registry.example.com/shop/api:2.1
    command: seed
    restart: "no"
    depends_on: [db]
    volumes: ["media:/media"]
  db: { image: "postgres:17", environment: { POSTGRES_USER: shop, POSTGRES_PASSWORD: "\${DB_PASSWORD:-shop}" } }
  cache: { image: "redis:7-alpine", volumes: ["cache:/data"] }
  broker:
    image: rabbitmq:4
    environment: { RABBITMQ_DEFAULT_USER: shop, RABBITMQ_DEFAULT_PASS: hidden }
    volumes: ["broker:/var/lib/rabbitmq"]
volumes: { cache: {}, broker: {}, media: {}, mail: {}, index: {} }
`;

/** The same as plain manifests, with what only those say: sidecars, files that name services, roles, an autoscaler. */
const MANIFESTS = `apiVersion: v1
kind: List
items:
  - apiVersion: apps/v1
    kind: Deployment
    metadata: { name: web, namespace: depot }
    spec:
      selector: { matchLabels: { app: web } }
      template:
        metadata: { labels: { app: web } }
        spec:
          containers:
            - name: web
              image: nginx:1.27
              ports: [{ name: http, containerPort: 8080 }]
              readinessProbe: { httpGet: { path: /, port: http } }
              volumeMounts: [{ name: conf, mountPath: /etc/nginx/conf.d }]
            - { name: agent, image: "registry.example.com/agent:1", args: ["--to=http://api:9000/metrics"] }
          volumes: [{ name: conf, configMap: { name: web } }]
  - apiVersion: v1
    kind: ConfigMap
    metadata: { name: web, namespace: depot }
    data: { default.conf: "server { listen 8080; location / { proxy_pass http://api.depot.svc:9000; } }" }
  - apiVersion: v1
    kind: Service
    metadata: { name: web, namespace: depot }
    spec: { type: LoadBalancer, selector: { app: web }, ports: [{ port: 80, targetPort: http }] }
  - apiVersion: apps/v1
    kind: Deployment
    metadata: { name: api, namespace: depot }
    spec:
      replicas: 2
      selector: { matchLabels: { app: api } }
      template:
        metadata: { labels: { app: api } }
        spec:
          serviceAccountName: api
          initContainers: [{ name: wait, image: "busybox:1", command: [sh, -c, "until nc -z store 5432; do sleep 1; done"] }]
          containers:
            - name: api
              image: registry.example.com/depot/api:3.0
              ports: [{ containerPort: 9000 }]
              envFrom: [{ configMapRef: { name: api } }, { secretRef: { name: api } }]
              env: [{ name: QUEUE, value: "redis://cache:6379/0" }]
              livenessProbe: { tcpSocket: { port: 9000 } }
              volumeMounts: [{ name: files, mountPath: /files }]
          volumes: [{ name: files, persistentVolumeClaim: { claimName: media } }]
  - apiVersion: v1
    kind: ConfigMap
    metadata: { name: api, namespace: depot }
    data: { LOG_LEVEL: info }
  - apiVersion: v1
    kind: Secret
    metadata: { name: api, namespace: depot }
    stringData: { DATABASE_URL: "postgresql://depot:hidden@store:5432/depot", SESSION_SECRET: hidden }
  - apiVersion: v1
    kind: Service
    metadata: { name: api, namespace: depot }
    spec: { selector: { app: api }, ports: [{ port: 9000 }] }
  - apiVersion: v1
    kind: PersistentVolumeClaim
    metadata: { name: media, namespace: depot }
    spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
  - apiVersion: batch/v1
    kind: CronJob
    metadata: { name: tidy, namespace: depot }
    spec:
      schedule: "0 4 * * *"
      jobTemplate:
        spec:
          template:
            spec:
              restartPolicy: Never
              containers:
                - name: tidy
                  image: registry.example.com/depot/api:3.0
                  args: [tidy, "http://api:9000"]
                  volumeMounts: [{ name: files, mountPath: /files }]
              volumes: [{ name: files, persistentVolumeClaim: { claimName: media } }]
  - apiVersion: apps/v1
    kind: StatefulSet
    metadata: { name: queue, namespace: depot }
    spec:
      serviceName: queue
      selector: { matchLabels: { app: queue } }
      template:
        metadata: { labels: { app: queue } }
        spec:
          containers:
            - name: queue
              image: nats:2.11
              ports: [{ containerPort: 4222 }]
              volumeMounts: [{ name: kept, mountPath: /kept }, { name: log, mountPath: /log }]
      volumeClaimTemplates:
        - { metadata: { name: kept }, spec: { resources: { requests: { storage: 1Gi } } } }
        - { metadata: { name: log }, spec: { resources: { requests: { storage: 1Gi } } } }
  - apiVersion: v1
    kind: Service
    metadata: { name: queue, namespace: depot }
    spec: { clusterIP: None, selector: { app: queue }, ports: [{ port: 4222 }] }
  - apiVersion: apps/v1
    kind: Deployment
    metadata: { name: store, namespace: depot }
    spec:
      selector: { matchLabels: { app: store } }
      template:
        metadata: { labels: { app: store } }
        spec: { containers: [{ name: store, image: "postgres:17", ports: [{ containerPort: 5432 }] }] }
  - apiVersion: v1
    kind: Service
    metadata: { name: store, namespace: depot }
    spec: { selector: { app: store }, ports: [{ port: 5432 }] }
  - apiVersion: apps/v1
    kind: Deployment
    metadata: { name: cache, namespace: depot }
    spec:
      selector: { matchLabels: { app: cache } }
      template:
        metadata: { labels: { app: cache } }
        spec: { containers: [{ name: cache, image: "redis:7", ports: [{ containerPort: 6379 }] }] }
  - apiVersion: v1
    kind: Service
    metadata: { name: cache, namespace: depot }
    spec: { selector: { app: cache }, ports: [{ port: 6379 }] }
  - apiVersion: policy/v1
    kind: PodDisruptionBudget
    metadata: { name: api, namespace: depot }
    spec: { minAvailable: 1, selector: { matchLabels: { app: api } } }
  - apiVersion: networking.k8s.io/v1
    kind: Ingress
    metadata: { name: web, namespace: depot }
    spec:
      rules: [{ host: depot.example.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }]
  - apiVersion: v1
    kind: ServiceAccount
    metadata: { name: api, namespace: depot }
  - apiVersion: rbac.authorization.k8s.io/v1
    kind: Role
    metadata: { name: api, namespace: depot }
    rules: [{ apiGroups: [""], resources: [configmaps], verbs: [get] }]
  - apiVersion: rbac.authorization.k8s.io/v1
    kind: RoleBinding
    metadata: { name: api, namespace: depot }
    roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: api }
    subjects: [{ kind: ServiceAccount, name: api }]
`;

const testbed = useCluster();
const root = mkdtempSync(join(tmpdir(), 'import-'));
let archive: string;
let depot: string;
let apart: string;

beforeAll(async () => {
  const workspace = join(CHARTS, '..');
  symlinkSync(join(workspace, 'node_modules'), join(root, 'node_modules'));
  cpSync(CHARTS, join(root, 'charts'), { recursive: true });
  writeFileSync(join(root, 'compose.yaml'), COMPOSE);
  writeFileSync(join(root, 'all.yaml'), MANIFESTS);
  archive = await imported('compose.yaml', 'shop');
  depot = await imported('all.yaml', 'depot');
  apart = await imported('compose.yaml', 'apart', true);
}, 300_000);
afterAll(() => rmSync(root, { recursive: true }));

/** The archive of the chart that a file becomes. */
async function imported(file: string, name: string, split = false): Promise<string> {
  const tree = new FsTree(root, false);
  await importGenerator(tree, { file, name, split });
  flushChanges(root, tree.listChanges());
  return packChart(name, join(root, 'dist'), join(root, 'charts'));
}

/** `chart/component` of every pod. */
async function runningIn(space: Space): Promise<readonly string[]> {
  const labels = (await livePods(space)).map(({ metadata }) => metadata?.labels ?? {});
  return labels.map((one) => `${one['app.kubernetes.io/name']}/${one['app.kubernetes.io/component']}`);
}

test('an imported Compose file comes up in a restricted namespace that denies what is not declared', {
  timeout: 600_000,
}, async () => {
  const space = await testbed.space();
  const values = join(root, 'charts/shop/ci/default-values.yaml');
  const more = ['--set', 'global.storageClass=standard', '--wait', '--timeout', '300s'];
  await space.helm('install', 'shop', archive, '--values', values, ...more);
  const running = await runningIn(space);
  expect([...new Set(running)].sort()).toEqual(
    expect.arrayContaining([
      'postgres/main',
      'redis/main',
      'shop/api',
      'shop/broker',
      'shop/main',
      'shop/worker',
    ]),
  );
  const pods = await livePods(space);
  const worker = pods.find(({ metadata }) => metadata?.labels?.['app.kubernetes.io/component'] === 'worker');
  expect(worker?.spec?.initContainers?.map(({ name }) => name)).toContain('wait-for-seed');
  const claims = await space.list<V1PersistentVolumeClaim>('persistentvolumeclaims');
  expect(claims.map(({ metadata }) => metadata?.name).sort()).toEqual(
    expect.arrayContaining(['data-shop-api-0', 'data-shop-broker-0', 'index-shop-api-0', 'shop-media']),
  );
  const secrets = await space.list<V1Secret>('secrets');
  const { data = {} } = secrets.find(({ metadata }) => metadata?.name === 'shop') ?? {};
  expect(Object.keys(data).sort()).toEqual(['rabbitmq-default-pass', 'session-secret']);
});

test('imported manifests do so too, with the names, roles and claims that they have', {
  timeout: 600_000,
}, async () => {
  const space = await testbed.space();
  const values = join(root, 'charts/depot/ci/default-values.yaml');
  const more = ['--set', 'global.storageClass=standard', '--wait', '--timeout', '300s'];
  await space.helm('install', 'depot', depot, '--values', values, ...more);
  const running = await runningIn(space);
  expect([...new Set(running)].sort()).toEqual(
    expect.arrayContaining(['depot/api', 'depot/main', 'depot/queue', 'postgres/main', 'redis/main']),
  );
  const claims = await space.list<V1PersistentVolumeClaim>('persistentvolumeclaims');
  expect(claims.map(({ metadata }) => metadata?.name).sort()).toEqual(
    expect.arrayContaining(['data-depot-queue-0', 'depot-media', 'log-depot-queue-0']),
  );
  const services = await space.list<V1Service>('services');
  expect(services.map(({ metadata }) => metadata?.name)).toContain('queue');
  const files = await space.list<V1ConfigMap>('configmaps');
  const { data = {} } = files.find(({ metadata }) => metadata?.name === 'depot-files') ?? {};
  expect(Object.values(data).join('')).toContain('proxy_pass http://depot-api:9000;');
  const secrets = await space.list<V1Secret>('secrets');
  const own = secrets.find(({ metadata }) => metadata?.name === 'depot');
  expect(Object.keys(own?.data ?? {})).toEqual(['session-secret']);
});

test('and so does the same file as a chart for each service, members of an umbrella', {
  timeout: 600_000,
}, async () => {
  const space = await testbed.space();
  const values = join(root, 'charts/apart/presets/all.yaml');
  const more = ['--set', 'global.storageClass=standard', '--wait', '--timeout', '300s'];
  await space.helm('install', 'apart', apart, '--values', values, ...more);
  const running = await runningIn(space);
  expect([...new Set(running)].sort()).toEqual(
    expect.arrayContaining([
      'apart-api/broker',
      'apart-api/main',
      'apart-api/worker',
      'apart-web/main',
      'postgres/main',
      'redis/main',
    ]),
  );
});
