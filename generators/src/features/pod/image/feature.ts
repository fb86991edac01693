import type { Feature } from '../../../model/feature.ts';

/** The image of the workload; `_helpers.tpl` renders its reference. */
export const feature: Feature = {
  name: 'image',
  scope: 'workload',
  schema: 'image',
  always: true,
  needs: ['imageValues'],
  order: 100,
};
