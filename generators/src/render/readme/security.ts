import { pathBelow, valueAt } from '../../go/index.ts';
import type { Chart, Privilege, Workload } from '../../model/model.ts';
import { code, defaultsOf, markdown, type SchemaNode } from '../../schema/index.ts';
import { pathOf, roles, tokensOf } from './rights.ts';

/** What the pods may do, whom they speak to and what is confidential; all of it from what is rendered. */
export function security(chart: Chart): readonly string[] {
  const pods = chart.workloads.filter(({ kind }) => kind !== 'Pod');
  const beyond = pods.flatMap((workload) =>
    workload.privileges.map(
      (privilege) =>
        `  - ${code(pathOf(workload, privilege.value))}: ${taken(privilege)}. ${privilege.reason}`,
    ),
  );
  const allowed = pods.flatMap((workload) =>
    workload.allowances.map(
      ({ gives, value, reason }) =>
        `  - ${code(workload.name)} ${gives === 'group' ? 'runs in group 0' : 'may write to its whole root file system'}, by ${code(pathOf(workload, value))}. ${reason}`,
    ),
  );
  const edges = [...new Set(pods.flatMap(({ egress }) => egress.map(edge)))];
  return [
    `- ${beyond.length > 0 ? 'By default every' : 'Every'} pod satisfies Pod Security *restricted*: no root, no capabilities, read-only root file system${pods.some(({ writesRoot }) => writesRoot) ? ' where nothing else stands below' : ''}.`,
    ...(allowed.length > 0
      ? ['- What restricted allows beside that, each with its reason:', ...allowed]
      : []),
    ...(beyond.length > 0
      ? [
          '- Each of these values takes more, and needs a namespace with the label `pod-security.kubernetes.io/enforce: privileged`:',
          ...beyond,
        ]
      : []),
    tokens(pods),
    ...chart.features.flatMap(({ security: said = [] }) => said.map((sentence) => `- ${sentence}`)),
    ...unpinned(chart),
    '- NetworkPolicies refuse everything but what is declared. Pods of the same namespace that carry the label `<full name>-client: "true"` may connect; so do the pods of charts that are connected to this one.',
    ...(edges.length > 0
      ? [
          `- Traffic to the outside world: ${edges.join(', ')}; narrow it with \`networkPolicy.externalCidrs\`.`,
        ]
      : []),
    ...(chart.secrets.length > 0
      ? [
          `- The Secret holds ${chart.secrets.map(({ key }) => code(key)).join(', ')}. It is looked for in \`secrets.from\`, \`secrets.existingSecret\`, \`secrets.externalSecret\`, the values, the Secret of an earlier install${chart.generatedKeys ? ', and otherwise generated' : ''}; uninstalling keeps it. In \`secrets.existingSecret\` the keys may have other names, which \`secrets.keys\` says, and \`secrets.from\` takes single keys from Secrets of their own; a password that ends in a line break is refused, because programs do not agree on it.`,
        ]
      : []),
    '',
    '| Workload | User | Writes to | Token of its account |',
    '|---|---|---|---|',
    ...pods.map((workload) => podRow(workload, chart)),
    ...roles(pods),
  ];
}

function tokens(pods: readonly Workload[]): string {
  if (pods.every((workload) => tokensOf(workload).length === 0))
    return '- No pod has a token of its service account.';
  return '- A token of the service account is mounted only where the tables below say so; it expires within the hour, and no other container has one.';
}

/** Images that a registry may change behind their tag. */
function unpinned({ images }: Chart): readonly string[] {
  const without = images.flatMap(({ registry, repository, key, ...image }) =>
    [{ ...image, repository }, ...image.variants]
      .filter((one) => one.unpinned !== '')
      .map((one) => {
        const name = `${registry}/${one.repository || repository}:${one.tag}`;
        return `${code(name)} (${code(`${key}.digest`)}; ${one.unpinned})`;
      }),
  );
  return without.length === 0 ? [] : [`- Every image is pinned by its digest but ${without.join(', ')}.`];
}

function podRow(workload: Workload, { schema }: Chart): string {
  const folders = [
    ...workload.claims.map(({ mountPath }) => mountPath.replace(/\{\{.*\}\}/, '…')),
    ...(workload.writesRoot ? ['/'] : []),
    '/tmp',
    ...workload.writable.map(({ path }) => path),
    ...workload.mounts.flatMap(({ writable, path }) => (writable ? [path] : [])),
  ];
  const token = tokensOf(workload).join('; ') || 'no';
  return `| ${workload.name} | ${userOf(workload, schema)} | ${[...new Set(folders)].map(code).join(', ')} | ${token} |`;
}

/** The user of its processes by default. */
function userOf({ features }: Workload, schema: SchemaNode): unknown {
  for (const { feature, values } of features) {
    if (feature.scope !== 'pod' || !feature.user) continue;
    return valueAt(pathBelow(values, ...feature.user), Object(defaultsOf(schema))) ?? 'of the namespace';
  }
  return 'of the namespace';
}

function edge({ port, value, urls, description }: Workload['egress'][number]): string {
  const where = value === '' ? `port ${port}` : `port ${code(value)}`;
  const named = urls.map((path) => code(pathBelow(path))).join(', ');
  return `${where}${named === '' ? '' : ` and those that ${named} name`} (${markdown(description.replace(/\.$/, ''))})`;
}

/** Description of what a privilege allows. */
function taken({ root, capabilities, hostPath }: Privilege): string {
  const parts = [
    ...(root ? ['user 0'] : []),
    ...capabilities.map((capability) => `the capability ${capability}`),
    ...(hostPath === '' ? [] : [`${code(hostPath)} of the node, read-only`]),
  ];
  return parts.join(', ');
}
