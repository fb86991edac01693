import type { Feature } from '../../../model/feature.ts';

/** What the chart does not know of: variables, volumes and containers of the operator. */
export const feature: Feature = {
  name: 'extras',
  scope: 'workload',
  schema: 'extras',
  always: true,
  order: 950,
  fragments: {
    'container.env': { when: '<% values %>.extraEnv' },
    'container.envFrom': { when: '<% values %>.extraEnvFrom' },
    'pod.volumes': { when: '<% values %>.volumes' },
    'container.volumeMounts': { when: '<% values %>.volumeMounts' },
    'pod.containers': { when: '<% values %>.extraContainers' },
    'pod.initContainers': { when: '<% values %>.extraInitContainers' },
  },
};
