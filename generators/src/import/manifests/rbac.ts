import type { JsonObject } from '../../schema/index.ts';
import type { Line, Verdict } from '../report.ts';
import { fieldsAt, type KubeObject, listAt, plainValue, textAt, textsAt } from './objects.ts';
import type { Pod } from './pods.ts';
import { teller } from './told.ts';
import type { Additions } from './workload.ts';

interface Rule {
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
  readonly verbs: readonly string[];
}

/** Verbs with which an account takes rights that nobody gave it. */
const TAKING = ['bind', 'escalate', 'impersonate'];
const CLUSTER = /^(nodes|namespaces|persistentvolumes|storageclasses|clusterroles|clusterrolebindings)(\/|$)/;

/** The permissions that roles give the service account of a pod: `rbac` in its namespace, `clusterRbac` in all. */
export function rbacOf(pod: Pod, objects: readonly KubeObject[], lines: Line[]): Additions['features'] {
  const rules: Rule[] = [];
  const clusterRules: Rule[] = [];
  for (const binding of objects) {
    const isCluster = binding.kind === 'ClusterRoleBinding';
    if (!(isCluster || binding.kind === 'RoleBinding') || !binds(binding, pod)) continue;
    const tell = teller(binding, lines);
    const kind = textAt(binding.tree, 'roleRef', 'kind');
    const name = textAt(binding.tree, 'roleRef', 'name');
    const role = objects.find((one) => one.kind === kind && one.name === name);
    const says = role
      ? `\`${isCluster ? 'clusterRbac' : 'rbac'}\` of ${pod.object.id}`
      : `the ${kind} ${name} is not among the files: write its rules into \`rbac\` or \`clusterRbac\``;
    for (const key of ['roleRef', 'subjects']) tell(key, role ? 'carried' : 'asked', says);
    for (const [index, rule] of listAt(role?.tree, 'rules').entries()) {
      const problem = problemOf(
        plainValue(rule) as Partial<Rule>,
        isCluster,
        fieldsAt(rule).has('resourceNames'),
      );
      if (role) teller(role, lines)(`rules.${index}`, ...(problem ?? (['carried', says] as const)));
      if (problem === undefined) (isCluster ? clusterRules : rules).push(plainValue(rule) as Rule);
    }
  }
  return {
    ...((rules.length > 0 || clusterRules.length > 0) && { rbac: { rules } }),
    ...(clusterRules.length > 0 && { clusterRbac: { rules: clusterRules } }),
  };
}

function binds({ tree, namespace }: KubeObject, { object, spec }: Pod): boolean {
  const account = textAt(spec, 'serviceAccountName') || textAt(spec, 'serviceAccount') || 'default';
  return listAt(tree, 'subjects').some(
    (one) =>
      textAt(one, 'kind') === 'ServiceAccount' &&
      textAt(one, 'name') === account &&
      // What states no namespace is in that of the release, which may be any.
      [textAt(one, 'namespace') || namespace || object.namespace, ''].includes(object.namespace),
  );
}

function problemOf(
  { apiGroups = [], resources = [], nonResourceURLs = [], verbs = [] }: Partial<Rule>,
  isCluster: boolean,
  hasNames: boolean,
): readonly [Verdict, string] | undefined {
  const all = [...apiGroups, ...resources, ...nonResourceURLs, ...verbs];
  if (all.some((word) => word.includes('*')) || verbs.some((verb) => TAKING.includes(verb)))
    return ['left out', 'it gives more than anybody can read in it: write what is needed into `rbac`'];
  if (hasNames) return ['left out', 'rules here name no single objects: write into `rbac` what is needed'];
  if (!isCluster && (nonResourceURLs.length > 0 || resources.some((one) => CLUSTER.test(one))))
    return ['left out', 'a Role gives nothing of the cluster: write it into `clusterRbac`'];
  return undefined;
}

/** Annotations of the service accounts of pods, for example of a cloud that knows them. */
export function accountsOf(pods: readonly Pod[], objects: readonly KubeObject[], lines: Line[]): JsonObject {
  const names = new Set(pods.map(({ spec }) => textAt(spec, 'serviceAccountName')));
  const own = objects.filter(({ kind, name }) => kind === 'ServiceAccount' && names.has(name));
  const annotations: Record<string, string> = {};
  for (const object of own)
    for (const [key, value] of Object.entries(textsAt(object.tree, 'metadata', 'annotations'))) {
      const isSame = annotations[key] === undefined || annotations[key] === value;
      if (isSame) annotations[key] = value;
      teller(object, lines)(
        `metadata.annotations.${key}`,
        isSame ? 'carried' : 'asked',
        isSame
          ? '`serviceAccount.annotations`'
          : 'the pods of a chart share a service account: which of them need this one?',
      );
    }
  return Object.keys(annotations).length > 0 ? { serviceAccount: { annotations } } : {};
}
