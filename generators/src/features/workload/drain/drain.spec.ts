import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { web } from '../../../testing/workspace.ts';

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

test('a pause that leaves no time to end is refused, unless a hook of the user stands in its place', async () => {
  const { refused, given } = chartOf(served);
  expect(await refused('{ drainSeconds: 40, terminationGracePeriodSeconds: 40 }')).toMatchInlineSnapshot(
    `"drainSeconds takes 40 of the 40 seconds a pod has to end: raise terminationGracePeriodSeconds, or lower drainSeconds."`,
  );
  const beside = chartOf({ workloads: { worker: web({ description: 'Works.', image: 'main' }) } });
  expect(
    await beside.refused('worker: { drainSeconds: 40, terminationGracePeriodSeconds: 40 }'),
  ).toMatchInlineSnapshot(
    `"worker.drainSeconds takes 40 of the 40 seconds a pod has to end: raise worker.terminationGracePeriodSeconds, or lower worker.drainSeconds."`,
  );
  expect(
    await given('{ drainSeconds: 40, lifecycle: { preStop: { exec: { command: [bye] } } } }'),
  ).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec.containers.web.lifecycle.preStop: { sleep: removed, exec.command: [ bye ] }
  `);
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
