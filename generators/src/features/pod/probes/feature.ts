import { LONG_RUNNING, type PodAspect } from '../../../model/feature.ts';

/** Startup, liveness and readiness probes of the container. */
export const feature: PodAspect = {
  name: 'probes',
  scope: 'pod',
  schema: 'probes',
  kinds: LONG_RUNNING,
  order: 200,
};
