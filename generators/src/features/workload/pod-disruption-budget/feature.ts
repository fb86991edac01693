import { ALWAYS, own } from '../../../go/index.ts';
import type { PodAspect } from '../../../model/feature.ts';

/** How many pods a node drain may evict at once. */
export const feature: PodAspect = {
  name: 'podDisruptionBudget',
  scope: 'pod',
  schema: 'pod-disruption-budget',
  kinds: ['Deployment', 'StatefulSet'],
  order: 430,
  when: own('podDisruptionBudget.enabled'),
  fragments: { validations: { when: ALWAYS }, 'object.pdb': { everyGroup: true } },
};
