import { each } from '../../../go/index.ts';
import type { Feature } from '../../../model/feature.ts';

/** Environment that follows from the definition. */
export const feature: Feature = {
  name: 'environment',
  scope: 'workload',
  always: true,
  needs: ['env'],
  order: 100,
  when: each('env'),
};
