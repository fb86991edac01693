import type { PodAspect } from '../../../model/feature.ts';

/** Further pods of a workload in groups, each a StatefulSet or Deployment with values of its own on top of the workload's. */
export const feature: PodAspect = {
  name: 'groups',
  scope: 'pod',
  schema: 'groups',
  kinds: ['Deployment', 'StatefulSet'],
  requires: ['groups'],
  order: 105,
  fragments: { validations: { everyGroup: false } },
};
