import { all, type Condition, option, own } from '../../../go/index.ts';
import { conditionOption, type WorkloadFeature } from '../../../model/feature.ts';
import { rulesOf, rulesOption, wideRules } from '../../../model/role-rules.ts';
import { CLUSTER_RESOURCES } from './cluster-resources.ts';

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
        description:
          'Path of the value that lists further namespaces with the same permissions; empty for none.',
        default: '',
      },
      rules: rulesOption('Rules of the Role; no wildcards. None for a token alone.'),
    },
    required: ['rules'],
  },
  mistakes: ({ rules }) => {
    const named = rulesOf(rules).flatMap(({ apiGroups = [], resources = [] }) =>
      resources.filter((resource) =>
        apiGroups.some((group) => CLUSTER_RESOURCES[group]?.includes(resource.split('/')[0] ?? '')),
      ),
    );
    const wide = wideRules(rulesOf(rules));
    if (named.length === 0) return wide;
    return [
      ...wide,
      {
        what: `a Role gives nothing of the cluster, and ${named.join(' and ')} are no objects of a namespace`,
        remedy: 'Name them in the feature clusterRbac.',
      },
    ];
  },
  rights: ({ rules, own: alone, namespaces, when }) => ({
    kind: 'Role',
    rules: rulesOf(rules),
    create: 'rbac.create',
    namespaces: String(namespaces),
    when: when as Condition,
    token: alone === false ? 'a sidecar' : 'yes',
  }),
  fragments: {
    'object.role': { when: CREATED },
    'object.rolebinding': { when: CREATED },
  },
};
