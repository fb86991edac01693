import { type Feature, LONG_RUNNING } from '../../../model/feature.ts';

/** A Service of its own that leads the outside world to ports whose numbers clients are told, past any Ingress. */
export const feature: Feature = {
  name: 'publicService',
  scope: 'workload',
  schema: 'public-service',
  kinds: LONG_RUNNING,
  always: true,
  needs: ['publicPorts'],
  order: 355,
};
