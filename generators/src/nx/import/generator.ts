import { relative, resolve } from 'node:path';
import type { Tree } from '@nx/devkit';
import { ChartwrightError } from '../../errors.ts';
import { load } from '../../generate.ts';
import { importCompose } from '../../import/import.ts';
import { caseValues } from '../chart/case-values.ts';
import { definitionText } from '../chart/definition-text.ts';
import { caseOf } from '../chart/generator.ts';
import { regenerate } from '../regenerate.ts';
import { putChanges } from '../tree.ts';

/** What `nx generate import` is told. */
export interface ImportOptions {
  readonly file: string;
  readonly files?: readonly string[];
  readonly envFile?: readonly string[];
  readonly name?: string;
  readonly entry?: string;
  readonly accept?: boolean;
}

/**
 * Writes a chart for the services of Compose files: its definition, settings and files, a case for CI, `src/IMPORT.md`
 * with what became of every entry, and everything that follows.
 *
 * Errors: faults of the input with file, line and column, and those of rendering; nothing is written then.
 */
export async function importGenerator(tree: Tree, options: ImportOptions): Promise<void> {
  const { definitions } = await load(tree.root);
  const short = (file: string) => relative(process.cwd(), resolve(tree.root, file));
  const imported = importCompose({
    files: [options.file, ...(options.files ?? [])].map(short),
    ...(options.envFile && { environmentFiles: options.envFile.map(short) }),
    name: options.name,
    entry: options.entry,
    accept: options.accept,
    charts: definitions.charts.map(({ definition }) => definition.name),
  });
  const { definition, settings, files, needed, report } = imported;
  const folder = `charts/${definition.name}`;
  if (tree.exists(folder))
    throw new ChartwrightError(
      'import/exists',
      `there is a folder ${folder} already`,
      'nx generate import: name',
      'Choose another name with --name, or delete the folder.',
    );
  const sources: Record<string, string> = {
    ...files,
    ...(settings && { 'values.schema.json': `${JSON.stringify(settings, null, 2)}\n` }),
    'IMPORT.md': report,
  };
  const changes = await regenerate(tree.root, {
    changes: { added: [{ definition, files: new Map(Object.entries(sources)) }] },
  });
  tree.write(`${folder}/src/chart.ts`, definitionText(definition));
  for (const [path, text] of Object.entries(sources)) tree.write(`${folder}/src/${path}`, text);
  tree.write(
    `${folder}/ci/default-values.yaml`,
    caseValues(definition, (chart) => caseOf(tree, chart), needed),
  );
  putChanges(tree, changes);
}
