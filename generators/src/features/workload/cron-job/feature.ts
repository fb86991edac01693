import type { Feature } from '../../../model/feature.ts';

/** When and how a CronJob runs. */
export const feature: Feature = {
  name: 'cronJob',
  scope: 'workload',
  schema: 'cron-job',
  kinds: ['CronJob'],
  always: true,
  order: 110,
};
