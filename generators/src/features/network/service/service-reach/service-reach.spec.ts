import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../../testing/feature.ts';

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
  const one = 'worker: { service: { ipFamilies: [IPv4, IPv6], ipFamilyPolicy: SingleStack } }';
  expect(await worker({ serviceReach: {} }).refused(one)).toMatchInlineSnapshot(
    `"worker.service.ipFamilies has two, and worker.service.ipFamilyPolicy is for one: set it to PreferDualStack or RequireDualStack."`,
  );
  const balanced = 'worker: { service: { type: LoadBalancer } }';
  expect(await worker({ serviceReach: {} }).notes(balanced)).toMatchInlineSnapshot(`
    "A Service of the type LoadBalancer leads to worker from outside, past any Ingress; its address:
       kubectl --namespace default get service r-web-worker --output wide
    WARNING: it does so for every address: name networks in worker.service.loadBalancerSourceRanges.
    WARNING: it asks nobody who they are, and whoever reaches it may use it.
    Clients inside the cluster reach it at r-web.default.svc:8080, from pods of this namespace with the label r-web-client: "true"."
  `);
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

test('has what few people set, in the form of the API', async () => {
  const values = `
    service:
      spec:
        clusterIP: 10.96.0.50
        internalTrafficPolicy: Local
        trafficDistribution: PreferSameZone
        publishNotReadyAddresses: true
  `;
  expect(await chartOf({}).given(values)).toMatchInlineSnapshot(`
    Service/r-web:
      spec:
        clusterIP: 10.96.0.50
        internalTrafficPolicy: Local
        publishNotReadyAddresses: true
        trafficDistribution: PreferSameZone
  `);
  const balanced = `
    service:
      type: LoadBalancer
      externalTrafficPolicy: Local
      spec: { loadBalancerIP: 192.0.2.10, allocateLoadBalancerNodePorts: false, healthCheckNodePort: 30081 }
  `;
  expect((await chartOf({}).given(balanced)).only('Service/r-web')).toMatchInlineSnapshot(`
    Service/r-web:
      spec:
        type: LoadBalancer
        externalTrafficPolicy: Local
        allocateLoadBalancerNodePorts: false
        healthCheckNodePort: 30081
        loadBalancerIP: 192.0.2.10
  `);
});

test('takes traffic at external addresses, and the policy lets it in', async () => {
  expect(await chartOf({}).given('service: { spec: { externalIPs: [192.0.2.10] } }')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.ingress.added:
        - from: [ { ipBlock: { cidr: 0.0.0.0/0 } }, { ipBlock: { cidr: ::/0 } } ]
          ports: [ { port: 8080, protocol: TCP } ]
    Service/r-web: { spec.externalIPs: [ 192.0.2.10 ] }
  `);
});

test('refuses fields of another type, and a Service without an address', async () => {
  const { refused } = chartOf({});
  const spec =
    '{ loadBalancerIP: 192.0.2.10, allocateLoadBalancerNodePorts: false, healthCheckNodePort: 30081 }';
  expect(await refused(`service: { spec: ${spec} }`)).toMatchInlineSnapshot(`
    "service.spec.allocateLoadBalancerNodePorts is for a load balancer: set service.type to LoadBalancer, or leave it out.
    service.spec.healthCheckNodePort is for a load balancer: set service.type to LoadBalancer, or leave it out.
    service.spec.loadBalancerIP is for a load balancer: set service.type to LoadBalancer, or leave it out."
  `);
  expect(
    await refused('service: { type: LoadBalancer, spec: { healthCheckNodePort: 30081 } }'),
  ).toMatchInlineSnapshot(
    `"service.spec.healthCheckNodePort is for externalTrafficPolicy Local: set that, or leave it out."`,
  );
  expect(
    await refused("service: { ipFamilies: [IPv4], spec: { clusterIP: '2001:db8::7' } }"),
  ).toMatchInlineSnapshot(
    `"service.spec.clusterIP is 2001:db8::7, and service.ipFamilies begins with IPv4: name one of that family."`,
  );
  expect(await refused('service: { spec: { clusterIP: None } }')).toMatchInlineSnapshot(
    `"at '/service/spec/clusterIP': 'None' does not match pattern '^((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}|([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}(:[0-9a-fA-F]{1,4}){1,1}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|([0-9a-fA-F]{1,4}:){1,1}(:[0-9a-fA-F]{1,4}){1,6}|:(:[0-9a-fA-F]{1,4}){1,7}|::)$'"`,
  );
  expect(await refused('service: { spec: { selector: { app: other } } }')).toMatchInlineSnapshot(
    `"at '/service/spec': additional properties 'selector' not allowed"`,
  );
});

test('has further ports, which clients and the load balancer reach as the others', async () => {
  const values = `
    service:
      type: LoadBalancer
      extraPorts:
        - { name: admin, port: 9001, targetPort: 8443, appProtocol: https, nodePort: 30443 }
        - { name: dns, port: 53, protocol: UDP }
  `;
  expect(await chartOf({}).given(values, 'service: { type: LoadBalancer }')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.ingress:
        0.ports.added: [ { port: 8443, protocol: TCP }, { port: 53, protocol: UDP } ]
        1.ports.added: [ { port: 8443, protocol: TCP }, { port: 53, protocol: UDP } ]
    Service/r-web:
      spec.ports:
        admin: { appProtocol: https, nodePort: 30443, port: 9001, targetPort: 8443 }
        dns: { port: 53, protocol: UDP }
  `);
});

test('whose names and numbers are not taken', async () => {
  const values = `
    service:
      extraPorts:
        - { name: http, port: 9001 }
        - { name: other, port: 8080 }
        - { name: admin, port: 9002, nodePort: 30443 }
        - { name: admin, port: 9003 }
  `;
  expect(await chartOf({}).refused(values)).toMatchInlineSnapshot(`
    "service.extraPorts: the Service has http or 9001 already: take another name and port.
    service.extraPorts: the Service has other or 8080 already: take another name and port.
    service.extraPorts: admin has a nodePort, and the Service none: set its type to NodePort, or leave it out.
    service.extraPorts: the Service has admin or 9003 already: take another name and port."
  `);
});

test('takes the protocol of a further port in the form of the API', async () => {
  const { refused, given } = chartOf({});
  const port = (appProtocol: string) =>
    `service: { extraPorts: [{ name: more, port: 81, appProtocol: '${appProtocol}' }] }`;
  expect(await refused(port('7)x'))).toContain("'/service/extraPorts/0/appProtocol'");
  expect(String(await given(port('kubernetes.io/h2c')))).toContain('kubernetes.io/h2c');
});
