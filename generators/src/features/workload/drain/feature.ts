import { ALWAYS, all, not, own } from '../../../go/index.ts';
import { LONG_RUNNING, type WorkloadFeature } from '../../../model/feature.ts';

/** Pods that serve beside others go on for a while after their deletion has begun, until nobody is sent to them any more. */
export const feature: WorkloadFeature = {
  name: 'drain',
  scope: 'workload',
  schema: 'drain',
  kinds: LONG_RUNNING,
  always: true,
  requires: ['servedPorts', 'scalable'],
  order: 160,
  when: all(own('drainSeconds'), not(own('lifecycle.preStop'))),
  fragments: { validations: { when: ALWAYS } },
};
