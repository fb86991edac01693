import { ALWAYS, any, own, value } from '../../../go/index.ts';
import { LONG_RUNNING, type PodAspect } from '../../../model/feature.ts';

/** The Service in front of the pods: inside the cluster only, where the workload has no `serviceReach`. */
export const feature: PodAspect = {
  name: 'service',
  scope: 'pod',
  schema: 'service',
  kinds: LONG_RUNNING,
  requires: ['servedPorts'],
  firstPort: ['service', 'port'],
  order: 100,
  first: { 'service.type': 90 },
  fragments: {
    'service.annotations': { when: any(value('global.commonAnnotations'), own('service.annotations')) },
    validations: { when: ALWAYS },
  },
};
