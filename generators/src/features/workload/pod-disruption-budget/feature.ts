import { ALWAYS, own } from '../../../go/index.ts';
import type { Feature } from '../../../model/feature.ts';

/** How many pods a node drain may evict at once. */
export const feature: Feature = {
  name: 'podDisruptionBudget',
  scope: 'workload',
  schema: 'pod-disruption-budget',
  kinds: ['Deployment', 'StatefulSet'],
  always: true,
  order: 430,
  when: own('podDisruptionBudget.enabled'),
  fragments: { validations: { when: ALWAYS } },
};
