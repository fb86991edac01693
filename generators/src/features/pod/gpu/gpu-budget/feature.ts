import { all, raw, value } from '../../../../go/index.ts';
import type { ChartFeature } from '../../../../model/feature.ts';

/** Checks that the claims of the pods fit on the graphics cards; an umbrella checks all its members together. */
export const feature: ChartFeature = {
  name: 'gpuBudget',
  scope: 'chart',
  enabledWith: 'gpu',
  order: 445,
  fragments: { validations: { when: all(raw('.Chart.IsRoot'), value('global.gpu.cards')) } },
};
