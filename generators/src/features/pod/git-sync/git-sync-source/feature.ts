import type { ChartFeature } from '../../../../model/feature.ts';

/** The git repository that the workloads with the feature gitSync take files from. */
export const feature: ChartFeature = {
  name: 'gitSyncSource',
  scope: 'chart',
  schema: 'git-sync',
  enabledWith: 'gitSync',
  order: 320,
  reads: {
    'gitSync.subPath':
      "Tell a workload in which folder below repo its files are, for example by env: { FOLDER: { value: 'gitSync.subPath' } }.",
    'gitSync.period':
      'Only pods that keep running fetch again: give the feature gitSync to a workload that does, not to Jobs alone.',
  },
  image: {
    name: 'gitSync',
    description: 'Fetches files from git.',
    registry: 'registry.k8s.io',
    repository: 'git-sync/git-sync',
    tag: 'v4.7.1',
    digest: 'sha256:c5e1976da735bf0b53979f079a07475d77174c51863cd084e928ff6074480717',
  },
};
