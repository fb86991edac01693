import type { Feature } from '../../../model/feature.ts';

/** One pod or none, for applications that cannot share their data. */
export const feature: Feature = {
  name: 'singleReplica',
  scope: 'workload',
  schema: 'single-replica',
  kinds: ['Deployment', 'StatefulSet'],
  always: true,
  needs: ['singleton'],
  order: 100,
};
