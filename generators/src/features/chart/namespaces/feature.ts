import type { ChartFeature } from '../../../model/feature.ts';

/** What holds for the namespaces of a chart together: each is another one, and who serves them lets their pods in. */
export const feature: ChartFeature = {
  name: 'namespaces',
  scope: 'chart',
  requires: ['namespaces'],
  order: 102,
};
