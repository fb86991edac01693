import { carried } from '../../../go/index.ts';
import type { EntryFeature } from '../../../model/feature.ts';

/** Volumes from objects that hold them, as the definition declares them. */
export const feature: EntryFeature = {
  name: 'mounts',
  scope: 'mount',
  order: 315,
  when: carried('mount.when'),
};
