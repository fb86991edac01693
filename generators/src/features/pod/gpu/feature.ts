import { ALWAYS, all, eq, helper, own } from '../../../go/index.ts';
import type { WorkloadFeature } from '../../../model/feature.ts';

/**
 * A graphics card for the container: resource, taint, node labels, runtime class, environment and update strategy follow
 * from who makes the card and how it is shared. Labels are those of NVIDIA's GPU feature discovery and AMD's node labeller.
 */
export const feature: WorkloadFeature = {
  name: 'gpu',
  scope: 'workload',
  schema: 'gpu',
  extends: ['gpuBudget'],
  order: 440,
  first: { 'gpu.enabled': 70 },
  when: own('gpu.enabled'),
  example: () => ({
    title: 'A graphics card',
    values: { gpu: { enabled: true, vendor: 'nvidia', runtimeClassName: 'nvidia' } },
  }),
  fragments: {
    'container.limits': { when: all(own('gpu.enabled'), eq(own('gpu.fallback'), 'fail')) },
    'container.env': { when: ALWAYS },
    'pod.tolerations': { when: all(own('gpu.enabled'), own('gpu.tolerate')) },
    'gpu.claims': { when: all(own('gpu.enabled'), eq(own('gpu.fallback'), 'fail')) },
    validations: {},
  },
  omits: {
    'workload.strategy': eq(helper('values', 'gpuRecreates'), 'true'),
  },
};
