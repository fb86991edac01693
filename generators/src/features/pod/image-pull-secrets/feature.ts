import type { Feature } from '../../../model/feature.ts';

/** Credentials for private registries. */
export const feature: Feature = {
  name: 'imagePullSecrets',
  scope: 'chart',
  schema: 'image-pull-secrets',
  always: true,
  needs: ['workloads'],
  order: 110,
};
