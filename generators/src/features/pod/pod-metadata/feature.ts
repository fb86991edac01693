import { ALWAYS, own } from '../../../go/index.ts';
import type { PodAspect } from '../../../model/feature.ts';

/** Annotations and labels of the pods. */
export const feature: PodAspect = {
  name: 'podMetadata',
  scope: 'pod',
  schema: 'pod-metadata',
  order: 900,
  fragments: {
    'pod.annotations': { when: own('podAnnotations') },
    'pod.labels': { when: own('podLabels') },
    validations: { when: ALWAYS },
  },
};
