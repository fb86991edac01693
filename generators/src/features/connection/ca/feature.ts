import { helper } from '../../../go/index.ts';
import { ALL_KINDS, type ConnectionAspect } from '../../../model/feature.ts';

/** The authority that a server's certificate is checked with, where the machine's own do not know it. */
export const feature: ConnectionAspect = {
  name: 'connectionCa',
  scope: 'connection',
  kinds: ALL_KINDS,
  requires: ['ca'],
  order: 215,
  when: helper('connection', 'caSecret'),
};
