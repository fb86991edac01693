import type { PodAspect } from '../../../../model/feature.ts';

/** Restarts pods when given confidential values change; generated ones never change. */
export const feature: PodAspect = {
  name: 'secretChecksum',
  scope: 'pod',
  requires: ['secretSettings'],
  order: 120,
};
