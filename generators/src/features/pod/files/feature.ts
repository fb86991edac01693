import type { WorkloadFeature } from '../../../model/feature.ts';

/** Files of the chart, mounted from its ConfigMap. */
export const feature: WorkloadFeature = {
  name: 'files',
  scope: 'workload',
  always: true,
  requires: ['files'],
  order: 310,
  options: {
    properties: {
      folder: {
        type: 'string',
        description:
          'Folder that the whole ConfigMap is mounted at, for applications that notice a change themselves: pods stay when it changes. Empty mounts each file by itself.',
        default: '',
      },
    },
  },
};
