import { ALL_KINDS, type PodAspect } from '../../../model/feature.ts';

/** The labels that let pods in at the other ends of their connections; two connections may lead to one place. */
export const feature: PodAspect = {
  name: 'clientLabels',
  scope: 'pod',
  kinds: [...ALL_KINDS, 'Pod'],
  requires: ['clientLabels'],
  order: 520,
};
