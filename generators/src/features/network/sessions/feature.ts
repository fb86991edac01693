import type { WorkloadFeature } from '../../../model/feature.ts';

/**
 * Sessions live in the memory of one pod: with several pods, Ingress, HTTPRoute and Service must keep a client on the same
 * one.
 */
export const feature: WorkloadFeature = {
  name: 'sessions',
  scope: 'workload',
  kinds: ['Deployment', 'StatefulSet'],
  requires: ['ports', 'scalable'],
  order: 425,
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
