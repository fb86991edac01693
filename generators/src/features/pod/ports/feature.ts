import type { Feature } from '../../../model/feature.ts';

/** Ports of the container. */
export const feature: Feature = {
  name: 'ports',
  scope: 'workload',
  always: true,
  needs: ['ports'],
  order: 100,
};
