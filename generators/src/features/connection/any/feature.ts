import { ALWAYS, carried } from '../../../go/index.ts';
import { ALL_KINDS, type ConnectionAspect } from '../../../model/feature.ts';

/** What every connection has: its address, the label by which the provider admits its pods, and the traffic. */
export const feature: ConnectionAspect = {
  name: 'connectionAny',
  scope: 'connection',
  kinds: [...ALL_KINDS, 'Pod'],
  order: 520,
  when: carried('connection.traffic'),
  fragments: {
    validations: { when: ALWAYS },
  },
};
