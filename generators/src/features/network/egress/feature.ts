import type { Feature } from '../../../model/feature.ts';

/** Outgoing traffic that the application itself starts. */
export const feature: Feature = {
  name: 'egress',
  scope: 'workload',
  always: true,
  needs: ['egress'],
  order: 530,
};
