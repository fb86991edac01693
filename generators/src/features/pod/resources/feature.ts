import type { Feature } from '../../../model/feature.ts';

/** Resource requests and limits of the container. */
export const feature: Feature = {
  name: 'resources',
  scope: 'workload',
  schema: 'resources',
  always: true,
  order: 100,
};
