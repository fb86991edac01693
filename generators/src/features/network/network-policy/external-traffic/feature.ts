import type { ChartFeature } from '../../../../model/feature.ts';

/** Networks outside the release that declared traffic may reach. */
export const feature: ChartFeature = {
  name: 'externalTraffic',
  scope: 'chart',
  schema: 'external-traffic',
  requires: ['leavesRelease'],
  order: 505,
};
