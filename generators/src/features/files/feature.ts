import type { Feature } from '../feature.ts';

/** Files of the chart, mounted from its ConfigMap. */
export const feature: Feature = {
  name: 'files',
  scope: 'workload',
  always: true,
  needs: ['files'],
  order: 310,
};
