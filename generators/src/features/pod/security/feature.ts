import type { PodAspect } from '../../../model/feature.ts';
import { userOf } from '../../../model/user.ts';

/** Security contexts; the schema cannot express less than Pod Security restricted. */
export const feature: PodAspect = {
  name: 'security',
  scope: 'pod',
  schema: 'security',
  order: 100,
  shares: (workload, main) => userOf(workload) === userOf(main),
};
