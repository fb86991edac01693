import { carried } from '../../../go/index.ts';
import type { EntryFeature } from '../../../model/feature.ts';

/** Settings of the application (x-env) as environment. */
export const feature: EntryFeature = {
  name: 'settings',
  scope: 'setting',
  order: 110,
  when: carried('setting.condition'),
};
