import type { Feature } from '../../../model/feature.ts';

/** Pods follow a change of the confidential values that are given; generated ones never change. */
export const feature: Feature = {
  name: 'secretChecksum',
  scope: 'workload',
  always: true,
  needs: ['secretSettings'],
  order: 120,
};
