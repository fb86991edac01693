import type { PodAspect } from '../../../model/feature.ts';
import { userOf } from '../../../model/user.ts';

/** Who the pod runs as; the schema cannot express less than Pod Security restricted. */
export const feature: PodAspect = {
  name: 'security',
  scope: 'pod',
  schema: 'security',
  order: 100,
  shares: (workload, main) => userOf(workload) === userOf(main),
};
