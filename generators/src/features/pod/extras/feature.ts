import { ALWAYS, any, own, value } from '../../../go/index.ts';
import type { PodAspect } from '../../../model/feature.ts';

/** Variables, volumes and containers from values that the chart does not know of. */
export const feature: PodAspect = {
  name: 'extras',
  scope: 'pod',
  schema: 'extras',
  order: 950,
  fragments: {
    'container.env': { when: any(value('global.extraEnv'), value('extraEnv'), own('extraEnv')) },
    'container.envFrom': { when: own('extraEnvFrom') },
    'pod.volumes': { when: own('volumes') },
    'container.volumeMounts': { when: own('volumeMounts') },
    'pod.containers': { when: own('extraContainers') },
    'pod.initContainers': { when: own('extraLateInitContainers') },
    validations: { when: ALWAYS },
  },
};
