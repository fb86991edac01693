import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

const { given } = chartOf({ main: { ports: { http: { port: 8080, service: 80 }, grpc: 9090 } } });

test('is open on the nodes', async () => {
  expect(
    await given('service: { type: NodePort, nodePort: 30080, externalTrafficPolicy: Local }'),
  ).toMatchInlineSnapshot(
    `
    NetworkPolicy/r-web:
      spec.ingress.added:
        - from: [ { ipBlock: { cidr: 0.0.0.0/0 } }, { ipBlock: { cidr: ::/0 } } ]
          ports: [ { port: 8080, protocol: TCP }, { port: 9090, protocol: TCP } ]
    Service/r-web: { spec: { type: NodePort, ports.http.nodePort: 30080, externalTrafficPolicy: Local } }
  `,
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
    NetworkPolicy/r-web:
      spec.ingress.added:
        - from: [ { ipBlock: { cidr: 192.0.2.0/24 } } ]
          ports: [ { port: 8080, protocol: TCP }, { port: 9090, protocol: TCP } ]
    Service/r-web:
      spec:
        type: LoadBalancer
        externalTrafficPolicy: Local
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
    `
    NetworkPolicy/r-web-worker:
      spec.ingress.added:
        - from: [ { ipBlock: { cidr: 0.0.0.0/0 } }, { ipBlock: { cidr: ::/0 } } ]
          ports: [ { port: 8080, protocol: TCP } ]
    Service/r-web-worker: { spec: { type: NodePort, externalTrafficPolicy: Cluster } }
  `,
  );
  expect(await worker({}).refused(values)).toMatchInlineSnapshot(
    `"at '/worker/service': additional properties 'type' not allowed"`,
  );
});

test('lets in the networks of its load balancer, or whoever comes where nobody can tell', async () => {
  const { given } = chartOf({});
  const balanced = 'service: { type: LoadBalancer }';
  expect(await given(balanced)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.ingress.added:
        - from: [ { ipBlock: { cidr: 0.0.0.0/0 } }, { ipBlock: { cidr: ::/0 } } ]
          ports: [ { port: 8080, protocol: TCP } ]
    Service/r-web: { spec: { type: LoadBalancer, externalTrafficPolicy: Cluster } }
  `);
  const ranges = 'loadBalancerSourceRanges: [203.0.113.0/24]';
  expect(await given(`service: { ${ranges} }`, balanced)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.ingress.0.from:
        added: [ { ipBlock: { cidr: 203.0.113.0/24 } } ]
        removed: [ { ipBlock: { cidr: 0.0.0.0/0 } }, { ipBlock: { cidr: ::/0 } } ]
    Service/r-web: { spec: { externalTrafficPolicy: Local, loadBalancerSourceRanges: [ 203.0.113.0/24 ] } }
  `);
  expect(
    await given(`service: { externalTrafficPolicy: Cluster, ${ranges} }`, balanced),
  ).toMatchInlineSnapshot(`Service/r-web: { spec.loadBalancerSourceRanges: [ 203.0.113.0/24 ] }`);
});

test('refuses what its type does not have', async () => {
  const { refused } = chartOf({});
  expect(await refused('service: { nodePort: 30080 }')).toMatchInlineSnapshot(
    `"service.nodePort and externalTrafficPolicy are for clients outside the cluster, and service.type is ClusterIP: set it to NodePort or LoadBalancer, or leave them out."`,
  );
  expect(await refused('service: { externalTrafficPolicy: Local }')).toMatchInlineSnapshot(
    `"service.nodePort and externalTrafficPolicy are for clients outside the cluster, and service.type is ClusterIP: set it to NodePort or LoadBalancer, or leave them out."`,
  );
  expect(
    await refused('service: { type: NodePort, loadBalancerSourceRanges: [10.0.0.0/8] }'),
  ).toMatchInlineSnapshot(
    `"service.loadBalancerSourceRanges and loadBalancerClass are for a load balancer, and service.type is NodePort: set it to LoadBalancer, or leave them out."`,
  );
});
