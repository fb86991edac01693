import { type GenerateOptions, generate } from '../generate.ts';
import { definitionTypes } from '../workspace/definition-types.ts';
import { type Changes, changesOf } from '../workspace/write.ts';

/** How all generated files of a workspace differ from the disk. */
export async function regenerate(root: string, options: GenerateOptions = {}): Promise<Changes> {
  return changesOf(root, await generate(root, options), await definitionTypes(root));
}
