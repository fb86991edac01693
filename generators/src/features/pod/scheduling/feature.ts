import { own } from '../../../go/index.ts';
import type { PodAspect } from '../../../model/feature.ts';

/** Where the pods run. */
export const feature: PodAspect = {
  name: 'scheduling',
  scope: 'pod',
  schema: 'scheduling',
  order: 300,
  fragments: {
    'pod.tolerations': { when: own('tolerations') },
  },
};
