import type { PodAspect } from '../../../../model/feature.ts';

/** The Service that gives the pods of a StatefulSet names of their own. */
export const feature: PodAspect = {
  name: 'headlessService',
  scope: 'pod',
  kinds: ['StatefulSet'],
  order: 110,
};
