import { ALWAYS, own } from '../../../go/index.ts';
import { LONG_RUNNING, type WorkloadFeature } from '../../../model/feature.ts';

/** An HTTPRoute of the Gateway API to the Service. */
export const feature: WorkloadFeature = {
  name: 'httpRoute',
  scope: 'workload',
  schema: 'http-route',
  kinds: LONG_RUNNING,
  requires: ['servedPorts'],
  order: 410,
  when: own('httpRoute.enabled'),
  extends: ['ingress'],
  options: {
    properties: {
      below: {
        type: 'string',
        description:
          'Path of the value with the path below which the application answers, where it answers nowhere else; matches that lead past it are refused.',
      },
    },
  },
  fragments: { validations: { when: ALWAYS }, notes: { when: own('httpRoute.enabled') } },
};
