import type { Feature } from '../../../model/feature.ts';

/** The volume that survives restarts. */
export const feature: Feature = {
  name: 'persistence',
  scope: 'workload',
  schema: 'persistence',
  kinds: ['Deployment', 'StatefulSet'],
  always: true,
  needs: ['storage'],
  order: 320,
};
