import { at, mergeValues } from '../model/values.ts';
import type { Workspace } from '../model/workspace.ts';
import { yamlFile } from '../render/chart-yaml.ts';
import type { JsonObject } from '../schema/index.ts';
import { objectName, releaseValues } from './packages.ts';
import { isNeeded } from './preflight.ts';
import type { Member, Package, Umbrella } from './umbrella.ts';

/** Stands in where the workspace names no registry. */
const SOME_REGISTRY = 'oci://registry.example.com/charts';
const NAMESPACE = 'ai';

/**
 * Manifests for Argo CD and Flux: each member is a release of its own, in the order of the graph.
 * Path below the chart → text.
 */
export function gitopsFiles(whole: Umbrella, workspace: Workspace): ReadonlyMap<string, string> {
  // Those left out stay members, which values must say are off.
  const umbrella = { ...whole, members: whole.members.filter(({ name }) => whole.gitops.includes(name)) };
  const releases = umbrella.members.map(({ name }): Package => ({ name, members: [name] }));
  const registry = workspace.registry || SOME_REGISTRY;
  const files = releases.flatMap((release, index): readonly (readonly [string, string])[] => {
    const member = umbrella.members[index];
    if (!member) return [];
    const values = releaseValues(whole, release, releases, releases);
    return [
      [
        `gitops/argocd/${release.name}.yaml`,
        yamlFile(
          application(umbrella, member, registry, mergeValues(values, providedSecrets(umbrella, member))),
        ),
      ],
      [`gitops/flux/${release.name}.yaml`, yamlFile(helmRelease(umbrella, member, values))],
    ];
  });
  const names = releases.map(({ name }) => `${name}.yaml`);
  return new Map([
    ...files,
    ['gitops/argocd/kustomization.yaml', kustomization(names)],
    ['gitops/flux/kustomization.yaml', kustomization(['source.yaml', ...names])],
    ['gitops/flux/source.yaml', yamlFile(source(umbrella, registry))],
    ['gitops/README.md', readme(umbrella)],
  ]);
}

/** Members that a member waits for. */
export function providersOf({ members }: Umbrella, { chart }: Member): readonly string[] {
  const names = members.map(({ name }) => name);
  const found = chart.connections
    .filter(({ internal, orders, provider }) => !internal && orders && names.includes(provider.chart))
    .map(({ provider }) => provider.chart);
  return [...new Set(found)].sort();
}

/** https://argo-cd.readthedocs.io/en/stable/user-guide/helm/ */
function application(
  { name, version }: Umbrella,
  member: Member,
  registry: string,
  values: JsonObject,
): object {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: member.name,
      namespace: 'argocd',
      annotations: { 'argocd.argoproj.io/sync-wave': String(member.wave) },
      finalizers: ['resources-finalizer.argocd.argoproj.io'],
    },
    spec: {
      project: 'default',
      destination: { server: 'https://kubernetes.default.svc', namespace: NAMESPACE },
      source: {
        repoURL: registry.replace(/^oci:\/\//, ''),
        chart: name,
        targetRevision: version,
        helm: { releaseName: member.name, valuesObject: values },
      },
      syncPolicy: {
        automated: { prune: true, selfHeal: true },
        syncOptions: ['CreateNamespace=true', 'ServerSideApply=true'],
      },
    },
  };
}

/** Argo CD renders without the cluster: what Helm would generate has to be there. It would look at services at every sync, too. */
function providedSecrets({ members }: Umbrella, { name, chart, reserve }: Member): JsonObject {
  const own = objectName(name, chart.name, reserve);
  const needed = chart.secrets.some(isNeeded);
  return mergeValues(
    { global: { gitops: true }, preflight: { endpoints: false } },
    needed ? at([name, 'secrets'], { existingSecret: own }) : {},
    ...clientsOf(members, name).map((client) =>
      at([name, 'clients', client], { existingSecret: `${own}-${client}` }),
    ),
  );
}

function clientsOf(members: readonly Member[], provider: string): readonly string[] {
  return members.flatMap(({ chart }) =>
    chart.connections
      .filter(
        ({ internal, client, provider: served }) => !internal && client !== '' && served.chart === provider,
      )
      .map(({ client }) => client),
  );
}

/** https://fluxcd.io/flux/components/helm/helmreleases/ */
function helmRelease(umbrella: Umbrella, member: Member, values: JsonObject): object {
  const providers = providersOf(umbrella, member);
  return {
    apiVersion: 'helm.toolkit.fluxcd.io/v2',
    kind: 'HelmRelease',
    metadata: { name: member.name, namespace: NAMESPACE },
    spec: {
      interval: '10m',
      timeout: '20m',
      releaseName: member.name,
      chartRef: { kind: 'OCIRepository', name: umbrella.name },
      ...(providers.length > 0 && { dependsOn: providers.map((name) => ({ name })) }),
      install: { remediation: { retries: 3 } },
      upgrade: { remediation: { retries: 3, strategy: 'rollback' } },
      values,
    },
  };
}

function source({ name, version }: Umbrella, registry: string): object {
  return {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'OCIRepository',
    metadata: { name, namespace: NAMESPACE },
    spec: {
      interval: '1h',
      url: `${registry}/${name}`,
      ref: { tag: version },
      layerSelector: {
        mediaType: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
        operation: 'copy',
      },
    },
  };
}

function kustomization(resources: readonly string[]): string {
  return yamlFile({ apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources });
}

function readme(umbrella: Umbrella): string {
  const { members, name } = umbrella;
  const secrets = members.flatMap((member) => {
    const own = objectName(member.name, member.chart.name, member.reserve);
    const keys = member.chart.secrets.filter(isNeeded).map(({ key }) => `\`${key}\``);
    const ofClients = clientsOf(members, member.name).map(
      (client) => `| \`${own}-${client}\` | \`username\`, \`password\` |`,
    );
    return [...(keys.length > 0 ? [`| \`${own}\` | ${keys.join(', ')} |`] : []), ...ofClients];
  });
  return [
    '<!-- generated by chartwright from src/ – do not edit -->',
    `# ${name} with Argo CD or Flux`,
    '',
    'Each member is a release of its own, named after it, in the order of the graph. Take the folder of your tool and add your values: images of your own, sizes, hosts. For some of the members, name them in `gitops` of the umbrella’s `src/chart.ts` and run `npx nx sync`: nothing then waits for one that is left out.',
    '',
    '## Argo CD',
    '',
    'The sync wave of an Application is the wave of its member. Waves of Applications wait for each other only where Argo CD knows the health of an Application; since version 1.8 that takes one entry in the ConfigMap `argocd-cm`:',
    '',
    '```yaml',
    'resource.customizations.health.argoproj.io_Application: |',
    '  hs = {status = "Progressing", message = ""}',
    '  if obj.status ~= nil and obj.status.health ~= nil then',
    '    hs.status = obj.status.health.status',
    '    hs.message = obj.status.health.message or ""',
    '  end',
    '  return hs',
    '```',
    '',
    'Without it everything still comes up: pods wait for what they need. Argo CD runs hooks at every sync: the verification after it; looks at services outside before it are off, so that a short outage of one does not keep others from a sync.',
    '',
    ...(secrets.length > 0
      ? [
          `Argo CD renders without the cluster, so that no password can be generated and kept: \`global.gitops\` is on, and these Secrets have to be in the namespace \`${NAMESPACE}\` first.`,
          '',
          '| Secret | Keys |',
          '|---|---|',
          ...secrets,
          '',
        ]
      : []),
    '## Flux',
    '',
    'A HelmRelease depends on those it waits for. Helm runs in the cluster there: passwords are generated once and kept.',
    '',
  ].join('\n');
}
