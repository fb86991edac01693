import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

const { given } = chartOf({ main: { ports: { http: { port: 8080, service: 80 }, grpc: 9090 } } });

test('is open on the nodes', async () => {
  expect(
    await given('service: { type: NodePort, nodePort: 30080, externalTrafficPolicy: Local }'),
  ).toMatchInlineSnapshot(
    `Service/r-web: { spec: { type: NodePort, ports.http.nodePort: 30080, externalTrafficPolicy: Local } }`,
  );
});

test('is behind a load balancer', async () => {
  const values = `
    service:
      type: LoadBalancer
      loadBalancerClass: example.com/lb
      loadBalancerSourceRanges: [192.0.2.0/24]
  `;
  expect(await given(values)).toMatchInlineSnapshot(`
    Service/r-web:
      spec:
        type: LoadBalancer
        externalTrafficPolicy: Cluster
        loadBalancerClass: example.com/lb
        loadBalancerSourceRanges: [ 192.0.2.0/24 ]
  `);
});

test('leads one client to one pod', async () => {
  const values = 'service: { sessionAffinity: ClientIP, sessionAffinityTimeoutSeconds: 60 }';
  expect(await given(values)).toMatchInlineSnapshot(`
    Service/r-web:
      spec: { sessionAffinity: ClientIP, sessionAffinityConfig.clientIP.timeoutSeconds: 60 }
  `);
});

test('has addresses of both families', async () => {
  const values = 'service: { ipFamilyPolicy: PreferDualStack, ipFamilies: [IPv6, IPv4] }';
  expect(await given(values)).toMatchInlineSnapshot(
    `Service/r-web: { spec: { ipFamilyPolicy: PreferDualStack, ipFamilies: [ IPv6, IPv4 ] } }`,
  );
});

test('is found under further names', async () => {
  expect(await given('service: { aliases: [shop] }')).toMatchInlineSnapshot(`
    Service/shop:
      apiVersion: v1
      spec:
        type: ClusterIP
        ports:
          - name: http
            port: 80
            targetPort: http
            protocol: TCP
            appProtocol: http
          - { name: grpc, port: 9090, targetPort: grpc, protocol: TCP }
        selector: pods of main, track stable
  `);
});

test('another workload has it where the definition asks for it', async () => {
  const worker = (features: object) =>
    chartOf({
      workloads: {
        worker: { kind: 'Deployment', description: 'Works.', image: 'main', ports: { http: 8080 }, features },
      },
    });
  const values = 'worker: { service: { type: NodePort } }';
  expect(await worker({ serviceReach: {} }).given(values)).toMatchInlineSnapshot(
    `Service/r-web-worker: { spec: { type: NodePort, externalTrafficPolicy: Cluster } }`,
  );
  expect(await worker({}).refused(values)).toMatchInlineSnapshot(
    `"at '/worker/service': additional properties 'type' not allowed"`,
  );
});
