import type { PodAspect } from '../../../model/feature.ts';

/** Scratch folders, because the root file system cannot be written. */
export const feature: PodAspect = {
  name: 'scratch',
  scope: 'pod',
  requires: ['writable'],
  order: 300,
};
