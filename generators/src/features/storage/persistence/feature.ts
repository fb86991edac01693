import type { PodAspect } from '../../../model/feature.ts';

/** The volume that survives restarts. */
export const feature: PodAspect = {
  name: 'persistence',
  scope: 'pod',
  schema: 'persistence',
  kinds: ['Deployment', 'StatefulSet'],
  requires: ['storage'],
  order: 320,
};
