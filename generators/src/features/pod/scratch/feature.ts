import type { Feature } from '../../../model/feature.ts';

/** Scratch folders, because the root file system cannot be written. */
export const feature: Feature = {
  name: 'scratch',
  scope: 'workload',
  always: true,
  needs: ['writable'],
  order: 300,
};
