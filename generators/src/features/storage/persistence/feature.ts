import { ALWAYS, all, any, not, ofKind, own } from '../../../go/index.ts';
import type { EntryFeature } from '../../../model/feature.ts';

const EXISTING = own('existingClaim');
const CLAIMED = all(own('enabled'), not(EXISTING));

/**
 * The volume that survives restarts: a claim of a Deployment, which uninstalling keeps, or one for each pod of a StatefulSet. It
 * is of one workload, whose values may turn it off; what several mount is a `sharedClaim`.
 */
export const feature: EntryFeature = {
  name: 'persistence',
  scope: 'claim',
  schema: 'persistence',
  order: 320,
  first: { 'persistence.size': 30, 'persistence.storageClass': 40 },
  fragments: {
    'object.pvc': { when: all(ofKind('Deployment'), CLAIMED), everyGroup: true },
    'workload.spec': { when: ofKind('StatefulSet') },
    'workload.volumeClaimTemplates': { when: all(ofKind('StatefulSet'), CLAIMED) },
    notes: { when: all(not(own('enabled')), not(EXISTING)) },
    validations: { when: ALWAYS },
    'pod.volumes': { when: any(ofKind('Deployment'), EXISTING, not(own('enabled'))) },
  },
};
