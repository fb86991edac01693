import type { ChartFeature } from '../../../model/feature.ts';

/** Names and labels of the objects; `_helpers.tpl` reads them. */
export const feature: ChartFeature = {
  name: 'naming',
  scope: 'chart',
  schema: 'naming',
  order: 100,
};
