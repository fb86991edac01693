import { value } from '../../../go/index.ts';
import type { Feature } from '../../../model/feature.ts';

/** Who may talk to whom: everything that is not listed is refused, both ways. */
export const feature: Feature = {
  name: 'networkPolicy',
  scope: 'chart',
  schema: 'network-policy',
  always: true,
  needs: ['workloads'],
  order: 500,
  when: value('networkPolicy.enabled'),
};
