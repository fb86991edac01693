import { carried } from '../../../go/index.ts';
import { ALL_KINDS, type Feature } from '../../../model/feature.ts';

/** The variables that tell a workload where its connections lead. */
export const feature: Feature = {
  name: 'connectionEnv',
  scope: 'connection',
  kinds: ALL_KINDS,
  needs: ['env'],
  order: 210,
  when: carried('connection.condition'),
};
