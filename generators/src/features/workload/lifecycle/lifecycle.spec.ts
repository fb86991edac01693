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
    `Deployment/r-web: { spec.strategy: { type: Recreate, rollingUpdate: removed } }`,
  );
});

test('a strategy that a kind does not have, or that replaces no pod, is refused', async () => {
  const said = (kind: string, strategy: string) =>
    chartOf({ main: { kind } }).refused(`updateStrategy: ${strategy}`);
  expect(await said('Deployment', '{ type: OnDelete }')).toMatchInlineSnapshot(
    `"updateStrategy.type OnDelete is not for a Deployment: choose another one."`,
  );
  expect(
    await said('Deployment', '{ rollingUpdate: { maxSurge: 0%, partition: 1 } }'),
  ).toMatchInlineSnapshot(`
    "updateStrategy.rollingUpdate.partition is for a StatefulSet: remove it.
    updateStrategy.rollingUpdate replaces no pod: set maxSurge or maxUnavailable above 0."
  `);
  expect(await said('StatefulSet', '{ type: Recreate }')).toMatchInlineSnapshot(
    `"updateStrategy.type Recreate is not for a StatefulSet: choose another one."`,
  );
  expect(
    await said('StatefulSet', '{ rollingUpdate: { maxSurge: 1, maxUnavailable: 0% } }'),
  ).toMatchInlineSnapshot(`
    "updateStrategy.rollingUpdate.maxSurge is not for a StatefulSet: remove it.
    updateStrategy.rollingUpdate.maxUnavailable is 0%, and no pod would be replaced: raise it."
  `);
  expect(
    await said('DaemonSet', '{ rollingUpdate: { maxSurge: 1, maxUnavailable: 1 } }'),
  ).toMatchInlineSnapshot(
    `"updateStrategy.rollingUpdate of a DaemonSet takes maxSurge or maxUnavailable: set the other one to 0."`,
  );
  expect(await said('Deployment', '{ rollingUpdate: { maxSurge: 1.5% } }')).toMatchInlineSnapshot(
    `"at '/updateStrategy/rollingUpdate/maxSurge': '1.5%' does not match pattern '^(100|[1-9]?[0-9])%$'"`,
  );
});

test('OnDelete leaves the parameters of a rolling update behind', async () => {
  expect(
    await chartOf({ main: { kind: 'StatefulSet' } }).given('updateStrategy: { type: OnDelete }'),
  ).toMatchInlineSnapshot(
    `StatefulSet/r-web: { spec.updateStrategy: { type: OnDelete, rollingUpdate: removed } }`,
  );
});

test('a rollout has the time of the startup probe, too', async () => {
  expect(
    await chartOf({}).given('startupProbe: { periodSeconds: 20, failureThreshold: 60 }'),
  ).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec:
        progressDeadlineSeconds: 1800
        template.spec.containers.web.startupProbe.periodSeconds: 20
  `);
});

test('annotations, labels and patience of the object that owns the pods', async () => {
  const values = `
    workload: { annotations: { example.com/on-call: web }, labels: { team: web, tier: front }, minReadySeconds: 15 }
  `;
  const common = '{ labels: { team: all }, global: { commonAnnotations: { example.com/on-call: all } } }';
  const of = (kind: string) => chartOf({ main: { kind } }).given(values, common);
  expect(await of('Deployment')).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec: { minReadySeconds: 15, progressDeadlineSeconds: 915 }
      metadata: { annotations: { example.com/on-call: web }, labels: { team: web, tier: front } }
  `);
  expect(await of('StatefulSet')).toMatchInlineSnapshot(`
    StatefulSet/r-web:
      spec.minReadySeconds: 15
      metadata: { annotations: { example.com/on-call: web }, labels: { team: web, tier: front } }
  `);
  expect(await of('DaemonSet')).toMatchInlineSnapshot(`
    DaemonSet/r-web:
      spec.minReadySeconds: 15
      metadata: { annotations: { example.com/on-call: web }, labels: { team: web, tier: front } }
  `);
  expect(
    await chartOf({}).refused('workload: { labels: { app.kubernetes.io/name: shop } }'),
  ).toMatchInlineSnapshot(
    `"workload.labels may not set app.kubernetes.io/name=shop: the chart sets such labels itself."`,
  );
  expect(
    await chartOf({ main: { kind: 'StatefulSet' } }).refused('workload: { replicas: 2 }'),
  ).toMatchInlineSnapshot(`"at '/workload': additional properties 'replicas' not allowed"`);
});
