import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { inside } from '../../../testing/rendered.ts';
import { chartFiles } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const hub = {
  type: 'http',
  chart: 'hub',
  description: 'The hub.',
  bundled: false,
  optional: true,
  orders: false,
};
const { given } = chartOf({
  chart: { connections: { hub, depot: { ...hub, description: 'The same again.' } } },
  others: chartFiles({ name: 'hub', provides: { type: 'http' } }),
});

test('the label of a client lets the pods in at a service of the cluster', async () => {
  const labels = async (values: string) =>
    inside((await given(values)).tree, 'Deployment/r-web', 'spec', 'template', 'metadata', 'labels');
  expect(await labels('connections: { hub: { host: r-hub } }')).toEqual({ 'r-hub-client': 'true' });
  expect(await labels('connections: { hub: { host: a.shop.svc }, depot: { host: b } }')).toEqual({
    'a-client': 'true',
    'b-client': 'true',
  });
  expect(await labels('connections: { hub: { host: hub.example.com } }')).toBeUndefined();
});
