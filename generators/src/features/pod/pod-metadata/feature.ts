import { ALWAYS, any, own, value } from '../../../go/index.ts';
import type { PodAspect } from '../../../model/feature.ts';

/** Annotations and labels of the pods; what global says of all pods comes first. */
export const feature: PodAspect = {
  name: 'podMetadata',
  scope: 'pod',
  schema: 'pod-metadata',
  requires: ['placed'],
  order: 900,
  fragments: {
    'pod.annotations': { when: any(value('global.podAnnotations'), own('podAnnotations')) },
    'pod.labels': { when: any(value('global.podLabels'), own('podLabels')) },
    validations: { when: ALWAYS },
  },
};
