import { type Feature, LONG_RUNNING } from '../../../model/feature.ts';

/** How pods of a long-running workload are replaced and stopped. */
export const feature: Feature = {
  name: 'lifecycle',
  scope: 'workload',
  schema: 'lifecycle',
  kinds: LONG_RUNNING,
  always: true,
  order: 150,
  defaults: {
    Deployment: {
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
    },
    StatefulSet: { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } } },
    DaemonSet: {
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
    },
  },
};
