import { helper } from '../../../go/index.ts';
import { ALL_KINDS, type WorkloadFeature } from '../../../model/feature.ts';

/**
 * Users, passwords and wishes of all clients of the chart in the environment, for the Job that makes them:
 * `CLIENTS` lists their names; of a client `web-app` there are `WEB_APP_USERNAME`, `WEB_APP_PASSWORD` and what the type adds.
 */
export const feature: WorkloadFeature = {
  name: 'clientCredentials',
  scope: 'workload',
  kinds: ALL_KINDS,
  order: 180,
  fragments: {
    'pod.annotations': { when: helper('chart', 'clientPasswords') },
  },
};
