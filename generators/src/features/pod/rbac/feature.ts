import { all, option, own } from '../../../go/index.ts';
import { conditionOption, type WorkloadFeature } from '../../../model/feature.ts';
import { CLUSTER_RESOURCES } from './cluster-resources.ts';

/** A rule of a Role. */
interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
}

const CREATED = all(own('rbac.create'), option('when'));

/**
 * Permissions of the workload in its own namespace: a Role, and a token that expires within the hour, mounted where
 * Kubernetes' clients look for it. Sidecars mount the volume `api-token` themselves.
 */
export const feature: WorkloadFeature = {
  name: 'rbac',
  scope: 'workload',
  schema: 'rbac',
  order: 125,
  when: option('when'),
  volumes: ['api-token'],
  options: {
    properties: {
      when: conditionOption('Condition under which the workload has the permissions; default always.'),
      own: {
        type: 'boolean',
        description: 'Whether the container of the workload itself has the token.',
        default: true,
      },
      namespaces: {
        type: 'string',
        description: 'Values path of a list of further namespaces with the same permissions; empty for none.',
        default: '',
      },
      rules: {
        type: 'array',
        description: 'Rules of the Role; no wildcards.',
        items: {
          type: 'object',
          properties: {
            apiGroups: { type: 'array', description: 'API groups.', items: { type: 'string' } },
            resources: { type: 'array', description: 'Resources.', items: { type: 'string' } },
            verbs: { type: 'array', description: 'Verbs.', items: { type: 'string' } },
          },
          required: ['apiGroups', 'resources', 'verbs'],
        },
      },
    },
    required: ['rules'],
  },
  mistakes: ({ rules }) => {
    const named = (Array.isArray(rules) ? (rules as readonly Rule[]) : []).flatMap(
      ({ apiGroups, resources }) =>
        resources.filter((resource) =>
          apiGroups.some((group) => CLUSTER_RESOURCES[group]?.includes(resource.split('/')[0] ?? '')),
        ),
    );
    if (named.length === 0) return [];
    return [
      {
        what: `a Role gives nothing of the cluster, and ${named.join(' and ')} are no objects of a namespace`,
        remedy: 'Leave them out: charts make no ClusterRole.',
      },
    ];
  },
  fragments: {
    'object.role': { when: CREATED },
    'object.rolebinding': { when: CREATED },
  },
};
