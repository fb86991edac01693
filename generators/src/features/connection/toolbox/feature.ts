import type { ChartFeature } from '../../../model/feature.ts';

/** The small shell image of waits, Jobs and tests. */
export const feature: ChartFeature = {
  name: 'toolbox',
  scope: 'chart',
  schema: 'toolbox',
  requires: ['toolbox'],
  order: 100,
};
