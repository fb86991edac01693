import { LONG_RUNNING, type PodAspect } from '../../../model/feature.ts';

/** Clients of the chart may reach its ports: pods that carry the client label. */
export const feature: PodAspect = {
  name: 'clientIngress',
  scope: 'pod',
  kinds: LONG_RUNNING,
  requires: ['clientPorts'],
  order: 350,
};
