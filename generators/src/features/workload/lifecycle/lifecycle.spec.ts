import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

const values = `
  revisionHistoryLimit: 2
  terminationGracePeriodSeconds: 90
  lifecycle: { preStop: { sleep: { seconds: 9 } } }
`;

test('old revisions, the time to stop, and hooks of the container', async () => {
  const { given } = chartOf({});
  expect(await given(values)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec:
        revisionHistoryLimit: 2
        template.spec:
          terminationGracePeriodSeconds: 90
          containers.web.lifecycle.preStop.sleep.seconds: 9
  `);
});

test('each kind has its own way to replace pods, and takes another one', async () => {
  const update = (kind: string, strategy: string) =>
    chartOf({ main: { kind } }).given(`updateStrategy: ${strategy}`);
  const deployment = await update('Deployment', '{ rollingUpdate: { maxSurge: 0, maxUnavailable: 50% } }');
  expect(deployment).toMatchInlineSnapshot(
    `Deployment/r-web: { spec.strategy.rollingUpdate: { maxSurge: 0, maxUnavailable: 50% } }`,
  );
  expect(await update('StatefulSet', '{ rollingUpdate: { partition: 2 } }')).toMatchInlineSnapshot(
    `StatefulSet/r-web: { spec.updateStrategy.rollingUpdate.partition: 2 }`,
  );
  expect(await update('DaemonSet', '{ rollingUpdate: { maxUnavailable: 3 } }')).toMatchInlineSnapshot(
    `DaemonSet/r-web: { spec.updateStrategy.rollingUpdate.maxUnavailable: 3 }`,
  );
  expect(await update('Deployment', '{ type: Recreate }')).toMatchInlineSnapshot(
    `Deployment/r-web: { spec.strategy: { rollingUpdate: removed, type: Recreate } }`,
  );
});
