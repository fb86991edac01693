import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../../testing/feature.ts';

coversFeature(import.meta.url);

const { given, refused } = chartOf({});

test('a further container is as restricted as that of the chart', async () => {
  const values = `
    extraContainers:
      - name: proxy
        image: example/proxy:1
        resources: { requests: { cpu: 10m, memory: 8Mi }, limits: { memory: 16Mi } }
  `;
  expect(await given(values)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.containers.proxy:
        image: example/proxy:1
        resources: { limits.memory: 16Mi, requests: { cpu: 10m, memory: 8Mi } }
        securityContext:
          runAsNonRoot: true
          allowPrivilegeEscalation: false
          readOnlyRootFilesystem: true
          capabilities.drop: [ ALL ]
  `);
});

test('and cannot be less so', async () => {
  expect(
    await refused('extraContainers: [{ name: a, image: b, securityContext: { privileged: true } }]'),
  ).toMatchInlineSnapshot(`
    "at '/extraContainers': validation failed
    at '/extraContainers/0': missing property 'resources'
    at '/extraContainers/0': additional properties 'securityContext' not allowed"
  `);
});

test('the switch of a probe is for those of the chart', async () => {
  const values = `
    extraContainers:
      - name: proxy
        image: example/proxy:1
        livenessProbe: { enabled: false, tcpSocket: { port: 80 } }
        resources: { requests: { cpu: 10m, memory: 8Mi }, limits: { memory: 16Mi } }
  `;
  expect(await refused(values)).toMatchInlineSnapshot(
    `"extraContainers proxy: livenessProbe.enabled is for the probes of the chart: leave it out, or the whole probe."`,
  );
});
