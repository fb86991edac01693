import type { Feature } from '../feature.ts';

/** Networks outside the release that declared traffic may reach. */
export const feature: Feature = {
  name: 'externalTraffic',
  scope: 'chart',
  schema: 'external-traffic',
  always: true,
  needs: ['leavesRelease'],
  order: 505,
};
