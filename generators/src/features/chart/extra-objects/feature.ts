import { ALWAYS, value } from '../../../go/index.ts';
import type { Feature } from '../../../model/feature.ts';

/** Objects beside those of the chart. */
export const feature: Feature = {
  name: 'extraObjects',
  scope: 'chart',
  schema: 'extra-objects',
  always: true,
  order: 950,
  fragments: {
    'object.extra-objects': { when: value('extraObjects') },
    validations: { when: ALWAYS },
  },
};
