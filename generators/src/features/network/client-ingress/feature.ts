import { type Feature, LONG_RUNNING } from '../../../model/feature.ts';

/** Clients of the chart may reach its ports: pods that carry the client label. */
export const feature: Feature = {
  name: 'clientIngress',
  scope: 'workload',
  kinds: LONG_RUNNING,
  always: true,
  needs: ['clientPorts'],
  order: 350,
};
