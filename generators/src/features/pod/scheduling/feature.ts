import { any, own, value } from '../../../go/index.ts';
import type { PodAspect } from '../../../model/feature.ts';

/** Where the pods run; what global says of all pods comes first. */
export const feature: PodAspect = {
  name: 'scheduling',
  scope: 'pod',
  schema: 'scheduling',
  requires: ['placed'],
  order: 300,
  first: { nodeSelector: 110 },
  fragments: {
    'pod.tolerations': { when: any(value('global.tolerations'), own('tolerations')) },
  },
};
