import { own } from '../../../go/index.ts';
import type { Feature } from '../../../model/feature.ts';

/** Further containers of the pod, as the definition declares them. */
export const feature: Feature = {
  name: 'sidecars',
  scope: 'sidecar',
  always: true,
  needs: ['sidecars'],
  order: 460,
  when: own('enabled'),
};
