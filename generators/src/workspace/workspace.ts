import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ChartwrightError } from '../errors.ts';

/** What belongs to the owner of a workspace and not to any chart; `chartwright.yaml` at its root. */
export interface Workspace {
  readonly root: string;
  /** SPDX identifier of the charts' license. */
  readonly license: string;
  /** Maintainers for Chart.yaml; none when the file names none. */
  readonly maintainers: readonly { readonly name: string; readonly email?: string; readonly url?: string }[];
  /** OCI registry and path the charts are pushed to, for example `oci://registry.example.com/charts`; empty when there is none. */
  readonly registry: string;
}

/**
 * The settings of the workspace; defaults where the file or a key is missing.
 *
 * Errors: `workspace/unknown-key`.
 */
export function loadWorkspace(root: string): Workspace {
  const file = join(root, 'chartwright.yaml');
  const read: unknown = existsSync(file) ? parse(readFileSync(file, 'utf8')) : {};
  const given = typeof read === 'object' && read !== null ? read : {};
  const defaults = { license: 'Apache-2.0', maintainers: [], registry: '' };
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
