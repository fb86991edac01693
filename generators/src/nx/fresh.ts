import { extname, join } from 'node:path';
import { run } from '../programs/run.ts';
import type { Changes } from '../workspace/write.ts';

/** What Nx asks of a definition; `error` is why it cannot be loaded. */
export type Found =
  | {
      readonly name: string;
      readonly version: string;
      readonly description: string;
      readonly isUmbrella: boolean;
      /** Charts that its files follow from, besides its own definition. */
      readonly relations: readonly string[];
    }
  | { readonly error: string };

/** How all generated files of a workspace differ from the disk, as the sources are now. */
export function freshChanges(root: string): Promise<Changes> {
  return fresh('changes', root);
}

/** What there is to know of definitions, as they are now, by file. */
export function freshDefinitions(
  root: string,
  files: readonly string[],
): Promise<Readonly<Record<string, Found>>> {
  return fresh('definitions', root, files);
}

/**
 * The daemon of Nx lives for hours, and Node reads a module once: what a definition imports, and the generators themselves, would
 * stay as they were. A process of its own reads everything anew.
 */
async function fresh<Result>(task: string, root: string, args: readonly string[] = []): Promise<Result> {
  const script = join(import.meta.dirname, `fresh-tasks${extname(import.meta.filename)}`);
  const { code, stdout, stderr } = await run(process.execPath, [script, task, root, ...args], {
    timeoutMs: 300_000,
  });
  if (code !== 0) throw new Error(stderr.trim());
  return JSON.parse(stdout);
}
