import { value } from '../../../go/index.ts';
import type { ChartFeature } from '../../../model/feature.ts';

/** Who may talk to whom: everything that is not listed is refused, both ways. */
export const feature: ChartFeature = {
  name: 'networkPolicy',
  scope: 'chart',
  schema: 'network-policy',
  requires: ['workloads'],
  order: 500,
  when: value('networkPolicy.enabled'),
};
