import type { Feature } from '../../../model/feature.ts';

/** What the pod of helm test has in place of values: the security context and resources of the toolbox. */
export const feature: Feature = {
  name: 'testPod',
  scope: 'workload',
  kinds: ['Pod'],
  always: true,
  order: 100,
};
