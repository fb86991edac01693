import type { Feature } from '../../../model/feature.ts';
import { userOf } from '../../../model/user.ts';

/** Who the pod runs as; the schema cannot express less than Pod Security restricted. */
export const feature: Feature = {
  name: 'security',
  scope: 'workload',
  schema: 'security',
  always: true,
  order: 100,
  shares: (workload, main) => userOf(workload) === userOf(main),
};
