import type { PodAspect } from '../../../model/feature.ts';

/** When and how a CronJob runs. */
export const feature: PodAspect = {
  name: 'cronJob',
  scope: 'pod',
  schema: 'cron-job',
  kinds: ['CronJob'],
  order: 110,
};
