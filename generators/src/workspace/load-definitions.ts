import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ChartwrightError } from '../errors.ts';
import type { ChartDefinition, DefinitionSource, UmbrellaDefinition } from '../model/definition.ts';

export interface Definitions {
  readonly charts: readonly DefinitionSource<ChartDefinition>[];
  readonly umbrellas: readonly DefinitionSource<UmbrellaDefinition>[];
}

/**
 * The definitions of all charts below `charts/`, sorted by name.
 *
 * Errors: `definition/unloadable` with the file and the reason.
 */
export async function loadDefinitions(root: string): Promise<Definitions> {
  const folder = join(root, 'charts');
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const charts: DefinitionSource<ChartDefinition>[] = [];
  const umbrellas: DefinitionSource<UmbrellaDefinition>[] = [];
  for (const name of names) {
    const path = join(folder, name, 'src/chart.ts');
    if (!existsSync(path)) continue;
    const source = { folder: join(folder, name), file: `charts/${name}/src/chart.ts` };
    const definition = await loadDefinition(path, source.file);
    if ('umbrella' in definition) umbrellas.push({ ...source, definition });
    else charts.push({ ...source, definition });
  }
  return { charts, umbrellas };
}

/** One definition; a changed file is read anew. */
export async function loadDefinition(path: string, file: string): Promise<ChartDefinition | UmbrellaDefinition> {
  let module: { default?: ChartDefinition | UmbrellaDefinition };
  try {
    module = await import(`${pathToFileURL(path).href}?t=${statSync(path).mtimeMs}`);
  } catch (cause) {
    throw new ChartwrightError('definition/unloadable', `it cannot be loaded: ${cause instanceof Error ? cause.message : String(cause)}`, file, 'Repair the definition.', { cause });
  }
  if (module.default === undefined) throw new ChartwrightError('definition/unloadable', 'it has no default export', file, 'Write `export default defineChart({ … })`.');
  return module.default;
}
