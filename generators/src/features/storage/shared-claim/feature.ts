import { not, own } from '../../../go/index.ts';
import type { SharedClaimFeature } from '../../../model/feature.ts';

/** A volume that workloads share: one claim, which uninstalling keeps, and which they mount as `mounts` says. */
export const feature: SharedClaimFeature = {
  name: 'sharedClaim',
  scope: 'sharedClaim',
  schema: 'shared-claim',
  order: 320,
  fragments: { 'object.pvc': { when: not(own('existingClaim')) } },
};
