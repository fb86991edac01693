import type { ChartFeature } from '../../../model/feature.ts';

/** Values that reach every chart of a release. */
export const feature: ChartFeature = {
  name: 'global',
  scope: 'chart',
  schema: 'global',
  order: 990,
};
