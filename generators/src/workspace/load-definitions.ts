import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { ChartwrightError } from '../errors.ts';
import { filesIn } from '../features/files-in.ts';
import { sharedScripts } from '../features/load.ts';
import { importModule } from '../import-module.ts';
import { DATA_NAMES } from '../model/data-names.ts';
import type {
  ChartDefinition,
  DataNames,
  DefinitionSource,
  UmbrellaDefinition,
} from '../model/definition.ts';
import type { Files } from '../model/files.ts';
import { SHARED_PEERS } from '../model/peer.ts';

const PEERS = fileURLToPath(new URL('../peers', import.meta.url));

export interface Definitions {
  readonly charts: readonly DefinitionSource<ChartDefinition>[];
  readonly umbrellas: readonly DefinitionSource<UmbrellaDefinition>[];
}

/** Pending changes of the charts of a workspace. */
export interface DefinitionChanges {
  /** Definitions that are not written yet, and files beside them by path below `src/`. */
  readonly added?: readonly {
    readonly definition: ChartDefinition | UmbrellaDefinition;
    readonly files?: Files;
  }[];
  /** Names of charts that are about to be removed. */
  readonly removed?: readonly string[];
}

/**
 * The definitions of all charts below `charts/`, sorted by name, after the changes if there are any.
 *
 * Errors: `definition/unloadable` with the file and the reason.
 */
export async function loadDefinitions(
  root: string,
  { added = [], removed = [] }: DefinitionChanges = {},
): Promise<Definitions> {
  const folder = join(root, 'charts');
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const shared = [...sharedScripts(), ...sharedPeers()];
  const charts: DefinitionSource<ChartDefinition>[] = [];
  const umbrellas: DefinitionSource<UmbrellaDefinition>[] = [];
  for (const name of names) {
    const path = join(folder, name, 'src/chart.ts');
    if (!existsSync(path) || removed.includes(name)) continue;
    const source = sourceOf(root, name, shared);
    const definition = await loadDefinition(path, source.file);
    if ('umbrella' in definition) umbrellas.push({ ...source, definition });
    else charts.push({ ...source, definition });
  }
  for (const { definition, files = [] } of added) {
    const there = sourceOf(root, definition.name, shared);
    const source = { ...there, files: new Map([...there.files, ...files]) };
    if ('umbrella' in definition) umbrellas.push({ ...source, definition });
    else charts.push({ ...source, definition });
  }
  return { charts: charts.sort((a, b) => (a.folder < b.folder ? -1 : 1)), umbrellas };
}

/** What stands beside the definition of a chart, with the files that all charts share. */
function sourceOf(
  root: string,
  name: string,
  shared: Iterable<readonly [string, string]>,
): Omit<DefinitionSource<ChartDefinition>, 'definition'> {
  const folder = join(root, 'charts', name);
  return {
    folder,
    file: `charts/${name}/src/chart.ts`,
    dataNames: () => dataNamesIn(join(folder, 'Chart.yaml')),
    files: new Map([...filesIn(join(folder, 'src')), ...shared]),
  };
}

/** Comparisons with public charts that several charts share, below the folder that `like` looks in. */
function sharedPeers(): Files {
  return new Map([...filesIn(PEERS)].map(([name, text]) => [`${SHARED_PEERS}/${name}`, text]));
}

/** The file of the workspace and the line in which loading a definition failed, where the error knows them. */
function placeOf(cause: unknown, file: string): string {
  const stack = cause instanceof Error ? (cause.stack ?? '') : '';
  const [, path, line] = /\/(charts\/[^\s?:()]+\.ts)(?:\?[^\s:]*)?:(\d+)/.exec(stack) ?? [];
  return path === undefined ? file : `${path}:${line}`;
}

/** The names of its data that a generated chart has. */
function dataNamesIn(path: string): DataNames {
  if (!existsSync(path)) return {};
  const chart: { annotations?: Readonly<Record<string, string>> } = parse(readFileSync(path, 'utf8')) ?? {};
  return parse(chart.annotations?.[DATA_NAMES] ?? '') ?? {};
}

/** One definition; a changed file is read anew. */
export async function loadDefinition(
  path: string,
  file: string,
): Promise<ChartDefinition | UmbrellaDefinition> {
  let module: { default?: ChartDefinition | UmbrellaDefinition };
  try {
    // A dot in the query would hide from vitest that the file is TypeScript.
    const changed = String(statSync(path).mtimeMs).replace('.', '-');
    module = await importModule(path, changed);
  } catch (cause) {
    throw new ChartwrightError(
      'definition/unloadable',
      `it cannot be loaded: ${cause instanceof Error ? cause.message : String(cause)}`,
      placeOf(cause, file),
      'Repair the definition.',
      { cause },
    );
  }
  if (module.default === undefined)
    throw new ChartwrightError(
      'definition/unloadable',
      'it has no default export',
      file,
      'Write `export default defineChart({ … })`.',
    );
  return module.default;
}
