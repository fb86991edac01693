import { helper } from '../../../../go/index.ts';
import { ALL_KINDS, type WorkloadFeature } from '../../../../model/feature.ts';

/**
 * Users, passwords and needs of all clients of the chart as environment variables, for the Job that provisions them: `CLIENTS`
 * lists their names; a client `web-app` has `WEB_APP_USERNAME`, `WEB_APP_PASSWORD` and what the type adds.
 */
export const feature: WorkloadFeature = {
  name: 'clientCredentials',
  scope: 'workload',
  kinds: ALL_KINDS,
  order: 180,
  mistakes: (_, { hasClients }) =>
    hasClients
      ? []
      : [
          {
            what: 'it is for a chart that keeps its clients apart, and this one provides no such service',
            remedy: 'Say in provides which service it is, or leave the feature out.',
          },
        ],
  fragments: {
    'pod.annotations': { when: helper('chart', 'clientPasswords') },
  },
};
