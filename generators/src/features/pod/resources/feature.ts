import type { Feature } from '../../../model/feature.ts';

/** What the container asks for and may use. */
export const feature: Feature = {
  name: 'resources',
  scope: 'workload',
  schema: 'resources',
  always: true,
  order: 100,
};
