import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../../testing/feature.ts';

coversFeature(import.meta.url);

const { given } = chartOf({ main: { egress: { registry: { port: 443, description: 'a registry' } } } });

test('declared traffic reaches these networks alone', async () => {
  expect(await given('networkPolicy: { externalCidrs: [192.0.2.0/24] }')).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.1.to:
        added: [ { ipBlock: { cidr: 192.0.2.0/24 } } ]
        removed:
          - { ipBlock: { cidr: 0.0.0.0/0, except: [ 169.254.169.254/32 ] } }
          - { ipBlock: { cidr: ::/0, except: [ fd00:ec2::254/128 ] } }
  `);
});

test('or all but these', async () => {
  expect(
    await given('networkPolicy: { exceptCidrs: [169.254.169.254/32, 10.0.0.0/8] }'),
  ).toMatchInlineSnapshot(`
    NetworkPolicy/r-web:
      spec.egress.1.to: { 0.ipBlock.except.added: [ 10.0.0.0/8 ], 1.ipBlock.except: removed }
  `);
});
