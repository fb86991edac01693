import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { ChartwrightError } from '../errors.ts';
import { importModule } from '../import-module.ts';
import type { Feature, Fragment, LoadedFeature } from '../model/feature.ts';
import type { Files } from '../model/files.ts';
import { nearestName } from '../nearest-name.ts';
import { filesIn } from './files-in.ts';

/** The folder of the features that every workspace has. */
export const FEATURES = fileURLToPath(new URL('.', import.meta.url));

const FRAGMENT = /\.(yaml|tpl)\.hbs$/;
const TYPES = 'types';
const PROGRAM = /\.(sh|awk)$/;
const SCRIPTS = fileURLToPath(new URL('../templates/scripts', import.meta.url));

/** Scripts that every other script may take in, by name. */
export function sharedScripts(): Files {
  return filesIn(SCRIPTS);
}

/** The features that every workspace has, and those of its own in `features/`. */
export function featuresOf(root: string): Promise<readonly LoadedFeature[]> {
  const own = join(root, 'features');
  return loadFeatures([FEATURES, ...(existsSync(own) ? [own] : [])]);
}

/**
 * All features at or below the given folders, sorted by order and name.
 *
 * Errors: `feature/no-export` for a folder whose `feature.ts` exports no `feature`, `feature/no-fragment`, `feature/duplicate`.
 */
export async function loadFeatures(folders: readonly string[]): Promise<readonly LoadedFeature[]> {
  const loaded: LoadedFeature[] = [];
  const scripts = sharedScripts();
  for (const place of folders.flatMap((folder) => featurePlaces(folder, '')))
    loaded.push(...(await loadFeature(place, scripts)));
  const names = new Map<string, string>();
  for (const { name, folder } of loaded) {
    const other = names.get(name);
    if (other !== undefined) {
      throw new ChartwrightError(
        'feature/duplicate',
        `the feature ${name} is also in ${other}`,
        folder,
        'Rename one of them.',
      );
    }
    names.set(name, folder);
  }
  return loaded.sort((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1));
}

interface Place {
  readonly folder: string;
  readonly topic: string;
}

/** Where features stand at or below a folder: a feature may hold others, its parts of another scope or another order. */
function featurePlaces(folder: string, topic: string): readonly Place[] {
  const isFeature = moduleIn(folder) !== undefined;
  const below = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
    .sort()
    .flatMap((one) => featurePlaces(one, isFeature ? topic : basename(folder)));
  return isFeature ? [{ folder, topic }, ...below] : below;
}

/** The module of a feature: TypeScript, or JavaScript where this is a built package. */
function moduleIn(folder: string): string | undefined {
  return ['feature.ts', 'feature.js'].map((name) => join(folder, name)).find((path) => existsSync(path));
}

/** Where a feature stands: its group and folder among ours, the folder's name anywhere else. */
function placeOf(folder: string): string {
  const place = relative(FEATURES, folder);
  return place.startsWith('..') ? basename(folder) : place;
}

/** The feature of a folder, and what it makes of each file of data in `types/`. */
async function loadFeature({ folder, topic }: Place, scripts: Files): Promise<readonly LoadedFeature[]> {
  const path = moduleIn(folder) ?? '';
  const module = await importModule<{
    feature?: Feature;
    named?: (type: string, said: unknown) => Feature;
  }>(path);
  if (module.feature === undefined) {
    throw new ChartwrightError(
      'feature/no-export',
      'it exports no `feature`',
      path,
      'Export a constant named feature.',
    );
  }
  const names = readdirSync(folder);
  const fragmentFiles: Fragment[] = names
    .filter((name) => FRAGMENT.test(name))
    .sort()
    .map((file) => {
      const name = file.replace(FRAGMENT, '');
      return {
        name,
        slot: name.split('.', 2).join('.'),
        text: readFileSync(join(folder, file), 'utf8'),
        file: `features/${placeOf(folder)}/${file}`,
      };
    });
  const fragments = fragmentFiles.map(({ name }) => name);
  const stray = Object.keys(module.feature.fragments ?? {}).find((name) => !fragments.includes(name));
  if (stray !== undefined) {
    const near = nearestName(stray, fragments);
    throw new ChartwrightError(
      'feature/no-fragment',
      `fragments names ${stray}, and no file beside it has that name`,
      path,
      near ? `Did you mean ${near}?` : 'Remove it, or write the fragment.',
    );
  }
  const files = new Map(
    names
      .filter((name) => PROGRAM.test(name))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const),
  );
  const programs = [...files].map(([name, text]) => [name.replace(PROGRAM, ''), text] as const);
  const { feature, named } = module;
  const types = [...filesIn(join(folder, TYPES))].flatMap(([name, text]) =>
    named ? [named(basename(name, '.yaml'), parse(text))] : [],
  );
  return [feature, ...types].map((one) => ({
    ...one,
    folder,
    topic,
    fragmentFiles,
    programs: Object.fromEntries(programs),
    files: new Map([...files, ...scripts]),
  }));
}
