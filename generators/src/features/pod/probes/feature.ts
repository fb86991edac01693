import { type Feature, LONG_RUNNING } from '../../../model/feature.ts';

/** How Kubernetes sees that the container has started, lives and is ready. */
export const feature: Feature = {
  name: 'probes',
  scope: 'workload',
  schema: 'probes',
  kinds: LONG_RUNNING,
  always: true,
  order: 200,
};
