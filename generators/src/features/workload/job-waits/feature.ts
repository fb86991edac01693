import type { ChartFeature } from '../../../model/feature.ts';
import { CURL } from '../../../model/toolbox.ts';

/** Whether and with what pods of the chart ask the Kubernetes API for the Jobs that they wait for. */
export const feature: ChartFeature = {
  name: 'jobWaits',
  scope: 'chart',
  schema: 'job-waits',
  enabledWith: 'jobWait',
  order: 106,
  image: { name: 'jobWaits', description: 'Asks the Kubernetes API for Jobs.', ...CURL },
};
