import type { ChartFeature } from '../../../model/feature.ts';

/** Values that reach every chart of a release. */
export const feature: ChartFeature = {
  name: 'global',
  scope: 'chart',
  schema: 'global',
  order: 990,
  first: { 'global.imageRegistry': 120, 'global.imagePullSecrets': 130, 'global.storageClass': 140 },
};
