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
      once: {
        type: 'boolean',
        description:
          'Whether a Job runs again only when its spec changes: for work that is too dear to repeat. Any other runs with every revision of the release, and must find out by itself what is left to do.',
        default: false,
      },
    },
  },
};
