import type { ChartFeature } from '../../../model/feature.ts';

/** Objects beside those of the chart. */
export const feature: ChartFeature = {
  name: 'extraObjects',
  scope: 'chart',
  schema: 'extra-objects',
  order: 950,
};
