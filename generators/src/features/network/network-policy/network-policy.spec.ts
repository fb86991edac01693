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

test('addresses in a network are no networks, of either family', async () => {
  const values = `
    networkPolicy:
      extraEgress:
        - to: [{ ipBlock: { cidr: 10.1.2.3/8 } }, { ipBlock: { cidr: 2001:db8:1::/32 } }, { ipBlock: { cidr: 10.128.0.0/9 } }, { ipBlock: { cidr: fe80::/10 } }]
          ports: [{ port: 90, endPort: 80 }]
      extraIngress: [{ from: [{ ipBlock: { cidr: 0.0.0.0/0, except: [10.0.0.1/31] } }] }]
  `;
  expect(await chartOf({}).refused(values)).toMatchInlineSnapshot(`
    "networkPolicy.extraIngress has 10.0.0.1/31, which is no network but an address in one: write its first address, or the prefix /32.
    networkPolicy.extraEgress has 10.1.2.3/8, which is no network but an address in one: write its first address, or the prefix /32.
    networkPolicy.extraEgress has 2001:db8:1::/32, which is no network but an address in one: write its first address, or the prefix /128.
    networkPolicy.extraEgress: endPort 80 needs a port that is a number and not above it."
  `);
});

test('so are those in every list of networks, wherever it stands', async () => {
  const values = `
    service: { type: LoadBalancer, loadBalancerSourceRanges: [192.0.2.0/24, 192.0.2.1/24] }
    httpRoute: { from: { cidrs: [2001:db8:1::/32] } }
  `;
  const { refused } = chartOf({
    main: { ports: { http: 8080 }, features: { serviceReach: {}, httpRoute: {} } },
  });
  expect(await refused(values)).toMatchInlineSnapshot(`
    "httpRoute.from.cidrs has 2001:db8:1::/32, which is no network but an address in one: write its first address, or the prefix /128.
    service.loadBalancerSourceRanges has 192.0.2.1/24, which is no network but an address in one: write its first address, or the prefix /32."
  `);
});

test('networks of IPv6 are judged by their form', async () => {
  const networks = (list: string) =>
    `networkPolicy: { extraEgress: [{ to: [${list
      .split(' ')
      .map((cidr) => `{ ipBlock: { cidr: "${cidr}" } }`)
      .join(', ')}] }] }`;
  expect(
    await given(
      networks(
        '::/0 ::1/128 fd00::/8 1:2:3:4:5:6:7:8/128 1:2:3:4:5:6:7::/112 ::2:3:4:5:6:7:8/128 FD00:A::/32',
      ),
    ),
  ).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.added:
        - to:
            - { ipBlock: { cidr: ::/0 } }
            - { ipBlock: { cidr: ::1/128 } }
            - { ipBlock: { cidr: fd00::/8 } }
            - { ipBlock: { cidr: 1:2:3:4:5:6:7:8/128 } }
            - { ipBlock: { cidr: 1:2:3:4:5:6:7::/112 } }
            - { ipBlock: { cidr: ::2:3:4:5:6:7:8/128 } }
            - { ipBlock: { cidr: FD00:A::/32 } }
    NetworkPolicy/r-web-test:
      spec.egress.added:
        - to:
            - { ipBlock: { cidr: ::/0 } }
            - { ipBlock: { cidr: ::1/128 } }
            - { ipBlock: { cidr: fd00::/8 } }
            - { ipBlock: { cidr: 1:2:3:4:5:6:7:8/128 } }
            - { ipBlock: { cidr: 1:2:3:4:5:6:7::/112 } }
            - { ipBlock: { cidr: ::2:3:4:5:6:7:8/128 } }
            - { ipBlock: { cidr: FD00:A::/32 } }
  `);
  const wrong =
    '1:2/128 :::/128 1::2::3/128 :1::/64 1:/64 12345::/16 1:2:3:4:5:6:7:8:9/128 1::2:3:4:5:6:7:8/128';
  expect((await chartOf({}).refused(networks(wrong))).split('\n')).toEqual(
    wrong
      .split(' ')
      .map(
        (cidr) =>
          `networkPolicy.extraEgress has ${cidr}, which is no network: write an address with eight groups, or :: in place of zeros, and a prefix, such as fd00::/8.`,
      ),
  );
});

test('an exception is of the family that it is left out of', async () => {
  const values =
    'networkPolicy: { extraEgress: [{ to: [{ ipBlock: { cidr: 0.0.0.0/0, except: [fd00::/8, 10.0.0.0/8] } }] }] }';
  expect(await chartOf({}).refused(values)).toMatchInlineSnapshot(
    `"networkPolicy.extraEgress leaves fd00::/8 out of 0.0.0.0/0, which is a network of the other family."`,
  );
});
