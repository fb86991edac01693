import type { Feature } from '../../../model/feature.ts';

/** Number of pods. */
export const feature: Feature = {
  name: 'replicas',
  scope: 'workload',
  schema: 'replicas',
  kinds: ['Deployment', 'StatefulSet'],
  always: true,
  needs: ['scalable'],
  order: 100,
};
