import { all, any, not, own } from '../../../go/index.ts';
import type { PodAspect } from '../../../model/feature.ts';

/** The PersistentVolumeClaims of a StatefulSet, one for each pod; they outlive it. */
export const feature: PodAspect = {
  name: 'claimTemplate',
  scope: 'pod',
  kinds: ['StatefulSet'],
  requires: ['storage'],
  order: 330,
  fragments: {
    'workload.volumeClaimTemplates': {
      when: all(own('persistence.enabled'), not(own('persistence.existingClaim'))),
    },
    'pod.volumes': {
      when: any(own('persistence.existingClaim'), not(own('persistence.enabled'))),
    },
  },
};
