import { own } from '../../../go/index.ts';
import { LONG_RUNNING, type PodAspect } from '../../../model/feature.ts';

/** A separate Service through which clients outside reach ports without an Ingress, by the numbers announced to them. */
export const feature: PodAspect = {
  name: 'publicService',
  scope: 'pod',
  schema: 'public-service',
  kinds: LONG_RUNNING,
  requires: ['publicPorts'],
  order: 355,
  fragments: { 'object.service-public-udp': { when: own('publicService.separateProtocols') } },
};
