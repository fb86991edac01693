import { value } from '../../../../go/index.ts';
import type { PodAspect } from '../../../../model/feature.ts';

const ENABLED = value('jobWaits.enabled');

/**
 * What pods that wait for the end of a Job find it by: a ConfigMap with its name, which each revision may change without
 * replacing those pods, and a Role for exactly these two.
 */
export const feature: PodAspect = {
  name: 'awaitedJob',
  scope: 'pod',
  kinds: ['Job'],
  requires: ['awaitedIn'],
  order: 127,
  when: ENABLED,
  rights: () => ({
    kind: 'Role',
    rules: [
      { apiGroups: ['batch'], resources: ['jobs'], verbs: ['get'] },
      { apiGroups: [''], resources: ['configmaps'], verbs: ['get'] },
    ],
    create: '',
    namespaces: '',
    when: ENABLED,
    token: '',
  }),
};
