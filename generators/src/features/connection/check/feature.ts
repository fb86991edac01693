import type { ConnectionAspect } from '../../../model/feature.ts';

/** The pod of helm test checks the Service as its clients use it. */
export const feature: ConnectionAspect = {
  name: 'connectionCheck',
  scope: 'connection',
  kinds: ['Pod'],
  order: 200,
};
