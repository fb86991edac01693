import { all, raw, value } from '../../../go/index.ts';
import type { Feature } from '../../../model/feature.ts';

/** Whether what the pods take of the cards fits on them; an umbrella asks for all its members together. */
export const feature: Feature = {
  name: 'gpuBudget',
  scope: 'chart',
  always: true,
  beside: 'gpu',
  budget: true,
  order: 445,
  fragments: { validations: { when: all(raw('.Chart.IsRoot'), value('global.gpu.cards')) } },
};
