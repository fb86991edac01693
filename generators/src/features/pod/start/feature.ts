import { own } from '../../../go/index.ts';
import type { PodAspect } from '../../../model/feature.ts';

/** How the container starts, where the image says so itself: another command would leave settings without effect that a chart starts with. */
export const feature: PodAspect = {
  name: 'start',
  scope: 'pod',
  schema: 'start',
  requires: ['startedByImage'],
  order: 190,
  fragments: { 'container.spec': { when: own('container') } },
};
