import type { Tree } from '@nx/devkit';
import { ChartwrightError } from '../../errors.ts';
import { nearestName } from '../../nearest-name.ts';
import { loadDefinitions } from '../../workspace/load-definitions.ts';
import { regenerate } from '../regenerate.ts';
import { clientsOf, membersOf } from '../relations.ts';
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
  if (!names.includes(name)) {
    const near = nearestName(name, names);
    throw new ChartwrightError(
      'remove/unknown-chart',
      `there is no chart ${name}`,
      WHERE,
      near ? `Did you mean ${near}?` : 'See charts/ for what there is.',
    );
  }
  refuseWhileUsed(clientsOf(name, definitions), 'in the connections of', name);
  refuseWhileUsed(membersOf(name, definitions), 'in the umbrellas of', name);
  const changes = await regenerate(tree.root, { changes: { removed: [name] } });
  putChanges(tree, changes);
  tree.delete(`charts/${name}`);
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
