import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceRoot } from '@nx/devkit';
import renderer from 'nx/release/changelog-renderer';
import { dependencyMoves } from './dependency-moves.ts';

/**
 * How `nx release` writes the changelog of a chart: Nx' own, with the charts inside that come in another version. Nx knows
 * them only where packages import each other.
 * https://nx.dev/docs/guides/nx-release/configure-changelog-format
 */
export default class ChartChangelogRenderer extends renderer.default {
  protected override hasDependencyBumps(): boolean {
    return this.#moves().length > 0;
  }

  protected override renderDependencyBumps(): string[] {
    return ['', '### Charts inside', '', ...this.#moves().map((move) => `- ${move}`)];
  }

  /** What versioning has written by now, compared with the last commit. */
  #moves(): readonly string[] {
    const path = `charts/${this.project}/Chart.yaml`;
    const before = execFileSync('git', ['-C', workspaceRoot, 'show', `HEAD:./${path}`], { encoding: 'utf8' });
    return dependencyMoves(before, readFileSync(join(workspaceRoot, path), 'utf8'));
  }
}
