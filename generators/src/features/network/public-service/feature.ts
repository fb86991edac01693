import { LONG_RUNNING, type PodAspect } from '../../../model/feature.ts';

/** A Service of its own that leads the outside world to ports whose numbers clients are told, past any Ingress. */
export const feature: PodAspect = {
  name: 'publicService',
  scope: 'pod',
  schema: 'public-service',
  kinds: LONG_RUNNING,
  requires: ['publicPorts'],
  order: 355,
};
