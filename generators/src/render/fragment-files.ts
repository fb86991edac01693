import { fileURLToPath } from 'node:url';
import type { LoadedFeature } from '../model/feature.ts';
import { templateFolder } from './template-folder.ts';

/** The whole templates, and the parts they share. */
export const TEMPLATES = templateFolder(fileURLToPath(new URL('../templates', import.meta.url)));

/** Opens the names of slots whose fragments are files of their own. */
export const OBJECT = 'object.';
/** Opens the names of parts. */
export const PART = 'part.';
/** Opens the names of files of named templates. */
export const PARTIAL = 'partial.';
/** Opens the names of slots of an umbrella's templates. */
export const UMBRELLA = 'umbrella.';

/** A whole template, and the file that mistakes in it are told of. */
export function source(name: string): { readonly text: string; readonly file: string } {
  return { text: TEMPLATES.text(name), file: `templates/${name}` };
}

/** The parts that templates share, and those that features bring. */
export function partsOf(features: readonly LoadedFeature[]): ReadonlyMap<string, string> {
  const own = features.flatMap(({ fragmentFiles }) =>
    fragmentFiles
      .filter(({ name }) => name.startsWith(PART))
      .map(({ name, text }): [string, string] => [name.slice(PART.length), text]),
  );
  return new Map([...TEMPLATES.parts, ...own]);
}
