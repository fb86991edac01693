import { carried } from '../../../go/index.ts';
import type { EntryFeature } from '../../../model/feature.ts';

/** Containers that run to their end before the workload starts, as the definition declares them. */
export const feature: EntryFeature = {
  name: 'init',
  scope: 'init',
  order: 205,
  when: carried('init.when'),
};
