import type { PodAspect } from '../../../model/feature.ts';

/** Pods that another workload starts and supervises, so that they run once. */
export const feature: PodAspect = {
  name: 'podTemplate',
  scope: 'pod',
  kinds: ['PodTemplate'],
  order: 100,
};
