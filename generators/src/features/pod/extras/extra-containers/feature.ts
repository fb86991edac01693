import type { ChartFeature } from '../../../../model/feature.ts';

/** The template of every extra container from values. */
export const feature: ChartFeature = {
  name: 'extraContainers',
  scope: 'chart',
  requires: ['workloads'],
  order: 960,
};
