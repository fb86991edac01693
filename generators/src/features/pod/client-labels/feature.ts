import { ALL_KINDS, type Feature } from '../../../model/feature.ts';

/** The labels that let pods in at the other ends of their connections; two connections may lead to one place. */
export const feature: Feature = {
  name: 'clientLabels',
  scope: 'workload',
  kinds: [...ALL_KINDS, 'Pod'],
  always: true,
  needs: ['clientLabels'],
  order: 520,
};
