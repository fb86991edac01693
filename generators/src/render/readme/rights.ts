import type { Condition } from '../../go/index.ts';
import type { Rights } from '../../model/feature.ts';
import type { Workload } from '../../model/model.ts';
import { code } from '../../schema/index.ts';

/** What Roles and ClusterRoles allow; nothing where there are none. */
export function roles(pods: readonly Workload[]): readonly string[] {
  const own = pods.flatMap((workload) => rowsOf(workload, 'Role'));
  const cluster = pods.flatMap((workload) => rowsOf(workload, 'ClusterRole'));
  const rows = [...own, ...pods.flatMap(rowsOfAwaited), ...cluster];
  if (rows.length === 0) return [];
  const switchesOf = (kind: Rights['kind']) => {
    const paths = pods.flatMap((workload) =>
      rightsOf(workload, kind).map(({ create }) => code(pathOf(workload, create))),
    );
    return [...new Set(paths)].join(', ');
  };
  const given =
    own.length > 0
      ? `Roles, which the service account has with ${switchesOf('Role')}`
      : 'Roles of the service account';
  return [
    '',
    cluster.length > 0
      ? `${given}, and ClusterRoles, which it has with ${switchesOf('ClusterRole')}:`
      : `${given}; there is no ClusterRole:`,
    '',
    '| Workload | API groups | Resources | Verbs | Namespaces |',
    '|---|---|---|---|---|',
    ...rows,
  ];
}

/** Who in the pods of a workload has a token of its account, and when. */
export function tokensOf(workload: Workload): readonly string[] {
  const own = rightsOf(workload, 'Role').flatMap(({ token, when }) =>
    token === null ? [] : [`${token === 'sidecar' ? 'a sidecar' : 'yes'}${whileOf(when)}`],
  );
  return [...own, ...(workload.after.length === 0 ? [] : ['what waits for Jobs, while `jobWaits.enabled`'])];
}

/** Path of a value of a workload in those of its chart. */
export function pathOf({ main, name }: Workload, path: string): string {
  return main ? path : `${name}.${path}`;
}

function rightsOf({ features }: Workload, kind: Rights['kind']): readonly Rights[] {
  return features.flatMap(({ feature, options }) => {
    const rights = feature.scope === 'workload' ? feature.rights?.(options) : undefined;
    return rights?.kind === kind ? [rights] : [];
  });
}

function rowsOf(workload: Workload, kind: Rights['kind']): readonly string[] {
  return rightsOf(workload, kind).flatMap(({ rules, create, namespaces, when }) => {
    const where = kind === 'Role' ? 'its own' : `all, with ${code(pathOf(workload, create))}`;
    const further = namespaces === '' ? '' : `, and those of ${code(namespaces)}`;
    return rules.map(({ apiGroups = [], resources = [], nonResourceURLs = [], verbs }) => {
      const groups = apiGroups.map((group) => (group === '' ? 'core' : group));
      return `| ${workload.name} | ${groups.join(', ') || '–'} | ${[...resources, ...nonResourceURLs].join(', ')} | ${verbs.join(', ')} | ${where}${further}${whileOf(when)} |`;
    });
  });
}

/** What the Role of a Job that pods wait for allows. */
function rowsOfAwaited({ name, awaitedIn }: Workload): readonly string[] {
  if (awaitedIn.length === 0) return [];
  const kinds = ['batch | jobs', 'core | configmaps'];
  return kinds.map((kind) => `| ${name} | ${kind} | get | its own, while \`jobWaits.enabled\` |`);
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
