import { basename } from 'node:path';
import { filesIn } from '../features/files-in.ts';
import type { Files } from '../model/files.ts';
import { filesBelow } from '../model/sources.ts';

/** Templates of the generators, as they were when the program started. */
export interface TemplateFolder {
  /** Every file, by its path below the folder. */
  readonly files: Files;
  /** What the templates share, by name. */
  readonly parts: ReadonlyMap<string, string>;
  /** The text of one template. */
  readonly text: (name: string) => string;
}

/** The templates in a folder, with those in its folder `parts`. */
export function templateFolder(folder: string): TemplateFolder {
  const files = filesIn(folder);
  const parts = [...filesBelow('parts', files)].map(
    ([name, text]) => [basename(name, '.hbs'), text] as const,
  );
  return {
    files,
    parts: new Map(parts),
    text: (name) => {
      const text = files.get(name);
      if (text === undefined) throw new Error(`there is no template ${name} in ${folder}`);
      return text;
    },
  };
}
