import { carried } from '../../../go/index.ts';
import { ALL_KINDS, type ConnectionAspect } from '../../../model/feature.ts';

/** The environment variables of a workload's connections. */
export const feature: ConnectionAspect = {
  name: 'connectionEnv',
  scope: 'connection',
  kinds: ALL_KINDS,
  requires: ['env'],
  order: 210,
  when: carried('connection.condition'),
};
