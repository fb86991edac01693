import { carried } from '../../../go/index.ts';
import type { Feature } from '../../../model/feature.ts';

/** Settings of the application (x-env) as environment. */
export const feature: Feature = {
  name: 'settings',
  scope: 'setting',
  always: true,
  needs: ['settings'],
  order: 110,
  when: carried('setting.condition'),
};
