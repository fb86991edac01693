import { own } from '../../../go/index.ts';
import { LONG_RUNNING, type PodAspect } from '../../../model/feature.ts';

/** How pods of a long-running workload are replaced and stopped. */
export const feature: PodAspect = {
  name: 'lifecycle',
  scope: 'pod',
  schema: 'lifecycle',
  kinds: LONG_RUNNING,
  order: 150,
  fragments: { 'container.lifecycle': { when: own('lifecycle') } },
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
