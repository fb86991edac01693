import { ALWAYS, all, value } from '../../../go/index.ts';
import type { ChartFeature } from '../../../model/feature.ts';

/**
 * The clients of a service that keeps them apart: each has a user and a Secret named `<fullname>-<client>`, which it reads. The
 * Job that makes the users reads all of them by `clientCredentials`.
 */
export const feature: ChartFeature = {
  name: 'clients',
  scope: 'chart',
  requires: ['clients'],
  order: 135,
  reads: {
    clients:
      'Give the chart a Job that makes the user and the data of each client: its script is told of them by the part client-TYPE of the connection type.',
  },
  fragments: {
    validations: { when: ALWAYS },
    'object.client-secrets': { when: value('clients') },
    'object.client-externalsecrets': { when: all(value('clients'), value('secrets.externalSecret.enabled')) },
  },
};
