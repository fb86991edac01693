import type { Feature } from '../../../model/feature.ts';

/** Annotations and labels of the pods. */
export const feature: Feature = {
  name: 'podMetadata',
  scope: 'workload',
  schema: 'pod-metadata',
  always: true,
  order: 900,
  fragments: {
    'pod.annotations': { when: '<% values %>.podAnnotations' },
    'pod.labels': { when: '<% values %>.podLabels' },
    validations: { when: '' },
  },
};
