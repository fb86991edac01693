import { each } from '../../../go/index.ts';
import type { PodAspect } from '../../../model/feature.ts';

const ELEVATED = each('elevated');

/**
 * What a workload may do beyond Pod Security restricted, as its definition declares it: a folder of the node, user 0 or
 * capabilities, each while its value is true. The rest of its security context is that of restricted.
 */
export const feature: PodAspect = {
  name: 'privileges',
  scope: 'pod',
  requires: ['privileges'],
  order: 320,
  fragments: { 'container.spec': { when: ELEVATED }, validations: { when: ELEVATED } },
  omits: { 'container.securityContext': ELEVATED },
};
