import type { Feature } from '../../../model/feature.ts';

/** The Service that gives the pods of a StatefulSet names of their own. */
export const feature: Feature = {
  name: 'headlessService',
  scope: 'workload',
  kinds: ['StatefulSet'],
  always: true,
  order: 110,
};
