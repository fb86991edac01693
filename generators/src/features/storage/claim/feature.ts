import { all, not, own } from '../../../go/index.ts';
import type { PodAspect } from '../../../model/feature.ts';

/** The PersistentVolumeClaim of a Deployment; uninstalling keeps it. */
export const feature: PodAspect = {
  name: 'claim',
  scope: 'pod',
  kinds: ['Deployment'],
  requires: ['storage'],
  order: 330,
  fragments: {
    'object.pvc': {
      when: all(own('persistence.enabled'), not(own('persistence.existingClaim'))),
    },
  },
};
