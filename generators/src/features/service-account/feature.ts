import type { Feature } from '../feature.ts';

/** The account of the pods; its token is never mounted. */
export const feature: Feature = {
  name: 'serviceAccount',
  scope: 'chart',
  schema: 'service-account',
  always: true,
  needs: ['workloads'],
  order: 120,
  fragments: {
    'object.serviceaccount': { when: '.Values.serviceAccount.create', everyNamespace: true },
  },
};
