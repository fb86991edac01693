import { type GenerateOptions, type Loaded, load, renderAll } from '../generate.ts';
import { definitionTypes } from '../workspace/definition-types.ts';
import type { DefinitionChanges } from '../workspace/load-definitions.ts';
import { rootReadme } from '../workspace/root-readme.ts';
import { type Changes, changesOf } from '../workspace/write.ts';

/**
 * How all generated files of a workspace differ from the disk; with `only`, those of some charts, and with charts that are
 * added, those that they touch.
 */
export async function regenerate(root: string, options: GenerateOptions = {}): Promise<Changes> {
  const loaded = await load(root, options);
  const { only = touchedBy(loaded, options.changes) } = options;
  const files = renderAll(loaded, { only });
  if (options.only) return changesOf(root, files);
  const types = only ? [] : definitionTypes(root, loaded.features, loaded.library);
  return changesOf(root, files, new Map([...types, ...rootReadme(root, { ...loaded, files })]));
}

/** The charts that are added, and the umbrellas that have them as members; undefined where others may change too. */
function touchedBy(
  { umbrellas }: Loaded,
  { added = [], removed = [] }: DefinitionChanges = {},
): readonly string[] | undefined {
  const names = added.map(({ definition }) => definition.name);
  if (names.length === 0 || removed.some((name) => !names.includes(name))) return undefined;
  const around = umbrellas.filter(({ members }) => members.some(({ name }) => names.includes(name)));
  return [...names, ...around.map(({ name }) => name)];
}
