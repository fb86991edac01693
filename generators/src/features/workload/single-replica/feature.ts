import type { PodAspect } from '../../../model/feature.ts';

/** One pod or none, for applications that cannot share their data. */
export const feature: PodAspect = {
  name: 'singleReplica',
  scope: 'pod',
  schema: 'single-replica',
  kinds: ['Deployment', 'StatefulSet'],
  requires: ['singleton'],
  order: 100,
  first: { replicaCount: 60 },
};
