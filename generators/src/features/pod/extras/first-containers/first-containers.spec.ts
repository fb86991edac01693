import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../../testing/feature.ts';
import { chartFiles } from '../../../../testing/workspace.ts';

coversFeature(import.meta.url);

const { given } = chartOf({
  chart: {
    connections: {
      hub: { type: 'http', chart: 'hub', description: 'The hub.', bundled: false, optional: true, path: '/' },
    },
  },
  others: chartFiles({ name: 'hub', provides: { type: 'http' } }),
});
const RESOURCES = 'resources: { requests: { cpu: 10m, memory: 8Mi }, limits: { memory: 16Mi } }';

test('run before what waits, which may need them: a proxy in front of a database', async () => {
  const values = `
    extraInitContainers:
      - { name: sql-proxy, image: example/sql-proxy:2, restartPolicy: Always, startupProbe: { tcpSocket: { port: 5432 } }, ${RESOURCES} }
    extraLateInitContainers: [{ name: seed, image: example/seed:1, envFrom: [{ secretRef: { name: mine } }], ${RESOURCES} }]
  `;
  const changes = await given(values, 'connections: { hub: { host: hub.example.com } }');
  expect(changes.only('Deployment/r-web')).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.initContainers:
        sql-proxy:
          image: example/sql-proxy:2
          resources: { limits.memory: 16Mi, requests: { cpu: 10m, memory: 8Mi } }
          restartPolicy: Always
          startupProbe.tcpSocket.port: 5432
          securityContext:
            runAsNonRoot: true
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities.drop: [ ALL ]
        seed:
          envFrom: [ { secretRef: { name: mine } } ]
          image: example/seed:1
          resources: { limits.memory: 16Mi, requests: { cpu: 10m, memory: 8Mi } }
          securityContext:
            runAsNonRoot: true
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities.drop: [ ALL ]
  `);
});
