import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ChartwrightError, throwAll } from '../errors.ts';
import { GENERATED } from '../render/chart-yaml.ts';

/** In a chart's folder, the list of the files that the generator wrote there: only those are ever replaced or deleted. */
const LIST = '.generated';

/** How generated files differ from the disk; paths are below the workspace. */
export interface Changes {
  /** Path and text of files that are missing or different. */
  readonly write: readonly (readonly [path: string, text: string])[];
  /** Files that the generator wrote once and nothing generates any more. */
  readonly remove: readonly string[];
}

/**
 * Compares generated files with the disk, both lists sorted. What the generator did not write stays as it is, also in the folder
 * of a chart; charts that are not named are left alone.
 *
 * Errors: `write/in-the-way` for every file of a person where a generated one must stand.
 *
 * @param generated name of a chart → path below its folder → text
 * @param others further generated files, by their path below the workspace
 */
export function changesOf(
  root: string,
  generated: ReadonlyMap<string, ReadonlyMap<string, string>>,
  others: ReadonlyMap<string, string> = new Map(),
): Changes {
  const charts = [...generated].map(([chart, files]) => chartChanges(root, `charts/${chart}`, files));
  throwAll(charts.flatMap(({ mistakes }) => mistakes));
  const write = [...charts.flatMap((chart) => chart.write), ...different(root, others)];
  return {
    write: write.sort(([a], [b]) => (a < b ? -1 : 1)),
    remove: charts.flatMap(({ remove }) => remove).sort(),
  };
}

function chartChanges(
  root: string,
  folder: string,
  files: ReadonlyMap<string, string>,
): Changes & { readonly mistakes: readonly ChartwrightError[] } {
  const below = (path: string) => `${folder}/${path}`;
  const paths = [...files.keys()].sort();
  const texts = new Map([...files, [LIST, `# ${GENERATED}\n${paths.join('\n')}\n`]]);
  const own = writtenBefore(join(root, folder)) ?? [...texts.keys()];
  const write = different(root, new Map([...texts].map(([path, text]) => [below(path), text])));
  const blocked = write.flatMap(([path]) => inTheWay(root, path, new Set(own.map(below))) ?? []);
  return {
    write,
    remove: own.filter((path) => !texts.has(path) && isFile(join(root, below(path)))).map(below),
    mistakes: [...new Set(blocked)].map(notGenerated),
  };
}

/**
 * What the generator wrote into a folder: its list, and the paths there. A path that leads out of the folder counts for nothing,
 * nor does what a merge leaves between them.
 *
 * @returns undefined for a chart that was generated before there were lists: whatever stands where a generated file must be is one
 */
function writtenBefore(folder: string): readonly string[] | undefined {
  const isOurs = (file: string) => textOf(join(folder, file))?.startsWith(`# ${GENERATED}\n`) ?? false;
  if (!existsSync(join(folder, LIST))) return isOurs('Chart.yaml') ? undefined : [];
  if (!isOurs(LIST)) return [];
  const lines = textOf(join(folder, LIST))?.split('\n').slice(1) ?? [];
  return [LIST, ...lines.filter((line) => line !== '' && !line.split('/').includes('..'))];
}

/** What stands where a file must be written and is not the generator's: at its path, or where a folder above it must be. */
function inTheWay(root: string, path: string, own: ReadonlySet<string>): string | undefined {
  if (existsSync(join(root, path))) return own.has(path) && isFile(join(root, path)) ? undefined : path;
  const folders = path.split('/').map((_, index, names) => names.slice(0, index).join('/'));
  return folders.find((folder) => isFile(join(root, folder)));
}

function notGenerated(path: string): ChartwrightError {
  return new ChartwrightError(
    'write/in-the-way',
    'a generated file must stand here, and the generator did not write what does',
    path,
    'Move it away, or delete it when nothing in it is yours; what you add to a chart stands under another name or in src/.',
  );
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

function different(root: string, files: ReadonlyMap<string, string>): Changes['write'] {
  return [...files].filter(([path, text]) => textOf(join(root, path)) !== text);
}

function textOf(path: string): string | undefined {
  return isFile(path) ? readFileSync(path, 'utf8') : undefined;
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function removeEmptyFolders(folder: string, stop: string): void {
  if (folder === stop || readdirSync(folder).length > 0) return;
  rmdirSync(folder);
  removeEmptyFolders(dirname(folder), stop);
}
