import type { ChartFeature } from '../../../model/feature.ts';

/** The template that every container of the operator passes through. */
export const feature: ChartFeature = {
  name: 'extraContainers',
  scope: 'chart',
  requires: ['workloads'],
  order: 960,
};
