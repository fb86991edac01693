import type { WorkloadFeature } from '../../../model/feature.ts';

/** Traffic to every pod of the namespace, for what cannot know whom it will look at. */
export const feature: WorkloadFeature = {
  name: 'namespaceEgress',
  scope: 'workload',
  order: 535,
  options: {
    properties: {
      namespaces: {
        type: 'string',
        description: 'Values path of a list of further namespaces; empty for none.',
        default: '',
      },
    },
  },
};
