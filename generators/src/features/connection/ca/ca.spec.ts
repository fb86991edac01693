import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { chartFiles } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

test('the authority of a server is a file, and variables name it while there is one', async () => {
  const { given } = chartOf({
    chart: {
      connections: {
        hub: {
          type: 'http',
          chart: 'hub',
          description: 'The hub.',
          bundled: false,
          optional: true,
          env: { HUB_URL: 'url', HUB_CA: 'ca' },
        },
      },
    },
    others: chartFiles({ name: 'hub', provides: { type: 'http' } }),
  });
  const on = 'connections: { hub: { host: hub.example.com, caSecret: ca } }';
  expect(await given('connections: { hub: { caKey: root.pem } }', on)).toMatchInlineSnapshot(
    `Deployment/r-web: { spec.template.spec.volumes.ca-hub.secret.items.0.key: root.pem }`,
  );
  expect(
    await given('connections: { hub: { caSecret: ca } }', 'connections: { hub: { host: hub.example.com } }'),
  ).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec:
        initContainers.wait-for-hub.volumeMounts: [ { name: ca-hub, mountPath: /etc/connections/hub, readOnly: true } ]
        containers.web:
          env.HUB_CA.value: /etc/connections/hub/ca.crt
          volumeMounts: { /etc/connections/hub: { name: ca-hub, readOnly: true } }
        volumes.ca-hub.secret: { secretName: ca, items: [ { key: ca.crt, path: ca.crt } ] }
  `);
});
