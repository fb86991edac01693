import { ALL_KINDS, type PodAspect } from '../../../model/feature.ts';

/** The labels by which the providers of its connections admit a pod, each once. */
export const feature: PodAspect = {
  name: 'clientLabels',
  scope: 'pod',
  kinds: [...ALL_KINDS, 'Pod'],
  requires: ['clientLabels'],
  order: 520,
};
