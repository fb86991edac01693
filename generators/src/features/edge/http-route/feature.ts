import { ALWAYS, own } from '../../../go/index.ts';
import { type Feature, LONG_RUNNING } from '../../../model/feature.ts';

/** An HTTPRoute of the Gateway API to the Service. */
export const feature: Feature = {
  name: 'httpRoute',
  scope: 'workload',
  schema: 'http-route',
  kinds: LONG_RUNNING,
  needs: ['ports'],
  order: 410,
  when: own('httpRoute.enabled'),
  fragments: { validations: { when: ALWAYS } },
};
