import type { ChartFeature } from '../../../../model/feature.ts';
import { CURL } from '../../../../model/toolbox.ts';

/** Whether and with what pods of the chart ask the Kubernetes API for the Jobs that they wait for. */
export const feature: ChartFeature = {
  name: 'jobWaitValues',
  scope: 'chart',
  schema: 'job-waits',
  enabledWith: 'jobWait',
  order: 106,
  image: { name: 'jobWaits', description: 'Asks the Kubernetes API for Jobs.', ...CURL },
  security: [
    'While `jobWaits.enabled` is true, the service account may get the Jobs that pods wait for, each by its name, and the ConfigMaps with those names. A pod that finds none holds until an upgrade makes it again, so finished Jobs stay; what cleans them up should spare these.',
  ],
};
