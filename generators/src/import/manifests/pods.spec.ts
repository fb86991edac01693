import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readAnswers } from '../questions.ts';
import { imported, pod, saidOf, web } from './fixtures.ts';

describe('a pod', () => {
  it('has several containers: the one that the Service leads to, and sidecars', async () => {
    const result = await imported({
      'web.yaml': `${web('        - { name: helper, image: "helper:1", env: [{ name: A, value: b }], readinessProbe: { exec: { command: [ok] } } }')}`,
    });
    expect(result.definition.workloads.main?.sidecars).toEqual({
      helper: {
        description: 'The container helper beside web.',
        image: expect.objectContaining({ repository: 'library/helper', tag: '1' }),
        env: { A: 'b' },
        liveness: { exec: { command: ['ok'] } },
        readiness: { exec: { command: ['ok'] } },
      },
    });
  });

  it('has a port that only a person knows: its probe opens that', async () => {
    const answers = readAnswers('probes: { calls: 8000 }', 'answers.yaml');
    const [, alone] = pod('calls', 'image: "calls:1"').split('---');
    const { definition } = await imported({ 'all.yaml': `${web('')}---${alone}` }, { answers });
    const probe = { tcpSocket: { port: 8000 } };
    expect(definition.workloads.calls?.probes).toEqual({ liveness: probe, readiness: probe });
  });

  it.each([
    [
      'kubectl waits',
      'image: "bitnami/kubectl:1", command: [kubectl, wait, --for=condition=complete, job/migrate]',
    ],
    [
      'kubectl waits in words',
      'image: "kubectl:1", args: ["kubectl wait --for=condition=complete jobs.batch migrate"]',
    ],
    ['k8s-wait-for does', 'image: "ghcr.io/groundnuty/k8s-wait-for:v2.0", args: [job, migrate]'],
  ])('for which an init container waits for a Job, as %s, comes after it', async (_, waits) => {
    const init = `\n      initContainers: [{ name: wait, ${waits} }]\n      containers:`;
    const job = (name: string) =>
      `\n---\napiVersion: batch/v1\nkind: Job\nmetadata: { name: ${name} }\nspec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: "a:1" }] } } }\n`;
    const result = await imported({
      'all.yaml': web('').replace('\n      containers:', init) + job('migrate') + job('migrate-more'),
    });
    expect(result.definition.workloads.main).toMatchObject({ after: ['migrate'] });
    expect(result.definition.workloads.main).not.toHaveProperty('init');
    expect(saidOf(result, 'Deployment/web spec.template.spec.initContainers.0')).toBe(
      'carried: `after`: pods wait until the Job migrate is complete',
    );
  });

  it('has sidecars with names that no workload has', async () => {
    const result = await imported({
      'all.yaml': web('        - { name: other, image: "helper:1" }') + pod('other', 'image: "other:1"'),
    });
    expect(Object.keys(result.definition.workloads)).toEqual(['main', 'other']);
    expect(Object.keys(result.definition.workloads.main?.sidecars ?? {})).toEqual(['otherSidecar']);
  });

  it('of a Job runs once, and one that only tests a release is left to helm test', async () => {
    const job = (name: string, more = '') =>
      `\n---\napiVersion: batch/v1\nkind: Job\nmetadata: { name: ${name}${more} }\nspec: { backoffLimit: 3, template: { spec: { containers: [{ name: a, image: "a:1", livenessProbe: { exec: { command: [x] } } }] } } }\n`;
    const result = await imported({
      'all.yaml': web('') + job('migrate') + job('try', ', annotations: { helm.sh/hook: test }'),
    });
    expect(result.definition.workloads.migrate).toMatchObject({
      kind: 'Job',
      features: { job: { once: true } },
      values: { backoffLimit: 3 },
    });
    expect(saidOf(result, 'Job/migrate spec.template.spec.containers.0.livenessProbe')).toBe(
      'left out: a Job has no probes',
    );
    expect(saidOf(result, 'Job/try')).toBe('carried: `helm test` checks every workload');
  });

  it('has init containers: work of its own image is in the definition, that of another is asked about', async () => {
    const result = await imported({
      'web.yaml': web(
        '',
        '',
        `      initContainers:
        - { name: Migrate_It, image: "example.com/web:1.2", command: [migrate] }
        - { name: watch, image: "example.com/web:1.2", command: [watch], restartPolicy: Always }
        - { name: chown, image: "busybox:1", command: [chown, "1"] }`,
      ),
    });
    expect(result.definition.workloads.main?.init).toEqual({
      'migrate-it': { description: 'The init container Migrate_It.', image: 'main', command: ['migrate'] },
    });
    expect(saidOf(result, 'Deployment/web spec.template.spec.initContainers.1')).toBe(
      'asked: watch stays beside the workload: write it into `sidecars`, or into `extraContainers` of the values',
    );
    expect(saidOf(result, 'Deployment/web spec.template.spec.initContainers.2')).toContain(
      'asked: chown has an image of its own',
    );
  });

  it('may do here what is restricted, and nothing else', async () => {
    const result = await imported({
      'web.yaml': web(
        `          securityContext: { runAsUser: 0, privileged: true, capabilities: { add: [NET_ADMIN], drop: [ALL] } }
          volumeMounts: [{ name: socket, mountPath: /var/run/docker.sock }, { name: node, mountPath: /host }]`,
        '',
        `      hostNetwork: true
      volumes:
        - { name: socket, hostPath: { path: /var/run/docker.sock } }
        - { name: node, hostPath: { path: /var/lib } }`,
      ),
    });
    const { main } = result.definition.workloads;
    expect([main?.user, main?.mounts, main?.privileges]).toEqual([undefined, undefined, undefined]);
    const container = 'Deployment/web spec.template.spec.containers.0';
    expect(saidOf(result, `${container}.securityContext.runAsUser`)).toContain(
      'asked: it runs as user 1000: no pod here is root by itself',
    );
    expect(saidOf(result, `${container}.securityContext.capabilities.add`)).toContain('left out: pods here');
    expect(saidOf(result, `${container}.securityContext.privileged`)).toContain('left out: no pod here');
    expect(saidOf(result, 'Deployment/web spec.template.spec.hostNetwork')).toContain('left out: pods have');
    expect(saidOf(result, `${container}.volumeMounts.0`)).toContain('left out: there is no Docker');
    expect(saidOf(result, `${container}.volumeMounts.1`)).toContain('left out: pods here have no folders');
  });

  it('stays in group 0, and says so; where it writes to its root file system, it is asked about', async () => {
    const result = await imported({
      'web.yaml': web(
        '          securityContext: { runAsUser: 1001, runAsGroup: 0, readOnlyRootFilesystem: false }',
      ),
    });
    const { main } = result.definition.workloads;
    expect([main?.user, main?.privileges]).toEqual([
      1001,
      {
        'root-group': {
          group: 0,
          reason: 'Its files belong to group 0, in which it ran where it was imported from.',
        },
      },
    ]);
    const context = 'Deployment/web spec.template.spec.containers.0.securityContext';
    expect(saidOf(result, `${context}.runAsGroup`)).toBe('carried: group 0 is among `privileges`');
    expect(saidOf(result, `${context}.readOnlyRootFilesystem`)).toBe(
      'asked: its root file system is read-only: name `/` for all of it; answer `images.web`',
    );
  });

  it('has a graphics card by the feature, and its place by values of the same form', async () => {
    const { definition } = await imported({
      'web.yaml': web(
        '          resources: { limits: { nvidia.com/gpu: 2, cpu: 1, memory: 4Gi } }',
        '',
        `      nodeSelector: { disk: fast }
      tolerations: [{ key: gpu, operator: Exists }]
      topologySpreadConstraints:
        - { maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: { matchLabels: { app: web } } }`,
      ),
    });
    expect(definition.workloads.main?.features).toMatchObject({ gpu: {} });
    expect(definition.workloads.main?.values).toEqual({
      resources: { requests: { cpu: '1', memory: '4Gi' }, limits: { cpu: '1', memory: '4Gi' } },
      gpu: { count: 2 },
      nodeSelector: { disk: 'fast' },
      tolerations: [{ key: 'gpu', operator: 'Exists' }],
      topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'ScheduleAnyway' }],
    });
  });

  it('takes keys of ConfigMaps and Secrets under names of its own; what is not among the files is asked or given', async () => {
    const result = await imported({
      'web.yaml': `${web(`          env:
            - { name: LEVEL, valueFrom: { configMapKeyRef: { name: c, key: level } } }
            - { name: LOGIN, valueFrom: { secretKeyRef: { name: s, key: user } } }
            - { name: AGAIN, valueFrom: { secretKeyRef: { name: s, key: user } } }
            - { name: THERE, valueFrom: { secretKeyRef: { name: gone, key: user, optional: true } } }
            - { name: ON, value: "true" }
          envFrom: [{ secretRef: { name: gone } }, { prefix: P_, configMapRef: { name: c } }]`)}
---
apiVersion: v1
kind: ConfigMap
metadata: { name: c }
data: { level: low, api_token: hidden }
---
apiVersion: v1
kind: Secret
metadata: { name: s }
data: { user: aGlkZGVu }
`,
    });
    expect(stringify(result.settings?.properties)).not.toContain('hidden');
    expect(Object.keys(Object(result.settings?.properties))).toEqual(['config', 'secrets']);
    expect(result.definition.workloads.main?.env).toEqual({ ON: 'true', AGAIN: '$(LOGIN)' });
    expect(saidOf(result, 'ConfigMap/c data.level')).toBe('carried: `config.pLevel`; `config.level`');
    expect(saidOf(result, 'ConfigMap/c data.api_token')).toContain('asked: `secrets.pApiToken`, to be given');
    expect(saidOf(result, 'Secret/s data.user')).toContain('`secrets.login`, to be given');
    const container = 'Deployment/web spec.template.spec.containers.0';
    expect(saidOf(result, `${container}.envFrom.0`)).toContain(
      'asked: the Secret gone is not among the files',
    );
    expect(saidOf(result, `${container}.env.3`)).toBe('carried: `secrets.there`, where it is needed');
  });

  it('has what it keeps, and files: a Secret or a confidential file is brought', async () => {
    const result = await imported({
      'web.yaml': `${web(
        `          volumeMounts:
            - { name: kept, mountPath: /data, subPath: web }
            - { name: more, mountPath: /more }
            - { name: certificates, mountPath: /tls }
            - { name: conf, mountPath: /etc/web.conf, subPath: web.conf }
            - { name: login, mountPath: /login }`,
        '',
        `      volumes:
        - { name: kept, persistentVolumeClaim: { claimName: kept } }
        - { name: more, emptyDir: {} }
        - { name: certificates, secret: { secretName: tls } }
        - { name: conf, configMap: { name: conf } }
        - { name: login, configMap: { name: login } }
        - { name: spare, emptyDir: {} }`,
      )}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: kept }
spec: { accessModes: [ReadWriteMany], resources: { requests: { storage: 3Gi } } }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: conf }
data: { web.conf: "a {{ b }}", other: "x" }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: login }
data: { login.ini: "password = hidden" }
`,
    });
    expect(result.definition.workloads.main).toMatchObject({
      kind: 'Deployment',
      storage: { name: 'data', mountPath: '/data', size: '3Gi' },
      writable: { more: '/more' },
      files: { 'conf/web.conf': '/etc/web.conf' },
      mounts: {
        certificates: { secret: 'tls', path: '/tls', optional: true },
        login: { secret: 'login', path: '/login/login.ini', subPath: 'login.ini', optional: true },
      },
      values: { persistence: { accessModes: ['ReadWriteMany'], subPath: 'web' } },
    });
    expect(result.files).toEqual({ 'files/conf/web.conf': 'a {{ b }}' });
    expect(saidOf(result, 'ConfigMap/conf data.other')).toBe('left out: no container takes it');
    const spec = 'Deployment/web spec.template.spec';
    expect(saidOf(result, `${spec}.volumes.2`)).toContain(
      'asked: `mounts.certificates`: create the Secret tls',
    );
    expect(saidOf(result, 'ConfigMap/login data.login.ini')).toBe(
      'asked: it seems to hold a secret: create the Secret login with it as the key login.ini before the release; `mounts.login` has it at /login/login.ini',
    );
    expect(saidOf(result, `${spec}.volumes.5`)).toBe('left out: nothing mounts it');
  });

  it('shares a claim with others', async () => {
    const spec = '          volumeMounts: [{ name: v, mountPath: /v, readOnly: true }]';
    const volumes = '      volumes: [{ name: v, persistentVolumeClaim: { claimName: all-files } }]';
    const text = web(spec, '', volumes);
    const result = await imported({
      'all.yaml': `${text}---${text.replaceAll('web', 'api').replace(', readOnly: true', '')}---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: all-files }
spec: { accessModes: [ReadWriteMany], storageClassName: nfs, resources: { requests: { storage: 3Gi } } }
`,
    });
    const { definition } = result;
    expect(definition.claims).toEqual({ allfiles: { size: '3Gi', description: 'The claim all-files.' } });
    expect(definition.values).toEqual({
      claims: { allfiles: { accessModes: ['ReadWriteMany'], storageClass: 'nfs' } },
    });
    expect([definition.workloads.main?.mounts, definition.workloads.api?.mounts]).toEqual([
      { allfiles: { path: '/v' } },
      { allfiles: { path: '/v', writable: true } },
    ]);
    expect(saidOf(result, 'PersistentVolumeClaim/all-files spec.storageClassName')).toBe(
      'carried: `claims.allfiles`',
    );
  });

  it('keeps apart from its like by itself; near or apart from others is asked, for labels are others here', async () => {
    const term = (labels: string) =>
      `{ topologyKey: kubernetes.io/hostname, labelSelector: { matchLabels: { app: ${labels} } } }`;
    const own = (labels: string) =>
      `      affinity:
        nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: disk, operator: In, values: [ssd] }] }] } }
        podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: ${term(labels)} }] }`;
    const said = async (labels: string) => {
      const result = await imported({ 'web.yaml': web('', '', own(labels)) });
      expect(Object.keys((result.definition.workloads.main?.values?.affinity as object) ?? {})).toEqual([
        'nodeAffinity',
      ]);
      return saidOf(result, 'Deployment/web spec.template.spec.affinity.podAntiAffinity');
    };
    expect(await said('web')).toBe('carried: pods keep apart by node where they can');
    expect(await said('other')).toMatch(/^asked: near or apart from which pods/);
  });
});

describe('what values have in the same form', () => {
  it('is carried: names, hosts and schedulers of pods, and who reaches a Service', async () => {
    const text = `${web(
      '',
      '',
      `      dnsPolicy: None
      dnsConfig: { nameservers: [10.0.0.1] }
      hostAliases: [{ ip: 10.0.0.2, hostnames: [far] }]`,
    )}${pod('api', 'image: "api:1", ports: [{ containerPort: 9000 }]')}`.replaceAll(
      'spec: { selector: { app: ',
      'spec: { sessionAffinity: ClientIP, sessionAffinityConfig: { clientIP: { timeoutSeconds: 60 } }, selector: { app: ',
    );
    const result = await imported({ 'all.yaml': text });
    const { main, api } = result.definition.workloads;
    expect(main?.values).toMatchObject({
      pod: {
        dnsPolicy: 'None',
        dnsConfig: { nameservers: ['10.0.0.1'] },
        hostAliases: [{ ip: '10.0.0.2', hostnames: ['far'] }],
      },
      service: { sessionAffinity: 'ClientIP', sessionAffinityTimeoutSeconds: 60 },
    });
    expect(api?.features).toMatchObject({ serviceReach: {} });
    expect(api?.values).toMatchObject({ service: { sessionAffinity: 'ClientIP' } });
    expect(saidOf(result, 'Deployment/web spec.template.spec.dnsConfig')).toBe('carried: `pod.dnsConfig`');
    expect(saidOf(result, 'Service/web spec.sessionAffinity')).toBe('carried: `service.sessionAffinity`');
  });

  it.each([
    ['mysql:8', 3306, 'mysql'],
    ['mongo:7', 27017, 'mongodb'],
    ['rabbitmq:4', 5672, 'amqp'],
    ['example.com/api:1', 8000, 'http'],
  ])('names the port of %s', async (image, port, name) => {
    const { definition } = await imported({
      'all.yaml': web('') + pod('db', `image: "${image}", ports: [{ containerPort: ${port} }]`),
    });
    expect(Object.keys(definition.workloads.db?.ports ?? {})).toContain(name);
  });
});

it('a hook of Helm is a Job of each revision that pods wait for, by the user of their image', async () => {
  const result = await imported({
    'all.yaml': `${web('          securityContext: { runAsUser: 10001 }')}
---
apiVersion: batch/v1
kind: Job
metadata: { name: migrate, annotations: { helm.sh/hook: "pre-install,pre-upgrade", helm.sh/hook-weight: "1" } }
spec: { template: { spec: { restartPolicy: Never, containers: [{ name: m, image: "example.com/web:1.2", command: [migrate] }] } } }
`,
  });
  const { main, migrate } = result.definition.workloads;
  expect(migrate).toMatchObject({ kind: 'Job', user: 10001, features: { job: {} } });
  expect(migrate?.features?.job).toEqual({});
  expect(main?.after).toEqual(['migrate']);
  expect(saidOf(result, 'Job/migrate metadata.annotations.helm.sh/hook')).toContain(
    '`job`: each revision of the release runs it',
  );
});

it('a route of the Gateway API leads to the pods of its backends', async () => {
  const result = await imported({
    'all.yaml': `${web('')}${pod('api', 'image: "api:1", ports: [{ containerPort: 9000 }]')}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: front }
spec:
  parentRefs: [{ name: public, namespace: gateways }]
  hostnames: [shop.example.com]
  rules:
    - matches: [{ path: { type: PathPrefix, value: /api } }]
      timeouts: { request: 30s }
      backendRefs: [{ name: api, port: 9000 }]
    - backendRefs: [{ name: web, port: 80 }]
    - filters: [{ type: RequestRedirect, requestRedirect: { scheme: https } }]
`,
  });
  const shared = {
    enabled: true,
    parentRefs: [{ name: 'public', namespace: 'gateways' }],
    hostnames: ['shop.example.com'],
  };
  const { main, api } = result.definition.workloads;
  expect(main?.values?.httpRoute).toEqual(shared);
  expect(api?.features).toMatchObject({ httpRoute: {} });
  expect(api?.values?.httpRoute).toEqual({
    ...shared,
    matches: [{ path: { type: 'PathPrefix', value: '/api' } }],
    timeouts: { request: '30s' },
  });
  expect(saidOf(result, 'HTTPRoute/front spec.rules.0')).toBe('carried: `httpRoute` of Deployment/api');
  expect(saidOf(result, 'HTTPRoute/front spec')).toBe(
    'left out: it leads to no workload here: set `httpRoute`',
  );
});
