import { ALWAYS } from '../../../go/index.ts';
import type { Feature } from '../../../model/feature.ts';

/** What the jury of a canary asks Prometheus, and what it lets pass. */
export const feature: Feature = {
  name: 'canaryAnalysis',
  scope: 'workload',
  schema: 'canary-analysis',
  kinds: ['CronJob'],
  order: 190,
  fragments: { validations: { when: ALWAYS } },
};
