import { utimes } from 'node:fs/promises';
import { ChartwrightError, throwAll } from '../../generators/src/errors.ts';
import type { Workspace } from '../../generators/src/model/workspace.ts';
import { artifactHubFile, pushArtifactHubFile } from './artifact-hub.ts';
import { type Attachment, attach, attachmentsOf, missing } from './attachments.ts';
import type { PackedChart } from './packed-chart.ts';
import { checkKey, PROVENANCE, writeProvenance } from './provenance.ts';
import type { Manifest, Registry } from './registry.ts';
import type { Signer } from './signature.ts';
import type { Published } from './statements.ts';

/** With what charts are published. */
export interface PublishSettings {
  readonly signer?: Signer;
  /** Name of the PGP key for Helm's provenance. */
  readonly pgpKey?: string;
  /** Settings of the owner, for Artifact Hub. */
  readonly workspace: Workspace;
  /** Time of the manifests, in seconds since 1970: that of the commit, so that it makes the same digests everywhere. */
  readonly created: number;
  readonly dryRun: boolean;
  readonly print: (line: string) => void;
}

interface Plan {
  readonly chart: PackedChart;
  /** Digest of its manifest in the registry; none where the version is new. */
  readonly there: string | undefined;
  readonly missing: readonly Attachment[];
}

const CHART = 'application/vnd.cncf.helm.chart.content.v1.tar+gzip';

/**
 * Publishes packed charts in the given order: pushes versions that are new, then whatever is missing beside each. What an
 * interrupted run has done is found and not repeated. Nothing is pushed when a version is there with other content, or without
 * the provenance that a PGP key was named for.
 * Returns the charts that are there then.
 *
 * Errors: `publish/other-content`, `publish/no-provenance`, `publish/registry`, `publish/gpg`.
 */
export async function publish(
  registry: Registry,
  charts: readonly PackedChart[],
  settings: PublishSettings,
): Promise<readonly Published[]> {
  if (settings.pgpKey !== undefined) await checkKey(settings.pgpKey);
  const plans: Plan[] = [];
  const conflicts: ChartwrightError[] = [];
  for (const chart of charts) {
    const there = await registry.manifest(referenceOf(chart));
    if (there !== undefined && archiveIn(there) !== chart.digest)
      conflicts.push(otherContent(registry, chart, there));
    else if (there !== undefined && settings.pgpKey !== undefined && !hasProvenance(there))
      conflicts.push(noProvenance(registry, chart));
    else plans.push(await planOf(registry, chart, there?.digest, settings));
  }
  throwAll(conflicts);
  const published: Published[] = [];
  for (const plan of plans) {
    const digest = settings.dryRun ? plan.there : await carryOut(registry, plan, settings);
    const metadata = await pushMetadata(registry, plan.chart, settings);
    settings.print(lineOf(plan, metadata, digest));
    if (digest !== undefined)
      published.push({ chart: plan.chart, reference: `${registry.address}/${plan.chart.name}@${digest}` });
  }
  return published;
}

/** The tag of a version: registries know no `+`, and Helm writes `_` for it. */
export function referenceOf({ name, version }: PackedChart): string {
  return `${name}:${version.replaceAll('+', '_')}`;
}

async function planOf(
  registry: Registry,
  chart: PackedChart,
  there: string | undefined,
  { signer }: PublishSettings,
): Promise<Plan> {
  const attachments = attachmentsOf(chart, there ?? '', signer);
  return {
    chart,
    there,
    missing: there === undefined ? attachments : await missing(registry, chart.name, there, attachments),
  };
}

/** Returns the digest of the chart's manifest. */
async function carryOut(registry: Registry, plan: Plan, settings: PublishSettings): Promise<string> {
  const { chart, there } = plan;
  const manifest = there ?? (await push(registry, chart, settings));
  const open = there === undefined ? attachmentsOf(chart, manifest, settings.signer) : plan.missing;
  await attach(registry, chart.name, manifest, open, settings.created);
  return manifest;
}

async function push(
  registry: Registry,
  chart: PackedChart,
  { created, pgpKey }: PublishSettings,
): Promise<string> {
  // Helm gives the manifest the time of the file.
  await utimes(chart.path, created, created);
  if (pgpKey !== undefined) await writeProvenance(chart, pgpKey);
  await registry.pushChart(chart.path);
  // Somebody else may have pushed the same version since it was looked for.
  const there = await registry.manifest(referenceOf(chart));
  if (there === undefined || archiveIn(there) !== chart.digest) throw otherContent(registry, chart, there);
  if (pgpKey !== undefined && !hasProvenance(there)) throw noProvenance(registry, chart);
  return there.digest;
}

/** Whether there was something to push. */
async function pushMetadata(
  registry: Registry,
  { name }: PackedChart,
  settings: PublishSettings,
): Promise<boolean> {
  const text = artifactHubFile(name, settings.workspace);
  return text !== undefined && pushArtifactHubFile(registry, name, text, settings);
}

function archiveIn(manifest: Manifest | undefined): string {
  return manifest?.layers.find(({ mediaType }) => mediaType === CHART)?.digest ?? 'no chart';
}

function hasProvenance({ layers }: Manifest): boolean {
  return layers.some(({ mediaType }) => mediaType === PROVENANCE);
}

function noProvenance({ address }: Registry, chart: PackedChart): ChartwrightError {
  return new ChartwrightError(
    'publish/no-provenance',
    `version ${chart.version} is there without Helm's provenance, which would give it another digest`,
    `${address}/${referenceOf(chart)}`,
    `Leave out --pgp-key, or give charts/${chart.name} a new version; --key signs what is there.`,
  );
}

function otherContent(
  { address }: Registry,
  chart: PackedChart,
  there: Manifest | undefined,
): ChartwrightError {
  return new ChartwrightError(
    'publish/other-content',
    `version ${chart.version} is there with other content: ${archiveIn(there)} there, ${chart.digest} here`,
    `${address}/${referenceOf(chart)}`,
    `Give charts/${chart.name} a new version, or publish from the commit that the version was made of; who has installed a version relies on its content.`,
  );
}

function lineOf(
  { chart, there, missing: open }: Plan,
  metadata: boolean,
  digest: string | undefined,
): string {
  const added = [...open.map(({ what }) => what), ...(metadata ? ['Artifact Hub metadata'] : [])];
  const verb = there === undefined ? 'push' : added.length > 0 ? 'add' : 'there';
  const words = [verb.padEnd(5), chart.name, chart.version, digest ?? ''];
  const line = words.filter((word) => word !== '').join(' ');
  return added.length > 0 ? `${line}: ${added.join(', ')}` : line;
}
