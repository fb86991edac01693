import type { ConnectionAspect } from '../../../model/feature.ts';

/** The pod of helm test looks at the Service as its clients do. */
export const feature: ConnectionAspect = {
  name: 'connectionCheck',
  scope: 'connection',
  kinds: ['Pod'],
  order: 200,
};
