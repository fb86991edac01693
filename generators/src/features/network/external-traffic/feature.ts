import type { Feature } from '../../../model/feature.ts';

/** Networks outside the release that declared traffic may reach. */
export const feature: Feature = {
  name: 'externalTraffic',
  scope: 'chart',
  schema: 'external-traffic',
  always: true,
  needs: ['leavesRelease'],
  order: 505,
};
