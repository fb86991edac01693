import type { ChartFeature } from '../../../../model/feature.ts';

/** How much the pods of a chart may write to folders that go with them. */
export const feature: ChartFeature = {
  name: 'scratchSize',
  scope: 'chart',
  schema: 'scratch',
  requires: ['workloads'],
  order: 295,
};
