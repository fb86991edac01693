import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';
import { web } from '../../../testing/workspace.ts';

coversFeature(import.meta.url);

const { given, refused } = chartOf({});

test('annotations and labels of the pods', async () => {
  expect(
    await given("{ podAnnotations: { example.com/a: 'true' }, podLabels: { team: web } }"),
  ).toMatchInlineSnapshot(
    `Deployment/r-web: { spec.template.metadata: { labels.team: web, annotations: { example.com/a: "true" } } }`,
  );
});

test('the labels that select pods are the own ones of the chart', async () => {
  expect(await refused('podLabels: { app.kubernetes.io/name: shop }')).toMatchInlineSnapshot(
    `"podLabels may not set app.kubernetes.io/name=shop: the chart selects pods by that label."`,
  );
  expect(await refused('podLabels: { track: canary }')).toMatchInlineSnapshot(
    `"podLabels may not set track=canary: the chart selects pods by that label."`,
  );
  const workloads = { worker: web({ description: 'Works.', image: 'main' }) };
  expect(
    await chartOf({ workloads }).refused('worker: { podLabels: { track: canary } }'),
  ).toMatchInlineSnapshot(
    `"worker.podLabels may not set track=canary: the chart selects pods by that label."`,
  );
});
