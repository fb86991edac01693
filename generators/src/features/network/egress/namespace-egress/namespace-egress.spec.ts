import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../../testing/feature.ts';
import { schemaText } from '../../../../testing/workspace.ts';

coversFeature(import.meta.url);

const places = {
  type: 'array',
  description: 'Further namespaces to look at.',
  default: [],
  items: { type: 'string', description: 'One.' },
};
const { given, objects } = chartOf({
  features: { namespaceEgress: { namespaces: 'places' } },
  sources: { 'values.schema.json': schemaText({ places }) },
});

test('what cannot know whom it will look at reaches every pod of its namespace', async () => {
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
          - { to: [ { podSelector: {} } ] }
  `);
});

test('and of those that a value lists', async () => {
  expect(await given('places: [shop]')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.1.to.added:
        - namespaceSelector:
            matchExpressions: [ { key: kubernetes.io/metadata.name, operator: In, values: [ shop ] } ]
  `);
});
