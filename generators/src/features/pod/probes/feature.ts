import { type Feature, LONG_RUNNING } from '../../../model/feature.ts';

/** Startup, liveness and readiness probes of the container. */
export const feature: Feature = {
  name: 'probes',
  scope: 'workload',
  schema: 'probes',
  kinds: LONG_RUNNING,
  always: true,
  order: 200,
};
