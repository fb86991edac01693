import { own } from '../../../go/index.ts';
import type { Feature } from '../../../model/feature.ts';

/** Where the pods run. */
export const feature: Feature = {
  name: 'scheduling',
  scope: 'workload',
  schema: 'scheduling',
  always: true,
  order: 300,
  fragments: {
    'pod.tolerations': { when: own('tolerations') },
  },
};
