import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

const { given, refused } = chartOf({ main: { env: { PORT: '8080' } } });

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
    extraInitContainers: [{ name: first, image: example/first:1, resources: { requests: { cpu: 10m, memory: 8Mi }, limits: { memory: 16Mi } } }]
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
          - name: first
            image: example/first:1
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
});

test('volumes of the node are no volumes', async () => {
  expect(await refused('volumes: [{ name: root, hostPath: { path: / } }]')).toMatchInlineSnapshot(
    `"at '/volumes/0': additional properties 'hostPath' not allowed"`,
  );
});
