import { ALWAYS, carried } from '../../../go/index.ts';
import { ALL_KINDS, type ConnectionAspect } from '../../../model/feature.ts';

/** What every connection brings: where it leads, the label that lets its pods in, and the traffic. */
export const feature: ConnectionAspect = {
  name: 'connection',
  scope: 'connection',
  kinds: [...ALL_KINDS, 'Pod'],
  order: 520,
  when: carried('connection.traffic'),
  fragments: {
    validations: { when: ALWAYS },
  },
};
