import type { ChartFeature } from '../../../model/feature.ts';

/** Credentials for private registries. */
export const feature: ChartFeature = {
  name: 'imagePullSecrets',
  scope: 'chart',
  schema: 'image-pull-secrets',
  requires: ['workloads'],
  order: 110,
};
