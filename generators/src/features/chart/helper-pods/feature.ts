import type { ChartFeature } from '../../../model/feature.ts';

/** Where the pods beside the application run, and their labels and annotations: once for all of a chart. */
export const feature: ChartFeature = {
  name: 'helperPods',
  scope: 'chart',
  schema: 'helper-pods',
  requires: ['helpers'],
  order: 130,
  fragments: { 'partial.pod': { forUmbrellas: true } },
};
