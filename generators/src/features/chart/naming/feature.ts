import type { Feature } from '../../../model/feature.ts';

/** Names and labels of the objects; `_helpers.tpl` reads them. */
export const feature: Feature = {
  name: 'naming',
  scope: 'chart',
  schema: 'naming',
  always: true,
  order: 100,
};
