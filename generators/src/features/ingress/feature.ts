import { type Feature, LONG_RUNNING } from '../feature.ts';

/** An Ingress that leads to the Service. */
export const feature: Feature = {
  name: 'ingress',
  scope: 'workload',
  schema: 'ingress',
  kinds: LONG_RUNNING,
  needs: ['ports'],
  order: 400,
  when: '<% values %>.ingress.enabled',
};
