import type { Feature } from '../../../model/feature.ts';

/** The small shell image of waits, Jobs and tests. */
export const feature: Feature = {
  name: 'toolbox',
  scope: 'chart',
  schema: 'toolbox',
  always: true,
  needs: ['toolbox'],
  order: 100,
};
