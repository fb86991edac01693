import { ALWAYS, any, eq, not, own } from '../../../../go/index.ts';
import { LONG_RUNNING, type WorkloadFeature } from '../../../../model/feature.ts';

const OUTSIDE = any(not(eq(own('service.type'), 'ClusterIP')), own('service.spec.externalIPs'));

/** How the Service of main is reached: from outside, under further names, over which families, by whom again. Others ask for it. */
export const feature: WorkloadFeature = {
  name: 'serviceReach',
  scope: 'workload',
  schema: 'service-reach',
  kinds: LONG_RUNNING,
  always: 'main',
  requires: ['servedPorts'],
  order: 101,
  fragments: {
    'networkPolicy.ingress': { when: OUTSIDE },
    'service.ports': { when: own('service.extraPorts') },
    validations: { when: ALWAYS },
    notes: { when: OUTSIDE },
  },
  omits: { 'service.inside': true },
};
