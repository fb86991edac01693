import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url);

const values = `
  helperPods:
    nodeSelector: { pool: batch }
    tolerations: [{ key: batch, operator: Exists }]
    affinity: { nodeAffinity: {} }
    priorityClassName: low
    podLabels: { team: data }
    podAnnotations: { sidecar.istio.io/inject: "false" }
    runAsUser: 1234
`;

const workloads = {
  prepare: { kind: 'Job', description: 'Works.', image: 'main' },
  tidy: { kind: 'CronJob', description: 'Tidies.', image: 'main' },
  train: { kind: 'Job', description: 'Works.', image: 'main', helper: false },
};

test('Jobs, CronJobs and the pod of helm test are elsewhere than the application; a Job with work of its own is not', async () => {
  const { given } = chartOf({ workloads });
  expect(await given(values)).toMatchInlineSnapshot(`
    Job/r-web-prepare-(hash):
      spec.template:
        spec:
          priorityClassName: low
          nodeSelector.pool: batch
          affinity.nodeAffinity: {}
          tolerations: [ { key: batch, operator: Exists } ]
        metadata: { labels.team: data, annotations: { sidecar.istio.io/inject: "false" } }
      metadata.annotations: { sidecar.istio.io/inject: "false" }
    CronJob/r-web-tidy:
      spec.jobTemplate.spec.template:
        spec:
          priorityClassName: low
          nodeSelector.pool: batch
          affinity.nodeAffinity: {}
          tolerations: [ { key: batch, operator: Exists } ]
        metadata: { labels.team: data, annotations: { sidecar.istio.io/inject: "false" } }
      metadata.annotations: { sidecar.istio.io/inject: "false" }
    Pod/r-web-test:
      spec:
        securityContext: { runAsUser: 1234, runAsGroup: 1234 }
        priorityClassName: low
        nodeSelector.pool: batch
        affinity.nodeAffinity: {}
        tolerations: [ { key: batch, operator: Exists } ]
      metadata: { annotations: { sidecar.istio.io/inject: "false" }, labels.team: data }
  `);
});

test('global says the same for the helper pods of all charts, and the chart comes on top', async () => {
  const { given } = chartOf({
    workloads: { prepare: { kind: 'Job', description: 'Works.', image: 'main' } },
  });
  const global = `
    global:
      priorityClassName: high
      tolerations: [{ key: all, operator: Exists }]
      helperPods:
        nodeSelector: { pool: all, disk: ssd }
        tolerations: [{ key: helpers, operator: Exists }]
        podLabels: { team: platform, zone: inside }
        podAnnotations: { example.com/scan: "no" }
        runAsUser: 4321
  `;
  expect(await given(global, values)).toMatchInlineSnapshot(`
    Deployment/r-web:
      spec.template.spec: { priorityClassName: high, tolerations: [ { key: all, operator: Exists } ] }
    Job/r-web-prepare-(hash):
      spec.template:
        spec:
          nodeSelector.disk: ssd
          tolerations.added: [ { key: all, operator: Exists }, { key: helpers, operator: Exists } ]
        metadata: { annotations: { example.com/scan: no }, labels.zone: inside }
      metadata.annotations: { example.com/scan: no }
    Pod/r-web-test:
      spec:
        nodeSelector.disk: ssd
        tolerations.added: [ { key: all, operator: Exists }, { key: helpers, operator: Exists } ]
      metadata: { annotations: { example.com/scan: no }, labels.zone: inside }
  `);
});

test('the labels that select pods are the own ones of the chart', async () => {
  const { refused } = chartOf({ workloads });
  expect(await refused('helperPods: { podLabels: { track: canary } }')).toMatchInlineSnapshot(
    `"helperPods.podLabels may not set track=canary: the chart selects pods by that label."`,
  );
});

test('global names the user of pods that only check services, where the chart names none', async () => {
  const { given } = chartOf({});
  expect(await given('global: { helperPods: { runAsUser: 4321 } }')).toMatchInlineSnapshot(
    `Pod/r-web-test: { spec.securityContext: { runAsUser: 4321, runAsGroup: 4321 } }`,
  );
});

test('a chart of Jobs alone has no pod that only checks services, and takes no user for it', async () => {
  const job = { kind: 'Job', image: { own: 'a program that runs to its end' }, ports: undefined };
  const { rendered, refused } = chartOf({
    main: job,
    workloads: { tidy: { kind: 'Job', description: 'Tidies.', image: 'main' } },
    chart: { provides: undefined },
    values: 'image: { repository: mine, tag: "1" }',
  });
  const jobs = (await rendered('helperPods: { nodeSelector: { pool: batch } }')).filter(
    ({ kind }) => kind === 'Job',
  );
  expect(jobs).toHaveLength(2);
  expect(await refused('helperPods: { runAsUser: 1234 }')).toMatchInlineSnapshot(
    `"helperPods.runAsUser has no effect: no pod of this chart only checks services. Leave it out."`,
  );
});
