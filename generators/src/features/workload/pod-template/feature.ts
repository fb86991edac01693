import type { Feature } from '../../../model/feature.ts';

/** Pods that another workload starts: it looks after them, so they run once. */
export const feature: Feature = {
  name: 'podTemplate',
  scope: 'workload',
  kinds: ['PodTemplate'],
  always: true,
  order: 100,
};
