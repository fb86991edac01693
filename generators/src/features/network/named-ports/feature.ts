import type { PodAspect } from '../../../model/feature.ts';

/** Ports that open because URLs in values name them. */
export const feature: PodAspect = {
  name: 'namedPorts',
  scope: 'pod',
  requires: ['urls'],
  order: 531,
};
