import type { PodAspect } from '../../../model/feature.ts';

/** Ports of the container. */
export const feature: PodAspect = {
  name: 'ports',
  scope: 'pod',
  requires: ['ports'],
  order: 100,
};
