import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tree } from '@nx/devkit';
import { parse } from 'yaml';
import { ChartwrightError } from '../../errors.ts';
import { load } from '../../generate.ts';
import { usualPort } from '../../model/check-reach.ts';
import { type JsonObject, SCHEMAS } from '../../schema/index.ts';
import { regenerate } from '../regenerate.ts';
import { putChanges } from '../tree.ts';
import { caseValues } from './case-values.ts';
import { definitionText } from './definition-text.ts';
import { newDefinition } from './new-definition.ts';
import { type ChartOptions, planChart, type Surroundings } from './options.ts';

/**
 * Writes a definition and a case for CI, and renders the chart and whatever else changes with it.
 *
 * Errors: every mistake in the options at once, and those of rendering; nothing is written then.
 */
export async function chartGenerator(tree: Tree, options: ChartOptions): Promise<void> {
  const { definitions, features, library } = await load(tree.root);
  const charts = definitions.charts.map(({ definition }) => definition);
  const umbrellas = definitions.umbrellas.map(({ definition }) => definition);
  const plan = planChart(options, {
    charts,
    umbrellas,
    features,
    usualPort: (type) => usualPort(type, library),
    nameRule: nameRule(),
  });
  const folder = `charts/${plan.name}`;
  if (tree.exists(folder)) {
    throw new ChartwrightError(
      'chart/exists',
      `there is a folder ${folder} already`,
      'nx generate chart: name',
      'Choose another name, or delete the folder.',
    );
  }
  const definition = newDefinition(plan, features);
  const changes = await regenerate(tree.root, { changes: { added: [{ definition }] } });
  tree.write(`${folder}/src/chart.ts`, definitionText(definition));
  tree.write(
    `${folder}/ci/default-values.yaml`,
    caseValues(definition, (chart) => caseOf(tree, chart)),
  );
  putChanges(tree, changes);
}

/** What another chart needs to install alone, without what holds for a whole release. */
export function caseOf(tree: Tree, chart: string): JsonObject {
  const { global: _, ...values } =
    parse(tree.read(`charts/${chart}/ci/default-values.yaml`, 'utf8') ?? '') ?? {};
  return values;
}

/** What the schema of definitions says about names. */
function nameRule(): Surroundings['nameRule'] {
  const schema: { definitions: { objectName: Surroundings['nameRule'] } } = JSON.parse(
    readFileSync(join(SCHEMAS, 'chart.schema.json'), 'utf8'),
  );
  return schema.definitions.objectName;
}
