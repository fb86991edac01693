import { all, option, own } from '../../../go/index.ts';
import { conditionOption, type WorkloadFeature } from '../../../model/feature.ts';

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
  fragments: {
    'object.role': { when: CREATED },
    'object.rolebinding': { when: CREATED },
  },
};
