import type { Feature } from '../../../model/feature.ts';

/** A namespace of the chart's own, with its quota and its limit range; uninstalling keeps it with all that is in it. */
export const feature: Feature = {
  name: 'namespace',
  scope: 'namespace',
  schema: 'namespace',
  always: true,
  order: 102,
  fragments: {
    'object.namespace': { when: '<% values %>.create' },
    'object.resourcequota': { when: 'and <% values %>.quota.enabled <% values %>.quota.hard' },
    'object.limitrange': { when: '<% values %>.limitRange.enabled' },
  },
};
