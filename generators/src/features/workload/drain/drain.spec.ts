import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

const served = { main: { ports: { http: 8080 } } };
const lifecycleOf = async (values: string, main: object = {}) =>
  (await chartOf({ main: { ...served.main, ...main } }).objects(values, 'Deployment/r-web'))
    .toString()
    .match(/lifecycle.*?(?=\n +volumeMounts)/s)?.[0];

test('a pod that serves beside others goes on for a while after its deletion has begun', async () => {
  expect(await chartOf(served).given('drainSeconds: 20')).toMatchInlineSnapshot(
    `Deployment/r-web: { spec.template.spec.containers.web.lifecycle.preStop.sleep.seconds: 20 }`,
  );
  expect(await lifecycleOf('')).toContain('seconds: 5');
});

test('a hook of the user stands instead, and one for the start beside it', async () => {
  const own = await lifecycleOf('lifecycle: { preStop: { exec: { command: [bye] } } }');
  expect(own).toContain('preStop: { exec: { command: [ bye ] } }');
  expect(own).not.toContain('sleep');
  expect(await lifecycleOf('lifecycle: { postStart: { exec: { command: [hello] } } }')).toContain(
    'seconds: 5',
  );
});

test('none where it is not wanted, or the pod is the only one', async () => {
  expect(await lifecycleOf('drainSeconds: 0')).toBeUndefined();
  expect(await lifecycleOf('', { singleton: true })).toBeUndefined();
});
