import { ALWAYS, own } from '../../../go/index.ts';
import type { WorkloadFeature } from '../../../model/feature.ts';

/** A HorizontalPodAutoscaler instead of a number of pods. */
export const feature: WorkloadFeature = {
  name: 'autoscaling',
  scope: 'workload',
  schema: 'autoscaling',
  kinds: ['Deployment', 'StatefulSet'],
  requires: ['scalable'],
  order: 420,
  first: { 'autoscaling.enabled': 80 },
  when: own('autoscaling.enabled'),
  fragments: {
    'object.hpa': { everyGroup: true },
    validations: { when: ALWAYS },
    'replicas.smallest': { when: ALWAYS },
    'replicas.largest': { when: ALWAYS },
  },
  upgrading: [
    'Turning `autoscaling.enabled` on drops a release to one pod for a moment, unless `kubectl scale` has set a number other than `replicaCount` before; turn it off with `helm upgrade --force-conflicts`.',
  ],
  omits: { 'workload.replicas': own('autoscaling.enabled') },
};
