import type { WorkloadFeature } from '../../../../model/feature.ts';

/**
 * Traffic to every pod of the namespace, for a workload that cannot know its targets, such as Prometheus; whether the chart has
 * made that namespace (`namespace`) is all the same.
 */
export const feature: WorkloadFeature = {
  name: 'namespaceEgress',
  scope: 'workload',
  order: 535,
  options: {
    properties: {
      namespaces: {
        type: 'string',
        description: 'Path of the value that lists further namespaces; empty for none.',
        default: '',
      },
    },
  },
};
