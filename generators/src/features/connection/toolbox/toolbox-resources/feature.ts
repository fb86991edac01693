import type { ChartFeature } from '../../../../model/feature.ts';

/** Resources of the containers that wait for services or check them. */
export const feature: ChartFeature = {
  name: 'toolboxResources',
  scope: 'chart',
  schema: 'toolbox-resources',
  requires: ['checks'],
  order: 105,
};
