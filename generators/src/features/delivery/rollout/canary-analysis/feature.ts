import { ALWAYS } from '../../../../go/index.ts';
import type { WorkloadFeature } from '../../../../model/feature.ts';

/** Analysis of a canary: what the jury queries from Prometheus, and what it tolerates. */
export const feature: WorkloadFeature = {
  name: 'canaryAnalysis',
  scope: 'workload',
  schema: 'canary-analysis',
  kinds: ['CronJob'],
  order: 190,
  mistakes: (_, { connections, ofMain }) =>
    ofMain.includes('rollout') && connections.includes('prometheus')
      ? []
      : [
          {
            what: 'it judges the canary of main by what Prometheus says, and main has no rollout or the chart no connection prometheus',
            remedy:
              'Give main the feature rollout, which brings the CronJob that judges, and leave this one out.',
          },
        ],
  fragments: { validations: { when: ALWAYS } },
};
