import { all, raw, value } from '../../../go/index.ts';
import type { ChartFeature } from '../../../model/feature.ts';

/** Whether what the pods take of the cards fits on them; an umbrella asks for all its members together. */
export const feature: ChartFeature = {
  name: 'gpuBudget',
  scope: 'chart',
  enabledWith: 'gpu',
  budget: true,
  order: 445,
  fragments: { validations: { when: all(raw('.Chart.IsRoot'), value('global.gpu.cards')) } },
};
