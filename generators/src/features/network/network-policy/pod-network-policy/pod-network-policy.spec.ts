import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../../testing/feature.ts';

coversFeature(import.meta.url);

test('pods may ask for names, and answer clients; everything else is refused, both ways', async () => {
  expect(await chartOf({}).objects('', 'NetworkPolicy/r-web')).toMatchInlineSnapshot(`
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
