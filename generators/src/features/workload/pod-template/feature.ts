import type { PodAspect } from '../../../model/feature.ts';

/** Pods that another workload starts: it looks after them, so they run once. */
export const feature: PodAspect = {
  name: 'podTemplate',
  scope: 'pod',
  kinds: ['PodTemplate'],
  order: 100,
};
