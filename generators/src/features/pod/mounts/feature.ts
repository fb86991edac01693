import { carried } from '../../../go/index.ts';
import type { Feature } from '../../../model/feature.ts';

/** Volumes from objects that hold them, as the definition declares them. */
export const feature: Feature = {
  name: 'mounts',
  scope: 'mount',
  always: true,
  needs: ['mounts'],
  order: 315,
  when: carried('mount.when'),
};
