import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { definitionText } from '../../nx/chart/definition-text.ts';
import { readTrees } from '../compose/tree.ts';
import { importObjects } from './manifests.ts';
import { entriesOf, objectsOf } from './objects.ts';
import { pathOf } from './told.ts';

const SECRET = 'kept-out-of-everything';
/** Texts with a value that is confidential by where it stands. */
const leak = fc.constantFrom(
  `--db-password=${SECRET}`,
  `redis://me:${SECRET}@cache.example.com:6379`,
  `amqp://me:${SECRET}@api:5672/x`,
  `curl -H "Authorization: Bearer ${SECRET}" http://api`,
  `curl -u admin:${SECRET} http://api`,
  `PGPASSWORD=${SECRET} psql -h db`,
  `{"apiKey": "${SECRET}"}`,
);
const leaking = fc.oneof(
  fc.tuple(leak),
  leak.map((text) => ['sh', '-c', text]),
  fc.constant(['--token', SECRET]),
);
const NAMES = ['web', 'api', 'db', 'cache'] as const;
const name = fc.constantFrom(...NAMES);
const port = fc.integer({ min: 1, max: 65535 });
const some = <Value>(one: fc.Arbitrary<Value>) => fc.uniqueArray(one, { minLength: 1, maxLength: 3 });

const value = fc.oneof(
  fc.constantFrom('', 'true', '8', '$(A)', '$(GONE) {{ x }}', 'redis://cache:6379'),
  name.map((host) => `http://${host}.default.svc:80/x`),
  name,
);
const ref = (key: string) => fc.record({ name: fc.constantFrom('c', 's', 'gone'), key: fc.constant(key) });
const env = fc
  .record({ name: fc.constantFrom('A', 'API_HOST', 'DB_PASSWORD', 'url.of', 'LEVEL') })
  .chain((one) =>
    fc.oneof(
      value.map((text) => ({ ...one, value: text })),
      leak.map((text) => ({ ...one, value: text })),
      fc.constant({ name: 'ADMIN_PASSWORD', value: SECRET }),
      fc.oneof(ref('level'), ref('gone')).map((from) => ({ ...one, valueFrom: { configMapKeyRef: from } })),
      ref('password').map((from) => ({ ...one, valueFrom: { secretKeyRef: from } })),
      fc.constant({ ...one, valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }),
      fc.constant({ ...one, valueFrom: { resourceFieldRef: { resource: 'limits.cpu' } } }),
    ),
  );
const probe = fc.constantFrom<object>(
  { httpGet: { path: '/a', port: 80 }, periodSeconds: 3 },
  { tcpSocket: { port: 80 } },
  { exec: { command: ['x', 'y'] }, failureThreshold: 2 },
  { grpc: { port: 9 } },
  { httpGet: { path: '/a', port: 80, httpHeaders: [{ name: 'Authorization', value: `Basic ${SECRET}` }] } },
  { exec: { command: ['mysqladmin', `--password=${SECRET}`, 'ping'] } },
);
const container = fc.record(
  {
    name: fc.constantFrom('web', 'other', 'third'),
    image: fc.constantFrom('web:1', 'redis:7', 'postgres', 'ghcr.io/a/b', `a/b@sha256:${'ab'.repeat(32)}`),
    command: fc.oneof(some(value), leaking),
    args: fc.oneof(some(value), leaking),
    env: some(env),
    envFrom: fc.constantFrom<object[]>(
      [{ configMapRef: { name: 'c' } }],
      [{ prefix: 'P_', secretRef: { name: 's' } }, { configMapRef: { name: 'gone' } }],
    ),
    ports: some(
      fc.record(
        { containerPort: port, name: fc.constantFrom('http', 'metrics', 'x') },
        { requiredKeys: ['containerPort'] },
      ),
    ),
    livenessProbe: probe,
    readinessProbe: probe,
    startupProbe: probe,
    resources: fc.constantFrom<object>(
      { limits: { cpu: 1 } },
      { requests: { memory: '1Gi', cpu: '100m' }, limits: { 'nvidia.com/gpu': 1, memory: '2Gi' } },
    ),
    securityContext: fc.constantFrom<object>(
      { runAsUser: 0, privileged: true },
      { runAsUser: 33, capabilities: { add: ['X'], drop: ['ALL'] }, readOnlyRootFilesystem: true },
    ),
    volumeMounts: some(
      fc.record({
        name: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'gone'),
        mountPath: fc.constantFrom('/a', '/b/c', '/tmp', '/etc/x.conf'),
      }),
    ),
    lifecycle: fc.oneof(
      fc.constant({ preStop: { exec: { command: ['x'] } } }),
      leaking.map((command) => ({ postStart: { exec: { command } } })),
      fc.constant({ preStop: { httpGet: { port: 80, httpHeaders: [{ name: 'X-Token', value: SECRET }] } } }),
    ),
    imagePullPolicy: fc.constant('Always'),
    workingDir: fc.constant('/w'),
    tty: fc.constant(true),
  },
  { requiredKeys: ['name', 'image'] },
);
const podSpec = fc.record(
  {
    containers: fc.uniqueArray(container, { minLength: 1, maxLength: 3, selector: (one) => one.name }),
    initContainers: some(container),
    volumes: fc.constant([
      { name: 'a', emptyDir: {} },
      {
        name: 'b',
        configMap: {
          name: 'c',
          items: [
            { key: 'level', path: 'l' },
            { key: 'web.conf', path: 'w' },
          ],
        },
      },
      { name: 'c', secret: { secretName: 's' } },
      { name: 'd', persistentVolumeClaim: { claimName: 'kept' } },
      { name: 'e', hostPath: { path: '/x' } },
      { name: 'f', nfs: { server: 'x', path: '/' } },
    ]),
    nodeSelector: fc.constant({ a: 'b' }),
    tolerations: fc.constant([{ key: 'a', operator: 'Exists' }]),
    hostNetwork: fc.constant(true),
    serviceAccountName: fc.constant('account'),
    restartPolicy: fc.constant('Never'),
    securityContext: fc.constantFrom<object>(
      { runAsUser: 5, fsGroup: 5 },
      { sysctls: [{ name: 'a', value: 'b' }] },
    ),
    terminationGracePeriodSeconds: fc.constant(5),
    imagePullSecrets: fc.constant([{ name: 'x' }]),
  },
  { requiredKeys: ['containers'] },
);
const workload = (app: string) =>
  fc
    .record({
      kind: fc.constantFrom('Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob', 'Pod'),
      spec: podSpec,
    })
    .map(({ kind, spec }) => {
      const template = {
        metadata: { labels: { app }, annotations: { 'prometheus.io/scrape': 'true', a: 'b' } },
        spec,
      };
      const job = { backoffLimit: 1, ttlSecondsAfterFinished: 3, template };
      const specs: Readonly<Record<string, object>> = {
        Deployment: {
          replicas: 2,
          strategy: { type: 'Recreate' },
          selector: { matchLabels: { app } },
          template,
        },
        StatefulSet: {
          ...{ serviceName: app, selector: { matchLabels: { app } }, template },
          volumeClaimTemplates: [
            { metadata: { name: 'a' }, spec: { resources: { requests: { storage: '1Gi' } } } },
          ],
        },
        DaemonSet: { selector: { matchLabels: { app } }, updateStrategy: { rollingUpdate: {} }, template },
        Job: job,
        CronJob: { schedule: '* * * * *', startingDeadlineSeconds: 3, jobTemplate: { spec: job } },
        Pod: spec,
      };
      const metadata = { name: app, labels: { app } };
      return { apiVersion: 'x/v1', kind, metadata, spec: specs[kind] };
    });
const object = (kind: string, own: string, rest: object) => ({
  apiVersion: 'v1',
  kind,
  metadata: { name: own },
  ...rest,
});
const service = fc
  .record({ app: name, port, type: fc.constantFrom('ClusterIP', 'NodePort') })
  .map(({ app, port: number, type }) =>
    object('Service', app, {
      spec: { type, selector: { app }, ports: [{ port: number, targetPort: 'http', nodePort: 3 }] },
    }),
  );
const beside = fc.constantFrom(
  object('ConfigMap', 'c', { data: { level: 'low', 'web.conf': 'http://api:80/', password: SECRET } }),
  object('ConfigMap', 'c', {
    data: { level: 'low', 'web.conf': `proxy_set_header Authorization "Basic ${SECRET}";`, password: SECRET },
  }),
  object('Secret', 's', { type: 'Opaque', stringData: { password: SECRET, 'x.y': SECRET } }),
  object('PersistentVolumeClaim', 'kept', {
    spec: { accessModes: ['ReadWriteMany'], resources: { requests: { storage: '2Gi' } } },
  }),
  object('ServiceAccount', 'account', { automountServiceAccountToken: false }),
  object('Role', 'r', { rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['*'] }] }),
  object('RoleBinding', 'r', {
    roleRef: { kind: 'Role', name: 'r' },
    subjects: [{ kind: 'ServiceAccount', name: 'account' }],
  }),
  object('HorizontalPodAutoscaler', 'h', {
    spec: {
      scaleTargetRef: { kind: 'Deployment', name: 'web' },
      maxReplicas: 3,
      metrics: [{ type: 'Pods', pods: { metric: { name: 'x' } } }],
    },
  }),
  object('PodDisruptionBudget', 'p', {
    spec: { maxUnavailable: 1, selector: { matchLabels: { app: 'api' } } },
  }),
  object('Ingress', 'i', {
    spec: {
      rules: [
        {
          host: 'a.b',
          http: { paths: [{ path: '/', backend: { service: { name: 'web', port: { number: 80 } } } }] },
        },
      ],
    },
  }),
  object('NetworkPolicy', 'n', { spec: { podSelector: {} } }),
  { ...object('Widget', 'w', { spec: { a: [{ b: 1 }] } }), apiVersion: 'example.com/v1' },
);

it('random manifests: every field is in the report once, and no secret is anywhere', () => {
  let imported = 0;
  fc.assert(
    fc.property(
      fc.uniqueArray(name, { minLength: 1, maxLength: 4 }).chain((apps) => fc.tuple(...apps.map(workload))),
      fc.uniqueArray(service, { maxLength: 4, selector: (one) => one.metadata.name }),
      fc.uniqueArray(beside, { maxLength: 8, selector: ({ kind, metadata }) => `${kind} ${metadata.name}` }),
      fc.boolean(),
      (pods, services, others, split) => {
        const text = [...pods, ...services, ...others].map((one) => stringify(one)).join('---\n');
        const objects = objectsOf(readTrees(text, 'all.yaml'));
        let result: ReturnType<typeof importObjects>;
        try {
          result = importObjects(objects, { files: ['all.yaml'], charts: ['redis', 'postgres'], split });
        } catch (error) {
          expect(String(error)).toMatch('there is no service');
          return;
        }
        imported += 1;
        const lines = new Map(result.lines.map((line) => [line.path, line]));
        expect(lines.size).toBe(result.lines.length);
        const used = new Set<string>();
        for (const one of objects)
          for (const { keys } of entriesOf(one)) {
            const lengths = [...keys.keys(), keys.length].toReversed();
            const path = lengths
              .map((length) => pathOf(one, keys.slice(0, length)))
              .find((found) => lines.has(found));
            expect(path, pathOf(one, keys)).toBeDefined();
            used.add(path ?? '');
          }
        expect([...lines.keys()].filter((path) => !used.has(path))).toEqual([]);
        const written = result.charts.map(({ definition }) => definitionText(definition));
        expect(
          written.join('') + JSON.stringify([result.charts, result.umbrella, result.report]),
        ).not.toContain(SECRET);
      },
    ),
    { numRuns: 200, seed: 12 },
  );
  expect(imported).toBeGreaterThan(150);
});
