import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../../testing/feature.ts';

coversFeature(import.meta.url, 'train');

const train = (kind: string) =>
  chartOf({
    workloads: {
      train: { kind, description: 'Trains.', image: 'toolbox', command: ['true'], helper: false },
    },
  });
const values =
  'train: { workload: { annotations: { example.com/on-call: data }, labels: { queue: night } } }';

test('annotations and labels of a Job or CronJob', async () => {
  expect(await train('Job').given(values)).toMatchInlineSnapshot(
    `Job/r-web-train-(hash): { metadata: { annotations: { example.com/on-call: data }, labels.queue: night } }`,
  );
  expect(await train('CronJob').given(values)).toMatchInlineSnapshot(
    `CronJob/r-web-train: { metadata: { annotations: { example.com/on-call: data }, labels.queue: night } }`,
  );
});

test('refuses labels that the chart sets itself', async () => {
  expect(
    await train('Job').refused('train: { workload: { labels: { helm.sh/chart: web } } }'),
  ).toMatchInlineSnapshot(
    `"train.workload.labels may not set helm.sh/chart=web: the chart sets such labels itself."`,
  );
});
