import type { PodAspect } from '../../../../model/feature.ts';

/** Annotations and labels of a Job or CronJob; those beside the application have them from `helperPods`. */
export const feature: PodAspect = {
  name: 'jobObject',
  scope: 'pod',
  schema: 'job-object',
  kinds: ['Job', 'CronJob'],
  requires: ['placed'],
  order: 151,
};
