import { any, value } from '../../../go/index.ts';
import { ALL_KINDS, type PodAspect } from '../../../model/feature.ts';

/** The authorities of the platform, for every program that opens connections. */
export const feature: PodAspect = {
  name: 'caBundle',
  scope: 'pod',
  kinds: ALL_KINDS,
  order: 940,
  when: any(value('global.caBundle.configMap'), value('global.caBundle.secret')),
};
