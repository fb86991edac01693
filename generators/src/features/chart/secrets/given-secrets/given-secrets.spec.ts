import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../../testing/feature.ts';

coversFeature(import.meta.url);

test('without a cluster nothing is known, and a Secret that values name is taken as it is', async () => {
  const { given } = chartOf({ features: { credentials: {} } });
  // tests/cluster/credentials.spec.ts has what a cluster says.
  expect(String(await given('credentials: { existingSecret: mine }'))).toContain('secretName: mine');
});
