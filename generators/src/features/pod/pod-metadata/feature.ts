import { ALWAYS, own } from '../../../go/index.ts';
import type { Feature } from '../../../model/feature.ts';

/** Annotations and labels of the pods. */
export const feature: Feature = {
  name: 'podMetadata',
  scope: 'workload',
  schema: 'pod-metadata',
  always: true,
  order: 900,
  fragments: {
    'pod.annotations': { when: own('podAnnotations') },
    'pod.labels': { when: own('podLabels') },
    validations: { when: ALWAYS },
  },
};
