import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

test('the container has each port by its name', async () => {
  const { objects } = chartOf({
    main: {
      ports: { http: 8080, dns: { port: 5353, protocol: 'UDP' }, health: { port: 9000, open: 'nobody' } },
    },
  });
  const deployment = await objects('', 'Deployment/r-web');
  expect(String(deployment)).toContain('{ name: dns, containerPort: 5353, protocol: UDP }');
  expect(await objects('', 'Service/r-web')).toMatchInlineSnapshot(`
    Service/r-web:
      apiVersion: v1
      spec:
        type: ClusterIP
        sessionAffinity: None
        ports:
          - name: http
            port: 8080
            targetPort: http
            protocol: TCP
            appProtocol: http
          - { name: dns, port: 5353, targetPort: dns, protocol: UDP }
        selector: pods of main, track stable
  `);
});
