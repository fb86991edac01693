import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../../testing/feature.ts';

coversFeature(import.meta.url);

test('gives the pods of a StatefulSet names of their own, ready or not', async () => {
  const { objects } = chartOf({ main: { kind: 'StatefulSet' } });
  expect(await objects('', 'Service/r-web-headless')).toMatchInlineSnapshot(`
    Service/r-web-headless:
      apiVersion: v1
      spec:
        type: ClusterIP
        clusterIP: None
        publishNotReadyAddresses: true
        ports: [ { name: http, port: 8080, targetPort: http, protocol: TCP } ]
        selector: pods of main, track stable
  `);
  expect(String(await objects('', 'StatefulSet/r-web'))).toContain('serviceName: r-web-headless');
});
