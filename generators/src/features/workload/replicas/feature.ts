import type { PodAspect } from '../../../model/feature.ts';

/** Of an application that cannot share its data, a second pod would not start, or would damage them. */
const ONE = {
  maximum: 1,
  description: '1, or 0 to stop the pod; a second one would not share the data of the first.',
};

/** Number of pods; one or none of an application that cannot share its data. */
export const feature: PodAspect = {
  name: 'replicas',
  scope: 'pod',
  schema: 'replicas',
  kinds: ['Deployment', 'StatefulSet'],
  order: 100,
  first: { replicaCount: 60 },
  otherwise: ({ singleton }) => (singleton ? { replicaCount: ONE } : {}),
};
