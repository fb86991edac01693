import type { ChartFeature } from '../../../../model/feature.ts';

/**
 * Looks whether the Secrets that values name are there, for a chart that is installed by itself; umbrellas do it in their
 * preflight, and charts over several namespaces may make the one that a Secret belongs to.
 */
export const feature: ChartFeature = {
  name: 'givenSecrets',
  scope: 'chart',
  requires: ['workloads'],
  order: 131,
};
