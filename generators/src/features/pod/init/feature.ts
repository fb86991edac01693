import { carried } from '../../../go/index.ts';
import type { Feature } from '../../../model/feature.ts';

/** Containers that run to their end before the workload starts, as the definition declares them. */
export const feature: Feature = {
  name: 'init',
  scope: 'init',
  always: true,
  needs: ['init'],
  order: 205,
  when: carried('init.when'),
};
