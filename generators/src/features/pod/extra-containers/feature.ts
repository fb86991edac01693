import type { Feature } from '../../../model/feature.ts';

/** The template that every container of the operator passes through. */
export const feature: Feature = {
  name: 'extraContainers',
  scope: 'chart',
  always: true,
  needs: ['workloads'],
  order: 960,
};
