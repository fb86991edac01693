import { own } from '../../../../go/index.ts';
import type { PodAspect } from '../../../../model/feature.ts';

/** Init containers from values that run before all others, what waits for services among them. */
export const feature: PodAspect = {
  name: 'firstContainers',
  scope: 'pod',
  schema: 'first-containers',
  order: 10,
  when: own('extraInitContainers'),
};
