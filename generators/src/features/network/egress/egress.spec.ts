import { expect, test } from 'vitest';
import { value } from '../../../go/index.ts';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { schemaText } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const { given, objects } = chartOf({
  main: {
    egress: {
      registry: { port: 443, description: 'a registry' },
      target: {
        port: { value: 'target.port' },
        cidrs: 'target.cidrs',
        when: value('target.cidrs'),
        description: 'the target',
      },
      relay: { port: 3478, protocol: 'UDP', address: 'target.address', description: 'the relay' },
    },
  },
  sources: {
    'values.schema.json': schemaText({
      target: {
        type: 'object',
        description: 'A target.',
        properties: {
          port: { type: 'integer', minimum: 1, maximum: 65535, description: 'Its port.', default: 22 },
          address: { type: 'string', description: 'Its address.', default: '' },
          cidrs: {
            type: 'array',
            description: 'Its networks.',
            default: [],
            items: { type: 'string', description: 'One.' },
          },
        },
      },
    }),
  },
});

test('traffic that the application starts goes anywhere but to the metadata of the cloud', async () => {
  expect(await objects('', 'NetworkPolicy/r-web')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      apiVersion: networking.k8s.io/v1
      spec:
        podSelector.matchLabels: pods of main, track stable
        policyTypes: [ Ingress, Egress ]
        ingress:
          - from: [ { podSelector: { matchLabels: { r-web-client: "true" } } } ]
            ports: [ { port: 8080, protocol: TCP } ]
        egress:
          - to:
              - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } }
              - { ipBlock: { cidr: 169.254.20.10/32 } }
            ports: [ { port: 53, protocol: UDP }, { port: 53, protocol: TCP } ]
          - to:
              - { ipBlock: { cidr: 0.0.0.0/0, except: [ 169.254.169.254/32 ] } }
              - { ipBlock: { cidr: ::/0, except: [ fd00:ec2::254/128 ] } }
            ports: [ { port: 443, protocol: TCP } ]
          - to:
              - { ipBlock: { cidr: 0.0.0.0/0, except: [ 169.254.169.254/32 ] } }
              - { ipBlock: { cidr: ::/0, except: [ fd00:ec2::254/128 ] } }
            ports: [ { port: 3478, protocol: UDP } ]
  `);
});

test('to networks and ports that values say, while there are any', async () => {
  expect(await given('target: { port: 2222, cidrs: [10.2.0.0/16, 10.3.0.0/16] }')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.added:
        - to: [ { ipBlock: { cidr: 10.2.0.0/16 } }, { ipBlock: { cidr: 10.3.0.0/16 } } ]
          ports: [ { port: 2222, protocol: TCP } ]
  `);
});

test('to one address, of either family', async () => {
  expect(await given('target: { address: 192.0.2.7 }')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.2.to:
        added: [ { ipBlock: { cidr: 192.0.2.7/32 } } ]
        removed:
          - { ipBlock: { cidr: 0.0.0.0/0, except: [ 169.254.169.254/32 ] } }
          - { ipBlock: { cidr: ::/0, except: [ fd00:ec2::254/128 ] } }
  `);
  expect(await given("target: { address: '2001:db8::7' }")).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.2.to:
        added: [ { ipBlock: { cidr: 2001:db8::7/128 } } ]
        removed:
          - { ipBlock: { cidr: 0.0.0.0/0, except: [ 169.254.169.254/32 ] } }
          - { ipBlock: { cidr: ::/0, except: [ fd00:ec2::254/128 ] } }
  `);
});
