import { all, own } from '../../../go/index.ts';
import type { NamespaceFeature } from '../../../model/feature.ts';

/**
 * A namespace of the chart's own, with its quota and its limit range; uninstalling keeps it with all that is in it. What holds
 * for several of them only together is in `namespaceChecks`.
 */
export const feature: NamespaceFeature = {
  name: 'namespace',
  scope: 'namespace',
  schema: 'namespace',
  order: 102,
  fragments: {
    'object.namespace': { when: own('create') },
    'object.resourcequota': { when: all(own('quota.enabled'), own('quota.hard')) },
    'object.limitrange': { when: own('limitRange.enabled') },
  },
};
