import { ALWAYS, own } from '../../../go/index.ts';
import type { Feature } from '../../../model/feature.ts';

/** A HorizontalPodAutoscaler instead of a number of pods. */
export const feature: Feature = {
  name: 'autoscaling',
  scope: 'workload',
  schema: 'autoscaling',
  kinds: ['Deployment', 'StatefulSet'],
  needs: ['scalable'],
  order: 420,
  when: own('autoscaling.enabled'),
  fragments: {
    validations: { when: ALWAYS },
    'replicas.smallest': { when: ALWAYS },
    'replicas.largest': { when: ALWAYS },
  },
  upgrading: [
    'Turning `autoscaling.enabled` on drops a release to one pod for a moment, unless `kubectl scale` has set a number other than `replicaCount` before; turn it off with `helm upgrade --force-conflicts`.',
  ],
  omits: { 'workload.replicas': own('autoscaling.enabled') },
};
