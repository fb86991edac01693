import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { ChartwrightError, throwAll } from '../errors.ts';
import { SCHEMAS } from './folder.ts';
import { sourceErrors } from './meta-check.ts';
import { schemaName } from './resolve.ts';
import type { SchemaLibrary, SchemaNode, SchemaSource } from './types.ts';

/** Schemas about schemas and definitions, not about values. */
const NOT_VALUES = new Set(['meta.schema.json', 'chart.schema.json']);

/**
 * Reads and checks all source schemas of some folders; each name may occur once.
 *
 * Errors: all violations of all files at once, `schema/invalid` and its kin, `schema/duplicate`, each with file,
 * JSON path and remedy.
 */
export function loadSchemas(...folders: readonly string[]): SchemaLibrary {
  const loaded = [...new Set(folders)].flatMap(schemasIn);
  const sources = new Map<string, SchemaSource>();
  for (const source of loaded)
    if (!sources.has(schemaName(source.file))) sources.set(schemaName(source.file), source);
  const library = { sources };
  const twice = loaded.filter((source) => sources.get(schemaName(source.file)) !== source);
  throwAll([
    ...twice.map((source) => duplicate(source, library)),
    ...loaded.flatMap((source) => sourceErrors(source, library)),
  ]);
  return library;
}

function schemasIn(folder: string): readonly SchemaSource[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.schema.json') && !NOT_VALUES.has(name))
    .sort();
  // Errors name the folder alone, so that they read the same on every machine.
  const isLocal = relative(dirname(SCHEMAS), folder).startsWith('..');
  return names.map((name) => ({
    ...readSchema(join(folder, name), `${basename(folder)}/${name}`),
    ...(isLocal && { isLocal }),
  }));
}

function duplicate({ file }: SchemaSource, { sources }: SchemaLibrary): ChartwrightError {
  const other = sources.get(schemaName(file))?.file;
  return new ChartwrightError(
    'schema/duplicate',
    `the schema ${other} has the same name`,
    file,
    'Rename one of them.',
  );
}

/** Reads one schema file without checking it; `file` is what errors name. */
export function readSchema(path: string, file: string): SchemaSource {
  return parseSchema(readFileSync(path, 'utf8'), file);
}

/** One schema as it was read, unchecked; `file` is what errors name. */
export function parseSchema(text: string, file: string): SchemaSource {
  try {
    return { file, schema: JSON.parse(text) as SchemaNode };
  } catch (cause) {
    const what = `cannot be read as JSON: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw new ChartwrightError('schema/unreadable', what, file, 'Repair the file.', { cause });
  }
}

/** Checks one schema that is not in the library, a chart's own `values.schema.json`; errors as `loadSchemas`. */
export function checkSchema(source: SchemaSource, library: SchemaLibrary): void {
  throwAll(sourceErrors(source, library));
}
