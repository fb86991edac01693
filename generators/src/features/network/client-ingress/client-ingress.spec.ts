import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

const { given, objects } = chartOf({
  main: {
    ports: {
      http: 8080,
      metrics: { port: 9090, open: 'monitoring' },
      health: { port: 9091, open: 'nobody' },
    },
  },
});

test('pods with the label of a client reach the ports for clients, and no others', async () => {
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
  `);
});

test('so do those of namespaces that belong to the release', async () => {
  expect(await given('global: { namespaces: [voice] }')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.ingress.0.from.added:
        - podSelector: { matchLabels: { r-web-client: "true" } }
          namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: voice } }
  `);
});
