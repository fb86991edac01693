import type { PodAspect } from '../../../model/feature.ts';

/** Number of pods. */
export const feature: PodAspect = {
  name: 'replicas',
  scope: 'pod',
  schema: 'replicas',
  kinds: ['Deployment', 'StatefulSet'],
  requires: ['scalable'],
  order: 100,
  first: { replicaCount: 60 },
};
