import type { Feature } from '../../../model/feature.ts';

/** The claims of a StatefulSet, one for each pod; they outlive it. */
export const feature: Feature = {
  name: 'claimTemplate',
  scope: 'workload',
  kinds: ['StatefulSet'],
  always: true,
  needs: ['storage'],
  order: 330,
  fragments: {
    'workload.volumeClaimTemplates': {
      when: 'and <% values %>.persistence.enabled (not <% values %>.persistence.existingClaim)',
    },
    'pod.volumes': {
      when: 'or <% values %>.persistence.existingClaim (not <% values %>.persistence.enabled)',
    },
  },
};
