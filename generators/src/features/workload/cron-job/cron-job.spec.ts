import { expect, test } from 'vitest';
import { chartOf, coversFeature } from '../../../testing/feature.ts';

coversFeature(import.meta.url, 'clean');

const { given } = chartOf({
  workloads: { clean: { kind: 'CronJob', description: 'Cleans.', image: 'toolbox', command: ['true'] } },
});

test('runs when it is told, in the time zone that is meant', async () => {
  expect(await given("clean: { schedule: '*/5 * * * *', timeZone: Europe/Berlin }")).toMatchInlineSnapshot(
    `CronJob/r-web-clean: { spec: { schedule: "*/5 * * * *", timeZone: Europe/Berlin } }`,
  );
});

test('pauses, runs beside itself, and keeps finished runs as wanted', async () => {
  const values = `
    clean:
      suspend: true
      concurrencyPolicy: Allow
      successfulJobsHistoryLimit: 0
      failedJobsHistoryLimit: 5
  `;
  expect(await given(values)).toMatchInlineSnapshot(`
    CronJob/r-web-clean:
      spec:
        suspend: true
        concurrencyPolicy: Allow
        successfulJobsHistoryLimit: 0
        failedJobsHistoryLimit: 5
  `);
});
