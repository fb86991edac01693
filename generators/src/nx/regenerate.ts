import { type GenerateOptions, load, renderAll } from '../generate.ts';
import { definitionTypes } from '../workspace/definition-types.ts';
import { rootReadme } from '../workspace/root-readme.ts';
import { type Changes, changesOf } from '../workspace/write.ts';

/** How all generated files of a workspace differ from the disk; with `only`, those of some charts. */
export async function regenerate(root: string, options: GenerateOptions = {}): Promise<Changes> {
  const loaded = await load(root, options);
  const files = await renderAll(loaded, options);
  if (options.only) return changesOf(root, files);
  const types = await definitionTypes(root, loaded.features, loaded.library);
  return changesOf(root, files, new Map([...types, ...rootReadme(root, { ...loaded, files })]));
}
