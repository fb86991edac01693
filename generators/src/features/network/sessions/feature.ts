import type { WorkloadFeature } from '../../../model/feature.ts';

/** Names in an option that is a list of them. */
function namesIn(option: unknown): readonly string[] {
  return Array.isArray(option) ? option.map(String) : [];
}

/**
 * Sessions live in the memory of one pod: with several pods, Ingress, HTTPRoute and Service must keep a client on the same
 * one.
 */
export const feature: WorkloadFeature = {
  name: 'sessions',
  scope: 'workload',
  kinds: ['Deployment', 'StatefulSet'],
  requires: ['servedPorts', 'scalable'],
  order: 425,
  locals: ({ strict, lenient }, { workload }) => {
    const there = (name: string) => workload.features.some(({ feature }) => feature.name === name);
    return {
      strict: namesIn(strict).filter(there),
      lenient: namesIn(lenient).filter(there),
      reach: there('serviceReach'),
    };
  },
  mistakes: ({ strict, lenient }, { asked }) =>
    [...namesIn(strict), ...namesIn(lenient)]
      .filter((name) => !asked.includes(name))
      .map((name) => ({
        what: `sessions are to be kept by the feature ${name}, which the workload does not have`,
        remedy: `Add ${name} to the features of the workload, or leave it out of the options.`,
      })),
  options: {
    properties: {
      strict: {
        type: 'array',
        description: 'Features that must be sticky while several pods run; without it a release is refused.',
        default: ['ingress'],
        items: { type: 'string' },
      },
      lenient: {
        type: 'array',
        description: 'Features that may keep sessions by means this chart cannot see: the notes warn.',
        default: ['httpRoute'],
        items: { type: 'string' },
      },
    },
  },
};
