import { logger, type Tree } from '@nx/devkit';
import { ChartwrightError } from '../../errors.ts';
import type { UmbrellaDefinition } from '../../model/definition.ts';
import { definitionText } from '../chart/definition-text.ts';
import { regenerate } from '../regenerate.ts';
import { putChanges } from '../tree.ts';

/** Options of `nx generate umbrella`. */
export interface UmbrellaOptions {
  readonly name: string;
  readonly description?: string;
}

/**
 * Adds an umbrella chart without members.
 *
 * Errors: `chart/exists`, and those of its definition.
 */
export async function umbrellaGenerator(tree: Tree, { name, description }: UmbrellaOptions): Promise<void> {
  const folder = `charts/${name}`;
  if (tree.exists(folder))
    throw new ChartwrightError(
      'chart/exists',
      `there is a folder ${folder} already`,
      'nx generate umbrella: name',
      'Choose another name, or delete the folder.',
    );
  const definition: UmbrellaDefinition = {
    umbrella: true,
    name,
    version: '0.1.0',
    description: description || `The charts of ${name} in one release.`,
  };
  const changes = await regenerate(tree.root, { changes: { added: [{ definition }] } });
  tree.write(`${folder}/src/chart.ts`, definitionText(definition));
  putChanges(tree, changes);
  logger.info(
    `A chart joins it by umbrellas: ['${name}'] in its definition, a new one by --umbrella=${name}.`,
  );
}
