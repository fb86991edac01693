import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ChartwrightError } from '../errors.ts';
import type { Workspace } from '../model/workspace.ts';

/**
 * The settings of the workspace; defaults where the file or a key is missing.
 *
 * Errors: `workspace/unknown-key`.
 */
export function loadWorkspace(root: string): Workspace {
  const file = join(root, 'chartwright.yaml');
  const read: unknown = existsSync(file) ? parse(readFileSync(file, 'utf8')) : {};
  const given = typeof read === 'object' && read !== null ? read : {};
  const defaults = {
    license: 'Apache-2.0',
    home: '',
    sources: [],
    maintainers: [],
    registry: '',
    artifactHub: {},
  };
  const unknown = Object.keys(given).find((key) => !(key in defaults));
  if (unknown !== undefined)
    throw new ChartwrightError(
      'workspace/unknown-key',
      `there is no setting ${unknown}`,
      'chartwright.yaml',
      `Known: ${Object.keys(defaults).join(', ')}.`,
    );
  return { root, ...defaults, ...given };
}
