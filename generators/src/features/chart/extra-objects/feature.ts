import { ALWAYS, value } from '../../../go/index.ts';
import type { ChartFeature } from '../../../model/feature.ts';

/** Objects beside those of the chart. */
export const feature: ChartFeature = {
  name: 'extraObjects',
  scope: 'chart',
  schema: 'extra-objects',
  order: 950,
  fragments: {
    'object.extra-objects': { when: value('extraObjects') },
    validations: { when: ALWAYS },
  },
};
