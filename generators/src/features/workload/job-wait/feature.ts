import { all, each, value } from '../../../go/index.ts';
import { LONG_RUNNING, type PodAspect } from '../../../model/feature.ts';

const ENABLED = value('jobWaits.enabled');

/** The init containers that hold pods until Jobs of the chart are complete; they alone have the token with which they ask. */
export const feature: PodAspect = {
  name: 'jobWait',
  scope: 'pod',
  kinds: [...LONG_RUNNING, 'Job', 'CronJob'],
  requires: ['after'],
  order: 202,
  when: all(ENABLED, each('after')),
  rights: () => ({
    kind: 'Role',
    rules: [],
    create: '',
    namespaces: '',
    when: ENABLED,
    token: 'what waits for Jobs',
  }),
};
