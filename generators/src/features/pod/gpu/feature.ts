import type { Feature } from '../../../model/feature.ts';

/**
 * A graphics card for the container: resource, taint, node labels, runtime class, environment and update strategy follow
 * from who makes the card and how it is shared. Labels are those of NVIDIA's GPU feature discovery and AMD's node labeller.
 */
export const feature: Feature = {
  name: 'gpu',
  scope: 'workload',
  schema: 'gpu',
  order: 440,
  when: '<% values %>.gpu.enabled',
  fragments: {
    'container.limits': { when: 'and <% values %>.gpu.enabled (eq <% values %>.gpu.fallback "fail")' },
    'container.env': { when: 'and <% values %>.gpu.enabled (eq <% values %>.gpu.vendor "nvidia")' },
    'workload.spec': { when: 'eq (include "<% chart.name %>.<% workload.name %>.gpuRecreates" .) "true"' },
    'pod.tolerations': { when: 'and <% values %>.gpu.enabled <% values %>.gpu.tolerate' },
    'affinity.node': {
      when: 'and <% values %>.gpu.enabled (or <% values %>.gpu.product (eq <% values %>.gpu.sharing "mps") (eq <% values %>.gpu.fallback "cpu"))',
    },
    'pod.affinity': {
      when: 'and <% values %>.gpu.enabled (not <% values %>.affinity) (or <% values %>.gpu.product (eq <% values %>.gpu.sharing "mps") (eq <% values %>.gpu.fallback "cpu"))',
    },
    'gpu.claims': { when: 'and <% values %>.gpu.enabled (eq <% values %>.gpu.fallback "fail")' },
    helpers: { when: '' },
    validations: {},
  },
  omits: {
    'pod.runtimeClassName': '<% values %>.gpu.enabled',
    'workload.strategy': 'eq (include "<% chart.name %>.<% workload.name %>.gpuRecreates" .) "true"',
  },
};
