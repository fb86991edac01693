import { ALWAYS, value } from '../../../go/index.ts';
import type { ChartFeature } from '../../../model/feature.ts';

/** The Secret of the chart: existing, from an ExternalSecret, given, found, or generated. */
export const feature: ChartFeature = {
  name: 'secrets',
  scope: 'chart',
  schema: 'secrets',
  requires: ['secrets'],
  order: 130,
  first: { 'secrets.existingSecret': 10 },
  fragments: {
    notes: { when: ALWAYS },
    'object.secret': { when: ALWAYS, everyNamespace: true },
    'object.externalsecret': { when: value('secrets.externalSecret.enabled'), everyNamespace: true },
  },
};
