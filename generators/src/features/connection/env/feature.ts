import { carried } from '../../../go/index.ts';
import { ALL_KINDS, type ConnectionAspect } from '../../../model/feature.ts';

/** The variables that tell a workload where its connections lead. */
export const feature: ConnectionAspect = {
  name: 'connectionEnv',
  scope: 'connection',
  kinds: ALL_KINDS,
  requires: ['env'],
  order: 210,
  when: carried('connection.condition'),
};
