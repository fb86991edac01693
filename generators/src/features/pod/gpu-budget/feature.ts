import type { Feature } from '../../../model/feature.ts';

/** Whether what the pods take of the cards fits on them; an umbrella asks for all its members together. */
export const feature: Feature = {
  name: 'gpuBudget',
  scope: 'chart',
  always: true,
  beside: 'gpu',
  budget: true,
  order: 445,
  fragments: { validations: { when: 'and .Chart.IsRoot .Values.global.gpu.cards' } },
};
