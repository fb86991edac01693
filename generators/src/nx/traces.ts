import { logger, type Tree } from '@nx/devkit';
import { ChartwrightError } from '../errors.ts';
import { nearestName } from '../nearest-name.ts';

/** Throws an error of this code unless the workspace has a chart of that name; says the nearest one. */
export function refuseUnknown(name: string, names: readonly string[], code: string, where: string): void {
  if (names.includes(name)) return;
  const near = nearestName(name, names);
  const advice = near ? `Did you mean ${near}?` : 'See charts/ for what there is.';
  throw new ChartwrightError(code, `there is no chart ${name}`, where, advice);
}

/** Names of the cases and presets in the folder of a chart, for which tests keep files. */
export function caseNames(tree: Tree, chart: string): readonly string[] {
  return ['ci', 'src/presets']
    .flatMap((folder) => tree.children(`charts/${chart}/${folder}`))
    .map((file) => file.replace(/(-values)?\.yaml$/, ''));
}

/** Warns of every page in docs/, which people write, that names a chart. */
export function warnOfPages(tree: Tree, name: string): void {
  for (const file of tree.children('docs').filter((child) => child.endsWith('.md')))
    if (tree.read(`docs/${file}`, 'utf8')?.includes(name)) logger.warn(`docs/${file} still names ${name}`);
}
