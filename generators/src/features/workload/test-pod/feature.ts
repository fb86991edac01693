import type { PodAspect } from '../../../model/feature.ts';

/** What the pod of helm test has in place of values: the security context and resources of the toolbox. */
export const feature: PodAspect = {
  name: 'testPod',
  scope: 'pod',
  kinds: ['Pod'],
  order: 100,
};
