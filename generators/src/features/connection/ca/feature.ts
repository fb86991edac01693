import { helper } from '../../../go/index.ts';
import { ALL_KINDS, type ConnectionAspect } from '../../../model/feature.ts';

/** The CA certificate that verifies a server, where the system's do not. */
export const feature: ConnectionAspect = {
  name: 'connectionCa',
  scope: 'connection',
  kinds: ALL_KINDS,
  requires: ['ca'],
  order: 215,
  when: helper('connection', 'caSecret'),
};
