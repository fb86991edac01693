import { own } from '../../../go/index.ts';
import type { EntryFeature } from '../../../model/feature.ts';

/** Further containers of the pod, as the definition declares them. */
export const feature: EntryFeature = {
  name: 'sidecars',
  scope: 'sidecar',
  schema: 'sidecar',
  order: 460,
  when: own('enabled'),
};
