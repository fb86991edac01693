import { any, value } from '../../../go/index.ts';
import { ALL_KINDS, type PodAspect } from '../../../model/feature.ts';

/** The platform's CA certificates, for every program that opens connections. */
export const feature: PodAspect = {
  name: 'caBundle',
  scope: 'pod',
  kinds: ALL_KINDS,
  order: 940,
  when: any(value('global.caBundle.configMap'), value('global.caBundle.secret')),
};
