import { stringify } from 'yaml';
import type { Workspace } from '../../generators/src/model/workspace.ts';
import { sha256 } from './packed-chart.ts';
import { CREATED, type Registry, timeText } from './registry.ts';

const TAG = 'artifacthub.io';
const CONFIG = 'application/vnd.cncf.artifacthub.config.v1+yaml';
const LAYER = 'application/vnd.cncf.artifacthub.repository-metadata.layer.v1.yaml';

/**
 * What Artifact Hub reads beside a chart: who may claim it there, and the number it has there. Nothing where the workspace says
 * neither.
 * @see https://artifacthub.io/docs/topics/repositories/helm-charts/
 */
export function artifactHubFile(chart: string, workspace: Workspace): string | undefined {
  const { maintainers, artifactHub } = workspace;
  const owners = maintainers.flatMap(({ name, email }) => (email === undefined ? [] : [{ name, email }]));
  const repositoryID = artifactHub[chart];
  if (owners.length === 0 && repositoryID === undefined) return undefined;
  return stringify({
    ...(repositoryID !== undefined && { repositoryID }),
    ...(owners.length > 0 && { owners }),
  });
}

/** Pushes it under the tag where Artifact Hub looks, unless it is there; returns whether it was not. */
export async function pushArtifactHubFile(
  registry: Registry,
  chart: string,
  text: string,
  { created, dryRun }: { readonly created: number; readonly dryRun: boolean },
): Promise<boolean> {
  const there = await registry.manifest(`${chart}:${TAG}`);
  if (there?.layers[0]?.digest === sha256(text)) return false;
  const annotations = { [CREATED]: timeText(created) };
  const artifact = { type: LAYER, file: 'artifacthub-repo.yml', text, annotations };
  if (!dryRun) await registry.push(`${chart}:${TAG}`, CONFIG, artifact);
  return true;
}

/**
 * What the workspace does not say, and what is published without it; nothing is made up.
 *
 * @param address of the registry, without `oci://`
 */
export function unsaid(workspace: Workspace, address: string): readonly string[] {
  const { maintainers, artifactHub, registry } = workspace;
  const keys = (['home', 'sources', 'maintainers'] as const).filter((key) => workspace[key].length === 0);
  const isOwned = maintainers.some(({ email }) => email !== undefined);
  return [
    ...(keys.length > 0
      ? [`chartwright.yaml does not say ${keys.join(', ')}: charts are published without`]
      : []),
    ...(isOwned || Object.keys(artifactHub).length > 0
      ? []
      : [
          'chartwright.yaml names no maintainer with an email and no artifactHub ID: nothing is pushed for Artifact Hub',
        ]),
    ...(registry === `oci://${address}`
      ? []
      : [
          `the GitOps manifests in charts/ name another registry: set registry: oci://${address} in chartwright.yaml and run "npx nx sync"`,
        ]),
  ];
}
