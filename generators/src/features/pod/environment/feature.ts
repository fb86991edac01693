import { each } from '../../../go/index.ts';
import type { PodAspect } from '../../../model/feature.ts';

/** Environment that follows from the definition. */
export const feature: PodAspect = {
  name: 'environment',
  scope: 'pod',
  requires: ['env'],
  order: 100,
  when: each('env'),
};
