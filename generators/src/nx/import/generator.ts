import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { logger, type Tree } from '@nx/devkit';
import { ChartwrightError } from '../../errors.ts';
import type { Imported } from '../../import/assembled.ts';
import type { Need } from '../../import/divided.ts';
import { type ImportOptions as Input, importCompose } from '../../import/import.ts';
import { importObjects } from '../../import/manifests/manifests.ts';
import { isManifests, readObjects } from '../../import/manifests/read.ts';
import { type Answers, readAnswers } from '../../import/questions.ts';
import type { ChartDefinition } from '../../model/definition.ts';
import { type Definitions, loadDefinitions } from '../../workspace/load-definitions.ts';
import { regenerate } from '../regenerate.ts';
import { putChanges } from '../tree.ts';
import { differenceFrom } from './difference.ts';
import { type Person, personAt } from './person.ts';
import { ANSWERS, leftIn, membersOf, nameOf, REPORT, textsOf, writtenBy } from './written.ts';

/** What `nx generate import` is told. */
export interface ImportOptions {
  readonly file: string;
  readonly files?: readonly string[];
  readonly envFile?: readonly string[];
  readonly name?: string;
  readonly entry?: string;
  readonly split?: boolean;
  readonly accept?: boolean;
  readonly answers?: string;
  readonly force?: boolean;
}

/**
 * Writes a chart for the services of Compose files or manifests, or one for each with an umbrella: definitions, settings and
 * files, cases for CI, `src/IMPORT.md` with what became of every entry, and everything that follows. Asks for what the files do not say where a person is at
 * the terminal. A second run that would write the same writes nothing.
 *
 * Errors: faults of the input with file, line and column, a chart of that name that differs, and those of rendering;
 * nothing is written then.
 */
export async function importGenerator(
  tree: Tree,
  options: ImportOptions,
  person: Person | undefined = personHere(),
): Promise<void> {
  const definitions = await loadDefinitions(tree.root);
  const { charts } = definitions;
  const definitionOf = (chart: string) =>
    charts.find(({ definition }) => definition.name === chart)?.definition;
  const short = (file: string) => relative(process.cwd(), resolve(tree.root, file));
  const told: Input = {
    files: [options.file, ...(options.files ?? [])].map(short),
    ...(options.envFile && { environmentFiles: options.envFile.map(short) }),
    name: options.name,
    entry: options.entry,
    split: options.split,
    accept: options.accept,
    charts: charts.map(({ definition }) => definition.name),
    needs: (chart) => neededBy(definitionOf(chart)),
    versionOf: (chart) => definitionOf(chart)?.appVersion ?? '',
  };
  const given = options.answers === undefined ? undefined : answersOf(short(options.answers));
  const read = await readerOf(told);
  const input = withFreeName(tree, told, read);
  const first = read(input);
  const folder = `charts/${nameOf(first)}`;
  const isAgain = tree.exists(`${folder}/src/${REPORT}`);
  refuseOthers(tree, first, isAgain, definitions);
  const before = `${folder}/src/${ANSWERS}`;
  const known = given ?? (tree.exists(before) ? answersOf(short(before)) : new Map());
  const others = [...known].filter(([path]) => path !== 'entry' || options.entry === undefined);
  const { answers, imported: made } = await answered(read, input, new Map(others), person);
  const imported = withVersions(made, definitions);
  const written = writtenBy(imported, answers);
  const texts = textsOf(tree, imported, written);
  if (isAgain) {
    const difference = differenceFrom(tree, texts);
    if (difference === '') return;
    logger.info(difference);
    if (!options.force)
      throw new ChartwrightError(
        'import/edited',
        `the import would change ${folder}, as shown above, and what was edited there would be lost`,
        'nx generate import',
        'Keep the chart as it is, import under another --name and compare, or take the import with --force.',
      );
  }
  for (const name of leftIn(imported, definitions))
    logger.warn(
      `charts/${name} is a member of ${nameOf(imported)}, and the input has nothing that it would be made of any more: remove it, or take the umbrella out of its definition.`,
    );
  const added = [...written, ...membersOf(imported, definitions).map((definition) => ({ definition }))];
  const changes = await regenerate(tree.root, {
    changes: { removed: added.map(({ definition }) => definition.name), added },
  });
  for (const [path, text] of texts) if (tree.read(path, 'utf8') !== text) tree.write(path, text);
  putChanges(tree, changes);
}

/** With the versions that charts of an earlier import were released with. */
function withVersions({ charts, umbrella, ...rest }: Imported, definitions: Definitions): Imported {
  const all = [...definitions.charts, ...definitions.umbrellas].map(({ definition }) => definition);
  const now = <Definition extends { readonly name: string; readonly version: string }>(one: Definition) => ({
    ...one,
    version: all.find(({ name }) => name === one.name)?.version ?? one.version,
  });
  return {
    ...rest,
    charts: charts.map((chart) => ({ ...chart, definition: now(chart.definition) })),
    umbrella: umbrella && { ...umbrella, definition: now(umbrella.definition) },
  };
}

/** The charts that one connects to and cannot do without. */
function neededBy({ connections = {} }: Partial<ChartDefinition> = {}): readonly Need[] {
  return Object.values(connections).flatMap(({ chart, optional, when }) =>
    chart !== undefined && !optional ? [{ chart, isAlwaysUsed: when === undefined }] : [],
  );
}

/** Folders of charts that the import did not make. */
function refuseOthers(
  tree: Tree,
  { charts, umbrella }: Imported,
  isAgain: boolean,
  definitions: Definitions,
): void {
  const own = umbrella?.definition.name;
  const isMade = (name: string) =>
    isAgain &&
    (name === own ||
      own === undefined ||
      definitions.charts.some(
        (one) => one.definition.name === name && one.definition.umbrellas?.includes(own),
      ));
  const names = [...(own === undefined ? [] : [own]), ...charts.map(({ definition }) => definition.name)];
  const taken = names.find((name) => tree.exists(`charts/${name}`) && !isMade(name));
  if (taken !== undefined)
    throw new ChartwrightError(
      'import/exists',
      `there is a folder charts/${taken} already`,
      'nx generate import: name',
      'Choose another name with --name, or delete the folder.',
    );
}

type Read = (input: Input) => Imported;

/** Another name where the input has none but that of its project, and a chart of the workspace has that. */
function withFreeName(tree: Tree, input: Input, read: Read): Input {
  const name = nameOf(read(input));
  const isTaken = tree.exists(`charts/${name}`) && !tree.exists(`charts/${name}/src/${REPORT}`);
  if (input.name !== undefined || !isTaken) return input;
  logger.info(`There is a chart ${name} here already: the import is called ${name}-project.`);
  return { ...input, name: `${name}-project` };
}

/** What reads the input: objects of Kubernetes are read once, before anything is asked. */
async function readerOf({ files }: Input): Promise<Read> {
  if (!files.some(isManifests)) return importCompose;
  const objects = await readObjects(files);
  return (input) => importObjects(objects, input);
}

/** The import with the answers of a person to all that is open; without a person as it is. */
async function answered(
  read: Read,
  input: Input,
  known: Answers,
  person: Person | undefined,
): Promise<{ readonly answers: Answers; readonly imported: Imported }> {
  let answers = known;
  try {
    for (;;) {
      const imported = read({ ...input, answers });
      const [first, ...more] = imported.questions.filter(({ path }) => !answers.has(path));
      if (person === undefined || first === undefined) return { answers, imported };
      const said = await person.ask([first, ...more.filter(({ kind }) => kind === first.kind)]);
      answers = new Map([...answers, ...said]);
    }
  } finally {
    person?.letGo();
  }
}

function answersOf(file: string): Answers {
  if (!existsSync(file))
    throw new ChartwrightError(
      'import/answers',
      'there is no such file',
      file,
      'Mend the path of --answers.',
    );
  return readAnswers(readFileSync(file, 'utf8'), file);
}

/** Whoever is at the terminal; nobody where Nx or CI says so. */
function personHere(): Person | undefined {
  const { CI, NX_INTERACTIVE } = process.env;
  const isHere = process.stdin.isTTY && process.stdout.isTTY && !CI && NX_INTERACTIVE !== 'false';
  return isHere ? personAt({ input: process.stdin, output: process.stdout }) : undefined;
}
