import { own } from '../../../go/index.ts';
import { type Feature, LONG_RUNNING } from '../../../model/feature.ts';

/** The Service in front of the pods. */
export const feature: Feature = {
  name: 'service',
  scope: 'workload',
  schema: 'service',
  kinds: LONG_RUNNING,
  always: true,
  needs: ['servedPorts'],
  order: 100,
  fragments: {
    'service.annotations': { when: own('service.annotations') },
    'object.service-aliases': { when: own('service.aliases') },
  },
};
