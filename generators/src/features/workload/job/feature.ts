import type { Feature } from '../../../model/feature.ts';

/** How a Job runs. */
export const feature: Feature = {
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
