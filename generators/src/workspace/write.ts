import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Files in a chart's folder that are written by hand, or by Helm when it fetches subcharts. */
const KEPT: readonly string[] = ['src', 'ci', 'charts'];

/** How generated files differ from the disk; paths are below the workspace. */
export interface Changes {
  /** Path and text of files that are missing or different. */
  readonly write: readonly (readonly [path: string, text: string])[];
  /** Generated files that nothing generates any more. */
  readonly remove: readonly string[];
}

/**
 * Compares generated files with the disk, both lists sorted.
 * In the folder of a chart everything but `src/`, `ci/` and `charts/` is generated; charts that are not named are left alone.
 *
 * @param generated name of a chart → path below its folder → text
 * @param others further generated files, by their path below the workspace
 */
export function changesOf(
  root: string,
  generated: ReadonlyMap<string, ReadonlyMap<string, string>>,
  others: ReadonlyMap<string, string> = new Map(),
): Changes {
  const charts = [...generated].flatMap(([chart, files]) =>
    [...files].map(([path, text]) => [`charts/${chart}/${path}`, text] as const),
  );
  const wanted = new Map([...charts, ...others]);
  const write = [...wanted].filter(([path, text]) => textOf(join(root, path)) !== text);
  const remove = [...generated.keys()]
    .flatMap((chart) => ownedFiles(root, `charts/${chart}`))
    .filter((path) => !wanted.has(path));
  return { write: write.sort(([a], [b]) => (a < b ? -1 : 1)), remove: remove.sort() };
}

/** One line for each changed file, for people. */
export function changeLines({ write, remove }: Changes): readonly string[] {
  return [...write.map(([path]) => path), ...remove.map((path) => `${path} (to be deleted)`)];
}

/**
 * Brings the disk up to date; every text lies beside its file before the first one is replaced, so that a full disk changes nothing.
 * Folders that become empty go too.
 */
export function applyChanges(root: string, { write, remove }: Changes): void {
  const drafts = write.map(([path, text]) => ({
    path: join(root, path),
    draft: join(root, `${path}.draft`),
    text,
  }));
  try {
    for (const { draft, text } of drafts) {
      mkdirSync(dirname(draft), { recursive: true });
      writeFileSync(draft, text);
    }
  } catch (error) {
    for (const { draft } of drafts) rmSync(draft, { force: true });
    throw error;
  }
  for (const { path, draft } of drafts) renameSync(draft, path);
  for (const path of remove) {
    rmSync(join(root, path), { force: true });
    removeEmptyFolders(join(root, dirname(path)), join(root, 'charts'));
  }
}

function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function ownedFiles(root: string, folder: string): readonly string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !KEPT.includes(name))
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(root, `${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
    );
}

function filesBelow(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(root, `${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
}

function removeEmptyFolders(folder: string, stop: string): void {
  if (folder === stop || readdirSync(folder).length > 0) return;
  rmdirSync(folder);
  removeEmptyFolders(dirname(folder), stop);
}
