import { helper } from '../../../go/index.ts';
import { ALL_KINDS, type Feature } from '../../../model/feature.ts';

/** The authority that a server's certificate is checked with, where the machine's own do not know it. */
export const feature: Feature = {
  name: 'connectionCa',
  scope: 'connection',
  kinds: ALL_KINDS,
  needs: ['ca'],
  order: 215,
  when: helper('connection', 'caSecret'),
};
