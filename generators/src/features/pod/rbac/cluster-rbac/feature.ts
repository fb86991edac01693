import { all, type Condition, option, own } from '../../../../go/index.ts';
import {
  conditionOption,
  type OptionMistake,
  type Rule,
  type WorkloadFeature,
} from '../../../../model/feature.ts';
import { rulesOf, rulesOption, wideRules } from '../../../../model/role-rules.ts';

/**
 * Permissions of the workload in the whole cluster, which its values turn on: a ClusterRole whose name no other release has.
 * The token comes with the feature `rbac`, whose rules may be empty.
 */
export const feature: WorkloadFeature = {
  name: 'clusterRbac',
  scope: 'workload',
  schema: 'cluster-rbac',
  order: 126,
  when: all(own('clusterRbac.create'), option('when')),
  options: {
    properties: {
      when: conditionOption('Condition under which the workload has the permissions; default always.'),
      rules: rulesOption('Rules of the ClusterRole; no wildcards.', {
        nonResourceURLs: {
          type: 'array',
          description: 'Paths of the API server, for example /metrics.',
          items: { type: 'string' },
        },
      }),
    },
    required: ['rules'],
  },
  mistakes: ({ rules }, { asked }) => [
    ...(asked.includes('rbac')
      ? []
      : [
          {
            what: 'without the feature rbac the workload has no token',
            remedy: 'Name rbac too; its rules may be empty: rbac: { rules: [] }.',
          },
        ]),
    ...wideRules(rulesOf(rules)),
    ...rulesOf(rules).flatMap(mixed),
  ],
  rights: ({ rules, when }) => ({
    kind: 'ClusterRole',
    rules: rulesOf(rules),
    create: 'clusterRbac.create',
    namespaces: '',
    when: when as Condition,
    token: '',
  }),
  fragments: {
    notes: { when: option('when') },
  },
};

/** A rule is for resources with their groups, or for paths. */
function mixed({ apiGroups, resources, nonResourceURLs }: Rule): readonly OptionMistake[] {
  const isFor = [apiGroups, resources].filter((list) => list !== undefined).length;
  if (nonResourceURLs === undefined ? isFor === 2 : isFor === 0) return [];
  return [
    {
      what: 'a rule has apiGroups and resources, or nonResourceURLs',
      remedy: 'Make two rules of it, or say what lacks.',
    },
  ];
}
