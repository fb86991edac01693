import { each } from '../../../go/index.ts';
import type { PodAspect } from '../../../model/feature.ts';

/** Environment that follows from the definition, before settings and connections; what uses those is `composedEnvironment`. */
export const feature: PodAspect = {
  name: 'environment',
  scope: 'pod',
  requires: ['env'],
  order: 100,
  when: each('env'),
};
