import { ALWAYS, all, value } from '../../../../go/index.ts';
import { ALL_KINDS, type PodAspect } from '../../../../model/feature.ts';

/** The NetworkPolicy of the pods of one workload. */
export const feature: PodAspect = {
  name: 'podNetworkPolicy',
  scope: 'pod',
  kinds: [...ALL_KINDS, 'Pod'],
  order: 500,
  when: all(value('global.networkPolicy.enabled'), value('networkPolicy.enabled')),
  fragments: {
    'object.networkpolicy': { everyGroup: true },
    'networkPolicy.ingress': { when: value('networkPolicy.extraIngress') },
    'networkPolicy.egress': { when: ALWAYS },
  },
};
