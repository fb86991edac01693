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
        description: 'Whether the pod of a failed run, with its log, is never kept.',
        default: 'OnFailure',
      },
    },
  },
};
