import type { PodAspect } from '../../../model/feature.ts';

/** Outgoing traffic that the application itself starts. */
export const feature: PodAspect = {
  name: 'egress',
  scope: 'pod',
  requires: ['egress'],
  order: 530,
};
