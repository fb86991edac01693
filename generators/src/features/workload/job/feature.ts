import type { WorkloadFeature } from '../../../model/feature.ts';

/** How a Job runs. */
export const feature: WorkloadFeature = {
  name: 'job',
  scope: 'workload',
  schema: 'job',
  kinds: ['Job', 'CronJob'],
  always: true,
  order: 100,
  options: {
    properties: {
      restartPolicy: {
        enum: ['OnFailure', 'Never'],
        description: 'Never keeps the pod of a failed run, and its log.',
        default: 'OnFailure',
      },
    },
  },
};
