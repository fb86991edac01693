import { expect, test } from 'vitest';
import { value } from '../../../go/index.ts';
import { chartOf, coversFeature, mistakesIn } from '../../../testing/feature.ts';
import { schemaText, web } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const port = { type: 'integer', description: 'A port.', minimum: 1, maximum: 65535 };
const { given, objects, refused } = chartOf({
  main: {
    ports: {
      http: 80,
      udp: { port: 7882, value: 'udpPort', protocol: 'UDP', open: 'public' },
      turn: { port: 3478, value: 'turnPort', open: 'public', when: value('turn') },
      tls: { port: 5349, service: 443, open: 'public', when: value('turn') },
    },
  },
  sources: {
    'values.schema.json': JSON.stringify({
      ...JSON.parse(
        schemaText({
          udpPort: port,
          turnPort: port,
          turn: { type: 'boolean', description: 'Whether there is TURN.', default: false },
        }),
      ),
      required: ['udpPort', 'turnPort'],
    }),
  },
});

test('leads the outside world to the ports whose numbers clients are told; the other Service leaves them out', async () => {
  expect(await objects('', 'Service/r-web', 'Service/r-web-public')).toMatchInlineSnapshot(`
    Service/r-web:
      apiVersion: v1
      spec:
        type: ClusterIP
        sessionAffinity: None
        ports:
          - name: http
            port: 80
            targetPort: http
            protocol: TCP
            appProtocol: http
        selector: pods of main, track stable
    Service/r-web-public:
      apiVersion: v1
      spec:
        type: LoadBalancer
        externalTrafficPolicy: Local
        ports: [ { name: udp, port: 7882, targetPort: udp, protocol: UDP } ]
        selector: pods of main, track stable
  `);
  expect(await given('{ udpPort: 9999, turn: true }')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.ingress.1.ports:
        added:
          - { port: 9999, protocol: UDP }
          - { port: 3478, protocol: TCP }
          - { port: 5349, protocol: TCP }
        removed: [ { port: 7882, protocol: UDP } ]
    Service/r-web-public:
      spec.ports:
        udp.port: 9999
        turn: { port: 3478, targetPort: turn, protocol: TCP }
        tls: { port: 443, targetPort: tls, protocol: TCP }
    Deployment/r-web:
      spec.template.spec.containers.web.ports:
        udp.containerPort: 9999
        turn: { containerPort: 3478, protocol: TCP }
        tls: { containerPort: 5349, protocol: TCP }
  `);
});

test('as a NodePort is that number on the nodes too, or refused where nodes do not open it', async () => {
  const node = 'publicService: { type: NodePort }';
  expect(await given(`{ udpPort: 30001, ${node} }`)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web: { spec.ingress.1.ports.0.port: 30001 }
    Service/r-web-public: { spec: { type: NodePort, ports.udp: { port: 30001, nodePort: 30001 } } }
    Deployment/r-web: { spec.template.spec.containers.web.ports.udp.containerPort: 30001 }
  `);
  expect(await refused(node)).toMatchInlineSnapshot(
    `"udpPort is 7882, and clients are told that number, but nodes open only 30000 to 32767 for a NodePort: choose one of those, or publicService.type=LoadBalancer."`,
  );
});

test('lets listed networks in, and the load balancer no others', async () => {
  expect(await given('publicService: { cidrs: [192.0.2.0/24] }')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.ingress.1.from:
        added: [ { ipBlock: { cidr: 192.0.2.0/24 } } ]
        removed: [ { ipBlock: { cidr: 0.0.0.0/0 } }, { ipBlock: { cidr: ::/0 } } ]
    Service/r-web-public: { spec.loadBalancerSourceRanges: [ 192.0.2.0/24 ] }
  `);
});

test('is made for the load balancer at hand', async () => {
  const values = `
    publicService:
      annotations: { example.com/address: 192.0.2.1 }
      externalTrafficPolicy: Cluster
      loadBalancerClass: example.com/lb
      ipFamilyPolicy: PreferDualStack
  `;
  expect(await given(values)).toMatchInlineSnapshot(`
    Service/r-web-public:
      spec:
        externalTrafficPolicy: Cluster
        ipFamilyPolicy: PreferDualStack
        loadBalancerClass: example.com/lb
      metadata.annotations: { example.com/address: 192.0.2.1 }
  `);
});

test('only public ports have a value or a condition', async () => {
  const conditional = { port: 80, when: value('replicaCount') };
  expect(await mistakesIn({ main: { ports: { http: conditional } } })).toMatchInlineSnapshot(`
    [
      "workloads.main.ports.http: it has a condition, or a value without being the first, and is not public. Write open: public, or leave them out.",
    ]
  `);
});

test("keeps protocols apart for load balancers that take one, and a port that clients are told is the Service's", async () => {
  const both = await objects(
    '{ turn: true, publicService: { separateProtocols: true } }',
    'Service/r-web-public',
    'Service/r-web-public-udp',
  );
  expect(both).toMatchInlineSnapshot(`
    Service/r-web-public:
      apiVersion: v1
      spec:
        type: LoadBalancer
        externalTrafficPolicy: Local
        ports:
          - { name: turn, port: 3478, targetPort: turn, protocol: TCP }
          - { name: tls, port: 443, targetPort: tls, protocol: TCP }
        selector: pods of main, track stable
    Service/r-web-public-udp:
      apiVersion: v1
      spec:
        type: LoadBalancer
        externalTrafficPolicy: Local
        ports: [ { name: udp, port: 7882, targetPort: udp, protocol: UDP } ]
        selector: pods of main, track stable
  `);
});

test('refuses the class of a load balancer where there is none', async () => {
  const values = '{ udpPort: 30001, publicService: { type: NodePort, loadBalancerClass: example.com/lb } }';
  expect(await refused(values)).toBe(
    'publicService.loadBalancerClass is for a load balancer, and publicService.type is NodePort: set it to LoadBalancer, or leave the class out.',
  );
});

test('names the values of the workload it is about', async () => {
  const { refused: refuses } = chartOf({
    workloads: {
      media: web({
        description: 'Speaks.',
        image: 'main',
        ports: { http: 8080, udp: { port: 7882, value: 'udpPort', protocol: 'UDP', open: 'public' } },
      }),
    },
    sources: {
      'values.schema.json': schemaText({
        media: {
          type: 'object',
          description: 'Media.',
          properties: { udpPort: port },
          required: ['udpPort'],
        },
      }),
    },
  });
  const values =
    'media: { udpPort: 7882, publicService: { type: NodePort, loadBalancerClass: example.com/lb } }';
  expect(await refuses(values)).toMatchInlineSnapshot(`
    "media.publicService.loadBalancerClass is for a load balancer, and media.publicService.type is NodePort: set it to LoadBalancer, or leave the class out.
    media.udpPort is 7882, and clients are told that number, but nodes open only 30000 to 32767 for a NodePort: choose one of those, or media.publicService.type=LoadBalancer."
  `);
});
