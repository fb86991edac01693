import { ALWAYS, value } from '../../../go/index.ts';
import { ALL_KINDS, type Feature } from '../../../model/feature.ts';

/** The policy of the pods of one workload. */
export const feature: Feature = {
  name: 'podNetworkPolicy',
  scope: 'workload',
  kinds: [...ALL_KINDS, 'Pod'],
  always: true,
  order: 500,
  when: value('networkPolicy.enabled'),
  fragments: {
    'networkPolicy.ingress': { when: value('networkPolicy.extraIngress') },
    'networkPolicy.egress': { when: ALWAYS },
  },
};
