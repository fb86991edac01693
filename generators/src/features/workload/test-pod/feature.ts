import type { PodAspect } from '../../../model/feature.ts';

/** Security context and resources of the pod of helm test: those of the toolbox. */
export const feature: PodAspect = {
  name: 'testPod',
  scope: 'pod',
  kinds: ['Pod'],
  order: 100,
};
