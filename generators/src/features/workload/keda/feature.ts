import { ALWAYS, own } from '../../../go/index.ts';
import type { WorkloadFeature } from '../../../model/feature.ts';

/** A ScaledObject of KEDA instead of a number of pods, where the load is a queue and not CPU. */
export const feature: WorkloadFeature = {
  name: 'keda',
  scope: 'workload',
  schema: 'keda',
  kinds: ['Deployment', 'StatefulSet'],
  requires: ['scalable'],
  order: 421,
  when: own('keda.enabled'),
  options: {
    properties: {
      triggers: {
        type: 'string',
        description: 'The triggers as a list in YAML, Go template text; used while the values have none.',
        default: '',
      },
    },
  },
  fragments: {
    'object.scaledobject': { everyGroup: true },
    validations: { when: ALWAYS },
    'replicas.smallest': { when: ALWAYS },
    'replicas.largest': { when: ALWAYS },
  },
  omits: { 'workload.replicas': own('keda.enabled') },
};
