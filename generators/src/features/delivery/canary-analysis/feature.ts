import { ALWAYS } from '../../../go/index.ts';
import type { WorkloadFeature } from '../../../model/feature.ts';

/** Analysis of a canary: what the jury queries from Prometheus, and what it tolerates. */
export const feature: WorkloadFeature = {
  name: 'canaryAnalysis',
  scope: 'workload',
  schema: 'canary-analysis',
  kinds: ['CronJob'],
  order: 190,
  fragments: { validations: { when: ALWAYS } },
};
