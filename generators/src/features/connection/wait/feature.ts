import { carried } from '../../../go/index.ts';
import { type ConnectionAspect, LONG_RUNNING } from '../../../model/feature.ts';

/** The init container that holds a pod until what it needs works. */
export const feature: ConnectionAspect = {
  name: 'connectionWait',
  scope: 'connection',
  kinds: [...LONG_RUNNING, 'Job', 'CronJob'],
  requires: ['orders'],
  order: 200,
  when: carried('connection.waits'),
  fragments: { 'partial.connections': { forUmbrellas: true } },
};
