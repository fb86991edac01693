import { all, each, value } from '../../../go/index.ts';
import { LONG_RUNNING, type PodAspect } from '../../../model/feature.ts';

/** The init containers that hold pods until Jobs of the chart are complete; they alone have the token with which they ask. */
export const feature: PodAspect = {
  name: 'jobWait',
  scope: 'pod',
  kinds: [...LONG_RUNNING, 'Job', 'CronJob'],
  requires: ['after'],
  order: 202,
  when: all(value('jobWaits.enabled'), each('after')),
};
