import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

const { given } = chartOf({});

test('there are none where a cluster has its own', async () => {
  expect(await given('networkPolicy: { enabled: false }')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web: removed
    NetworkPolicy/r-web-test: removed
  `);
});

test('further rules, both ways', async () => {
  const values = `
    networkPolicy:
      extraIngress: [{ from: [{ podSelector: { matchLabels: { app: probe } } }] }]
      extraEgress: [{ to: [{ ipBlock: { cidr: 192.0.2.0/24 } }] }]
  `;
  expect(await given(values)).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec:
        ingress.added: [ { from: [ { podSelector: { matchLabels: { app: probe } } } ] } ]
        egress.added: [ { to: [ { ipBlock: { cidr: 192.0.2.0/24 } } ] } ]
    NetworkPolicy/r-web-test:
      spec:
        egress.added: [ { to: [ { ipBlock: { cidr: 192.0.2.0/24 } } ] } ]
        ingress: [ { from: [ { podSelector: { matchLabels: { app: probe } } } ] } ]
  `);
});
