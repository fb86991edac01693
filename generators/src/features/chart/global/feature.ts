import type { Feature } from '../../../model/feature.ts';

/** Values that reach every chart of a release. */
export const feature: Feature = {
  name: 'global',
  scope: 'chart',
  schema: 'global',
  always: true,
  order: 990,
};
