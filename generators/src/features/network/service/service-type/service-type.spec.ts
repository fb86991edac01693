import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../../testing/feature.ts';

coversFeature(import.meta.url);

const families = `global: { service: { ipFamilyPolicy: PreferDualStack, ipFamilies: [IPv6, IPv4] } }`;

test('the families of the release reach a Service for clients outside, in a chart that has no other', async () => {
  const outside = chartOf({ main: { ports: { media: { port: 7000, open: 'public' } } } });
  expect(await outside.given(families)).toMatchInlineSnapshot(
    `Service/r-web-public: { spec: { ipFamilyPolicy: PreferDualStack, ipFamilies: [ IPv6, IPv4 ] } }`,
  );
});
