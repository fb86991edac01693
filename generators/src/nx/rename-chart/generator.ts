import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logger, type Tree } from '@nx/devkit';
import { ChartwrightError } from '../../errors.ts';
import { loadDefinitions } from '../../workspace/load-definitions.ts';
import { applyChanges } from '../../workspace/write.ts';
import { regenerate } from '../regenerate.ts';
import { caseNames, refuseUnknown, warnOfPages } from '../traces.ts';
import { pathsIn, rewriteSources } from './sources.ts';

const WHERE = 'nx generate rename-chart';

/** What a workspace is generated from, and the files that generation writes outside of charts. */
const COPIED = ['charts', 'features', 'README.md', 'chartwright.yaml', 'package.json'];

/** Options of `nx generate rename-chart`. */
export interface RenameChartOptions {
  readonly name: string;
  readonly to: string;
}

/**
 * Gives a chart another name: its folder, its definition, and the connections, umbrellas, packages, presets and cases that name
 * it. It is tried on a copy first, so that a workspace that could not be generated afterwards stays as it is.
 *
 * Errors: `rename/unknown-chart`, `rename/taken`, and those of generation, `definition/data-name` among them: a chart that a
 * provider keeps data for under its own name keeps that name.
 */
export async function renameChartGenerator(tree: Tree, { name, to }: RenameChartOptions): Promise<void> {
  const { charts, umbrellas } = await loadDefinitions(tree.root);
  const names = [...charts, ...umbrellas].map(({ definition }) => definition.name);
  refuseUnknown(name, names, 'rename/unknown-chart', WHERE);
  if (existsSync(join(tree.root, 'charts', to)))
    throw new ChartwrightError(
      'rename/taken',
      `there is charts/${to} already`,
      WHERE,
      'Choose another name.',
    );
  const copy = mkdtempSync(join(tmpdir(), 'chartwright-rename-'));
  try {
    for (const part of COPIED)
      if (existsSync(join(tree.root, part)))
        cpSync(join(tree.root, part), join(copy, part), { recursive: true });
    symlinkSync(join(tree.root, 'node_modules'), join(copy, 'node_modules'));
    renameSync(join(copy, 'charts', name), join(copy, 'charts', to));
    rewriteSources(copy, { from: name, to }, { charts, umbrellas });
    applyChanges(copy, await regenerate(copy));
    putDifference(tree, copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
  moveGolden(tree, name, to);
  warnOfPages(tree, name);
  logger.info(`Releases that there are find their objects by nameOverride=${name}.`);
}

/** Puts into the tree how a copy of its workspace differs from it. */
function putDifference(tree: Tree, copy: string): void {
  const now = new Set(pathsIn(copy, ['charts', 'README.md']));
  for (const path of now) {
    const text = readFileSync(join(copy, path));
    if (!tree.exists(path) || !tree.read(path)?.equals(text)) tree.write(path, text);
  }
  for (const path of pathsIn(tree.root, ['charts'])) if (!now.has(path)) tree.delete(path);
}

/** What tests keep of the cases of a chart; they are written anew with the names of its objects. */
function moveGolden(tree: Tree, name: string, to: string): void {
  if (tree.exists(`tests/golden/${name}`))
    for (const path of pathsIn(tree.root, [`tests/golden/${name}`]))
      tree.rename(path, path.replace(`golden/${name}/`, `golden/${to}/`));
  for (const one of caseNames(tree, to)) {
    const path = `tests/golden/reach/${name}-${one}.md`;
    if (tree.exists(path)) tree.rename(path, `tests/golden/reach/${to}-${one}.md`);
  }
}
