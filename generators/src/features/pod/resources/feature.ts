import type { PodAspect } from '../../../model/feature.ts';

/** Resource requests and limits of the container. */
export const feature: PodAspect = {
  name: 'resources',
  scope: 'pod',
  schema: 'resources',
  order: 100,
  first: { resources: 50 },
};
