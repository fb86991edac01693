import type { ChartFeature } from '../../../../model/feature.ts';

/** Checks of a chart's namespaces together: their names differ, and providers admit their pods. Each by itself is a `namespace`. */
export const feature: ChartFeature = {
  name: 'namespaceChecks',
  scope: 'chart',
  requires: ['namespaces'],
  order: 102,
};
