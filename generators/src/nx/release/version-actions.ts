import { join } from 'node:path';
import type { ProjectGraph, Tree } from '@nx/devkit';
import { VersionActions } from 'nx/release';
import { parse } from 'yaml';
import { ChartwrightError } from '../../errors.ts';
import { applyChanges } from '../../workspace/write.ts';
import { regenerate } from '../regenerate.ts';
import { versionIn, withVersion } from './version-text.ts';

/**
 * How `nx release` versions a chart: the version stands in its definition, which alone is edited; Chart.yaml, Chart.lock and
 * the versions of dependencies follow from it when all charts have theirs.
 * https://nx.dev/docs/guides/nx-release/build-custom-version-actions
 */
export default class ChartVersionActions extends VersionActions {
  validManifestFilenames = ['src/chart.ts'];

  async readCurrentVersionFromSourceManifest(tree: Tree) {
    const manifestPath = this.#definition;
    return { currentVersion: versionIn(textAt(tree, manifestPath), manifestPath), manifestPath };
  }

  /** Registries are asked when charts are published: a version that is there with other content is refused then. */
  async readCurrentVersionFromRegistry() {
    return null;
  }

  async readCurrentVersionOfDependency(tree: Tree, graph: ProjectGraph, name: string) {
    const root = graph.nodes[name]?.data.root;
    if (root === undefined) return { currentVersion: null, dependencyCollection: null };
    const path = join(root, 'src/chart.ts');
    return { currentVersion: versionIn(textAt(tree, path), path), dependencyCollection: 'dependencies' };
  }

  async updateProjectVersion(tree: Tree, version: string): Promise<string[]> {
    const path = this.#definition;
    checkGenerated(tree, this.projectGraphNode.data.root);
    tree.write(path, withVersion(textAt(tree, path), version, path));
    return [`${path}: version ${version}`];
  }

  /** The definition names no version of another chart. */
  async updateProjectDependencies(): Promise<string[]> {
    return [];
  }

  get #definition(): string {
    return join(this.projectGraphNode.data.root, 'src/chart.ts');
  }
}

/** Generates what follows from the new versions. */
export async function afterAllProjectsVersioned(
  root: string,
  { dryRun = false }: { readonly dryRun?: boolean },
): Promise<{ changedFiles: string[]; deletedFiles: string[] }> {
  if (dryRun) return { changedFiles: [], deletedFiles: [] };
  const changes = await regenerate(root);
  applyChanges(root, changes);
  return { changedFiles: changes.write.map(([path]) => path), deletedFiles: [...changes.remove] };
}

/** Refuses a definition whose written version is not the one that Chart.yaml was generated with. */
function checkGenerated(tree: Tree, chart: string): void {
  const path = join(chart, 'src/chart.ts');
  const version = versionIn(textAt(tree, path), path);
  const generated = String(parse(textAt(tree, join(chart, 'Chart.yaml'))).version);
  if (generated === version) return;
  throw new ChartwrightError(
    'release/version',
    `it says version ${version} where Chart.yaml has ${generated}`,
    path,
    'Run npx nx sync; if that changes nothing, write the version out as the property `version` of the definition.',
  );
}

function textAt(tree: Tree, path: string): string {
  const text = tree.read(path, 'utf8');
  if (text !== null) return text;
  throw new ChartwrightError('release/no-definition', 'there is no definition', path, 'Write it.');
}
