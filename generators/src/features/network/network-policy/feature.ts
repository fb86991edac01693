import { ALWAYS, all, value } from '../../../go/index.ts';
import type { ChartFeature } from '../../../model/feature.ts';

/** Allowed network traffic: everything that is not listed is refused, incoming and outgoing. */
export const feature: ChartFeature = {
  name: 'networkPolicy',
  scope: 'chart',
  schema: 'network-policy',
  requires: ['workloads'],
  order: 500,
  when: all(value('global.networkPolicy.enabled'), value('networkPolicy.enabled')),
  fragments: { validations: { when: ALWAYS } },
};
