import { basename } from 'node:path';
import type { Tree } from '@nx/devkit';
import { parse } from 'yaml';
import { ChartwrightError } from '../../errors.ts';
import type { DefinitionSource, UmbrellaDefinition } from '../../model/definition.ts';
import { presetsOf } from '../../model/sources.ts';
import { loadDefinitions } from '../../workspace/load-definitions.ts';
import { regenerate } from '../regenerate.ts';
import { clientsOf, membersOf } from '../relations.ts';
import { caseNames, refuseUnknown, warnOfPages } from '../traces.ts';
import { putChanges } from '../tree.ts';

const WHERE = 'nx generate remove-chart';

/** Options of `nx generate remove-chart`. */
export interface RemoveChartOptions {
  readonly name: string;
}

/**
 * Deletes a chart and regenerates what it was part of.
 *
 * Errors: `remove/unknown-chart`, `remove/in-use` with the charts that connect to it or are its members; nothing is changed then.
 */
export async function removeChartGenerator(tree: Tree, { name }: RemoveChartOptions): Promise<void> {
  const { charts, umbrellas } = await loadDefinitions(tree.root);
  const definitions = [...charts, ...umbrellas].map(({ definition }) => definition);
  const names = definitions.map((definition) => definition.name);
  refuseUnknown(name, names, 'remove/unknown-chart', WHERE);
  refuseWhileUsed(clientsOf(name, definitions), 'in the connections of', name);
  refuseWhileUsed(membersOf(name, definitions), 'in the umbrellas of', name);
  const places = umbrellas.flatMap((source) => mentionsIn(source, name));
  if (places.length > 0)
    throw new ChartwrightError(
      'remove/in-use',
      `${name} has values in ${places.join(' and ')}`,
      WHERE,
      'Take it out of there first.',
    );
  const changes = await regenerate(tree.root, { changes: { removed: [name] } });
  putChanges(tree, changes);
  for (const path of goldenOf(tree, name)) if (tree.exists(path)) tree.delete(path);
  tree.delete(`charts/${name}`);
  warnOfPages(tree, name);
}

/** Where an umbrella has values of a chart, or installs it in a package. */
function mentionsIn(
  { definition, file, files, folder }: DefinitionSource<UmbrellaDefinition>,
  name: string,
): readonly string[] {
  const packages = Object.entries(definition.packages ?? {}).filter(([, members]) => members.includes(name));
  const presets = [...presetsOf(files)].filter(([, text]) => {
    const values: { global?: { members?: object } } = parse(text) ?? {};
    return name in values || name in (values.global?.members ?? {});
  });
  return [
    ...packages.map(([pack]) => `${file}: packages.${pack}`),
    ...presets.map(([preset]) => `charts/${basename(folder)}/src/presets/${preset}.yaml`),
  ];
}

/** What tests keep of the cases of a chart. */
function goldenOf(tree: Tree, name: string): readonly string[] {
  return [
    `tests/golden/${name}`,
    ...caseNames(tree, name).map((one) => `tests/golden/reach/${name}-${one}.md`),
  ];
}

function refuseWhileUsed(users: readonly string[], place: string, name: string): void {
  if (users.length === 0) return;
  const files = users.map((user) => `charts/${user}/src/chart.ts`).join(' and ');
  throw new ChartwrightError(
    'remove/in-use',
    `${name} is ${place} ${users.join(' and ')}`,
    WHERE,
    `Take it out of ${files} first.`,
  );
}
