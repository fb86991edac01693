import type { PodAspect } from '../../../model/feature.ts';

/** The image of the workload; `_helpers.tpl` renders its reference. */
export const feature: PodAspect = {
  name: 'image',
  scope: 'pod',
  schema: 'image',
  requires: ['imageValues'],
  order: 100,
  first: { 'image.tag': 100 },
};
