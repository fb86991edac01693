import { ALWAYS, all, value } from '../../../go/index.ts';
import type { ChartFeature } from '../../../model/feature.ts';

/** The clients of a service that keeps them apart: each has a user and a Secret named `<fullname>-<client>`. */
export const feature: ChartFeature = {
  name: 'clients',
  scope: 'chart',
  requires: ['clients'],
  order: 135,
  fragments: {
    validations: { when: ALWAYS },
    'object.client-secrets': { when: value('clients') },
    'object.client-externalsecrets': { when: all(value('clients'), value('secrets.externalSecret.enabled')) },
  },
};
