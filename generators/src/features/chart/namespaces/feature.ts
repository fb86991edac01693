import type { Feature } from '../../../model/feature.ts';

/** What holds for the namespaces of a chart together: each is another one, and who serves them lets their pods in. */
export const feature: Feature = {
  name: 'namespaces',
  scope: 'chart',
  always: true,
  needs: ['namespaces'],
  order: 102,
};
