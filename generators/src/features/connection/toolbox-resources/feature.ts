import type { Feature } from '../../../model/feature.ts';

/** Resources of the containers that wait for services or check them. */
export const feature: Feature = {
  name: 'toolboxResources',
  scope: 'chart',
  schema: 'toolbox-resources',
  always: true,
  needs: ['checks'],
  order: 105,
};
