import { all, not, own } from '../../../go/index.ts';
import type { Feature } from '../../../model/feature.ts';

/** The claim of a Deployment; it is kept when the release is uninstalled. */
export const feature: Feature = {
  name: 'claim',
  scope: 'workload',
  kinds: ['Deployment'],
  always: true,
  needs: ['storage'],
  order: 330,
  fragments: {
    'object.pvc': {
      when: all(own('persistence.enabled'), not(own('persistence.existingClaim'))),
    },
  },
};
