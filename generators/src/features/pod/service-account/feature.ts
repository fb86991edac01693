import { value } from '../../../go/index.ts';
import type { ChartFeature } from '../../../model/feature.ts';

/**
 * The service account of the pods; its token is never mounted. The webhooks of EKS and AKS add tokens of their own for
 * workload identity.
 */
export const feature: ChartFeature = {
  name: 'serviceAccount',
  scope: 'chart',
  schema: 'service-account',
  requires: ['workloads'],
  order: 120,
  fragments: {
    'object.serviceaccount': { when: value('serviceAccount.create'), everyNamespace: true },
  },
};
