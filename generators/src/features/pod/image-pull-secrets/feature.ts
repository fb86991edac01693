import { any, value } from '../../../go/index.ts';
import type { Feature } from '../../../model/feature.ts';

/** Credentials for private registries. */
export const feature: Feature = {
  name: 'imagePullSecrets',
  scope: 'chart',
  schema: 'image-pull-secrets',
  always: true,
  needs: ['workloads'],
  order: 110,
  when: any(value('global.imagePullSecrets'), value('imagePullSecrets')),
};
