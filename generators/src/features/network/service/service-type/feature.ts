import type { ChartFeature } from '../../../../model/feature.ts';

/** What all Services of a chart say of their type and of the families of their addresses, whoever brings them. */
export const feature: ChartFeature = {
  name: 'serviceType',
  scope: 'chart',
  requires: ['workloads'],
  order: 99,
};
