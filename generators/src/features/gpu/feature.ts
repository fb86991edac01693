import type { Feature } from '../feature.ts';

/** A graphics card for the container. */
export const feature: Feature = {
  name: 'gpu',
  scope: 'workload',
  schema: 'gpu',
  order: 440,
  when: '<% values %>.gpu.enabled',
  fragments: {
    'container.limits': { when: 'and <% values %>.gpu.enabled (eq <% values %>.gpu.fallback "fail")' },
    'pod.tolerations': { when: 'and <% values %>.gpu.enabled <% values %>.gpu.tolerate' },
    'affinity.preferred': { when: 'and <% values %>.gpu.enabled (eq <% values %>.gpu.fallback "cpu")' },
    helpers: { when: '' },
  },
  omits: { 'pod.runtimeClassName': '<% values %>.gpu.enabled' },
};
