import type { PodAspect } from '../../../model/feature.ts';

/** Pods follow a change of the confidential values that are given; generated ones never change. */
export const feature: PodAspect = {
  name: 'secretChecksum',
  scope: 'pod',
  requires: ['secretSettings'],
  order: 120,
};
