import { pathToFileURL } from 'node:url';

/**
 * A module that people wrote. Where Node strips no types, which it does from 22.18 on, jiti does.
 *
 * @param revision another one reads a changed file anew
 */
export async function importModule<Module>(path: string, revision?: string): Promise<Module> {
  if (!path.endsWith('.ts') || process.features.typescript)
    return import(pathToFileURL(path).href + (revision === undefined ? '' : `?t=${revision}`));
  const { createJiti } = await import('jiti');
  return createJiti(import.meta.url, { moduleCache: false }).import<Module>(path);
}
