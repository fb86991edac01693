import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { schemaText } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const { given, refused } = chartOf({
  main: { env: { PORT: '8080' } },
  sources: {
    'values.schema.json': schemaText({
      mode: { type: 'string', description: 'Mode.', default: '', 'x-env': 'MODE' },
    }),
  },
});

test('further variables, from values or whole objects', async () => {
  const values = `
    extraEnv: [{ name: LEVEL, value: debug }, { name: KEY, valueFrom: { secretKeyRef: { name: mine, key: key } } }]
    extraEnvFrom: [{ secretRef: { name: mine } }]
  `;
  expect(await given(values)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.containers.web:
        env: { LEVEL.value: debug, KEY.valueFrom.secretKeyRef: { key: key, name: mine } }
        envFrom: [ { secretRef: { name: mine } } ]
  `);
});

test('further volumes and containers, with the security context of the chart', async () => {
  const values = `
    volumes: [{ name: settings, configMap: { name: mine } }]
    volumeMounts: [{ name: settings, mountPath: /settings, readOnly: true }]
    extraContainers: [{ name: proxy, image: example/proxy:1, resources: { requests: { cpu: 10m, memory: 8Mi }, limits: { memory: 16Mi } } }]
    extraLateInitContainers: [{ name: first, image: example/first:1, resources: { requests: { cpu: 10m, memory: 8Mi }, limits: { memory: 16Mi } } }]
  `;
  expect(await given(values)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec:
        containers:
          web.volumeMounts: { /settings: { name: settings, readOnly: true } }
          proxy:
            image: example/proxy:1
            resources: { limits.memory: 16Mi, requests: { cpu: 10m, memory: 8Mi } }
            securityContext:
              runAsNonRoot: true
              allowPrivilegeEscalation: false
              readOnlyRootFilesystem: true
              capabilities.drop: [ ALL ]
        volumes.settings.configMap.name: mine
        initContainers:
          - image: example/first:1
            name: first
            resources: { limits: { memory: 16Mi }, requests: { cpu: 10m, memory: 8Mi } }
            securityContext:
              runAsNonRoot: true
              allowPrivilegeEscalation: false
              readOnlyRootFilesystem: true
              capabilities: { drop: [ ALL ] }
  `);
});

test('what the chart sets itself stays', async () => {
  expect(await refused('extraEnv: [{ name: PORT, value: "1" }]')).toMatchInlineSnapshot(
    `"extraEnv may not set PORT: the chart sets it itself."`,
  );
  expect(await refused('extraEnv: [{ name: MODE, value: fast }]')).toMatchInlineSnapshot(
    `"extraEnv may not set MODE: set mode."`,
  );
});

test('volumes of the node are no volumes', async () => {
  expect(await refused('volumes: [{ name: root, hostPath: { path: / } }]')).toMatchInlineSnapshot(
    `"at '/volumes/0': additional properties 'hostPath' not allowed"`,
  );
});

const resources = 'resources: { requests: { cpu: 10m, memory: 8Mi }, limits: { memory: 16Mi } }';

test('names of the chart are refused, and names that stand twice', async () => {
  const values = `
    extraEnv: [{ name: LEVEL, value: a }, { name: LEVEL, value: b }]
    volumes: [{ name: tmp, emptyDir: {} }]
    volumeMounts: [{ name: tmp, mountPath: /tmp }, { name: lost, mountPath: /lost }]
    extraContainers: [{ name: web, image: a:1, ports: [{ name: http, containerPort: 1 }], ${resources} }]
    extraInitContainers: [{ name: one, image: a:1, ${resources} }, { name: one, image: b:1, ${resources} }]
  `;
  expect(await refused(values)).toMatchInlineSnapshot(`
    "volumes may not hold tmp: the pod has a volume of that name already.
    volumeMounts mounts tmp at /tmp, where something is mounted already: take another path.
    volumeMounts mounts lost, and the pod has no volume of that name: add it to volumes.
    extraEnv sets LEVEL twice: keep one.
    extraInitContainers may not hold one: the pod has a container of that name already.
    extraContainers may not hold web: the pod has a container of that name already.
    extraContainers web: the pod has a port http already, name it differently."
  `);
});

test('what the API would refuse in the middle of an install', async () => {
  const values = `
    extraEnv: [{ name: A, value: a, valueFrom: { fieldRef: { fieldPath: metadata.name } } }]
    extraEnvFrom: [{}, { secretRef: { name: a }, configMapRef: { name: b } }]
    extraContainers:
      - { name: a, image: a:1, restartPolicy: Always, resources: { requests: { cpu: 2, memory: 1Gi }, limits: { cpu: 1, memory: 512 } } }
      - { name: b, image: a:1, livenessProbe: { successThreshold: 2 }, lifecycle: { preStop: { sleep: { seconds: 1 }, exec: { command: [a] } } }, ${resources} }
    extraInitContainers: [{ name: c, image: a:1, readinessProbe: { tcpSocket: { port: 1 }, terminationGracePeriodSeconds: 1 }, ${resources} }]
  `;
  expect(await refused(values)).toMatchInlineSnapshot(`
    "extraEnv: A has value and valueFrom: keep one.
    extraEnvFrom: an entry names neither secretRef nor configMapRef.
    extraEnvFrom: an entry names the Secret a and the ConfigMap b: make two of it.
    extraInitContainers c: readinessProbe.terminationGracePeriodSeconds: a readinessProbe ends no container, leave it out.
    extraInitContainers c: an init container that ends has no probes and no lifecycle: set restartPolicy to Always, or remove them.
    extraContainers a: resources.requests.cpu is 2, and extraContainers a: resources.limits.cpu is 1: raise the limit or lower the request.
    extraContainers a: resources.requests.memory is 1Gi, and extraContainers a: resources.limits.memory is 512: raise the limit or lower the request.
    extraContainers a: resources.limits.memory is 512, less than 1Mi: a number alone counts bytes, write for example 512Mi.
    extraContainers a: restartPolicy is for init containers: move it to extraInitContainers, or remove it.
    extraContainers b: livenessProbe asks nothing: give it httpGet, tcpSocket, exec or grpc.
    extraContainers b: livenessProbe.successThreshold is 2: only a readinessProbe can have more than 1.
    extraContainers b: lifecycle.preStop has two handlers: keep one and set the other to null."
  `);
});

test('variables at the root reach every workload, and those of a workload come on top', async () => {
  const worker = {
    kind: 'Deployment',
    description: 'Works.',
    image: 'main',
    ports: { http: 8080 },
    env: { MODE: 'work' },
  };
  const { given, refused } = chartOf({ workloads: { worker } });
  const values = `
    global: { extraEnv: [{ name: ZONE, value: release }, { name: TZ, value: UTC }] }
    extraEnv: [{ name: ZONE, value: chart }, { name: LEVEL, value: info }]
    worker: { extraEnv: [{ name: LEVEL, value: debug }] }
  `;
  expect((await given(values)).only('Deployment/r-web', 'Deployment/r-web-worker')).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.containers.web.env:
        - { name: TZ, value: UTC }
        - { name: ZONE, value: chart }
        - { name: LEVEL, value: info }
    Deployment/r-web-worker:
      spec.template.spec.containers.worker.env: { ZONE.value: chart, TZ.value: UTC, LEVEL.value: debug }
  `);
  expect(await refused('extraEnv: [{ name: MODE, value: other }]')).toMatchInlineSnapshot(
    `"extraEnv may not set MODE: the chart sets it itself."`,
  );
});
