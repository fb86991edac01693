import type { Condition } from '../../go/index.ts';
import type { Rights } from '../../model/feature.ts';
import type { Workload } from '../../model/model.ts';
import { code } from '../../schema/index.ts';

/** What Roles and ClusterRoles allow; nothing where there are none. */
export function roles(pods: readonly Workload[]): readonly string[] {
  const [own, cluster] = [rowsOf(pods, 'Role'), rowsOf(pods, 'ClusterRole')];
  if (own.length + cluster.length === 0) return [];
  const switchesOf = (kind: Rights['kind']) => {
    const paths = pods.flatMap((workload) =>
      rightsOf(workload, kind).flatMap(({ create, rules }) =>
        create === '' || rules.length === 0 ? [] : [code(pathOf(workload, create))],
      ),
    );
    return [...new Set(paths)].join(', ');
  };
  const switches = switchesOf('Role');
  const given =
    switches === ''
      ? 'Roles of the service account'
      : `Roles, which the service account has with ${switches}`;
  return [
    '',
    cluster.length > 0
      ? `${given}, and ClusterRoles, which it has with ${switchesOf('ClusterRole')}:`
      : `${given}; there is no ClusterRole:`,
    '',
    '| Workload | API groups | Resources | Verbs | Namespaces |',
    '|---|---|---|---|---|',
    ...own,
    ...cluster,
  ];
}

/** Who in the pods of a workload has a token of its account, and when. */
export function tokensOf(workload: Workload): readonly string[] {
  return rightsOf(workload, 'Role').flatMap(({ token, when }) =>
    token === '' ? [] : [`${token}${whileOf(when)}`],
  );
}

/** Path of a value of a workload in those of its chart. */
export function pathOf({ main, name }: Workload, path: string): string {
  return main ? path : `${name}.${path}`;
}

function rightsOf({ features }: Workload, kind: Rights['kind']): readonly Rights[] {
  return features.flatMap(({ feature, options }) => {
    const rights = 'rights' in feature ? feature.rights?.(options) : undefined;
    return rights?.kind === kind ? [rights] : [];
  });
}

function rowsOf(pods: readonly Workload[], kind: Rights['kind']): readonly string[] {
  return pods.flatMap((workload) =>
    rightsOf(workload, kind).flatMap(({ rules, create, namespaces, when }) => {
      const where = kind === 'Role' ? 'its own' : `all, with ${code(pathOf(workload, create))}`;
      const further = namespaces === '' ? '' : `, and those of ${code(namespaces)}`;
      return rules.map(({ apiGroups = [], resources = [], nonResourceURLs = [], verbs }) => {
        const groups = apiGroups.map((group) => (group === '' ? 'core' : group));
        return `| ${workload.name} | ${groups.join(', ') || '–'} | ${[...resources, ...nonResourceURLs].join(', ')} | ${verbs.join(', ')} | ${where}${further}${whileOf(when)} |`;
      });
    }),
  );
}

function whileOf(when: Condition): string {
  return when === true ? '' : `, while ${words(when)}`;
}

/** A condition in words. */
function words(condition: Condition): string {
  if (typeof condition === 'boolean') return condition ? 'always' : 'never';
  if ('all' in condition) return condition.all.map(words).join(' and ');
  if ('any' in condition) return condition.any.map(words).join(' or ');
  if ('not' in condition) return `not ${words(condition.not)}`;
  if (!('compare' in condition))
    return 'value' in condition ? code(condition.value) : 'the values ask for it';
  const { compare, of, to } = condition;
  const verbs = { eq: 'is', ne: 'is not', gt: 'is more than', has: 'is' };
  const others = [to].flat().join(' or ');
  return `${words(of)} ${verbs[compare]} ${others}`;
}
