import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ChartwrightError } from '../../errors.ts';
import { findHelm, findKubectl } from '../../programs/helm.ts';
import { run } from '../../programs/run.ts';
import { inputError, readTrees, type Tree } from '../compose/tree.ts';
import { type KubeObject, objectsOf } from './objects.ts';

const KUSTOMIZATIONS = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
const MANIFEST = /\.(ya?ml|json)$/i;

/**
 * Whether a path is read as manifests: a folder, the archive of a chart, a kustomization, or a file whose first document
 * is an object of Kubernetes. Anything else is a Compose file.
 */
export function isManifests(path: string): boolean {
  if (!existsSync(path)) return false;
  if (statSync(path).isDirectory() || path.endsWith('.tgz')) return true;
  if (KUSTOMIZATIONS.includes(basename(path))) return true;
  return /^(apiVersion|kind|\{?\s*"(apiVersion|kind)")\s*:/m.test(readFileSync(path, 'utf8'));
}

/**
 * The objects of files, folders, kustomizations (as `kubectl kustomize` builds them) and charts (as `helm template`
 * renders them). A folder has those of its own files; one without any, those of its folders.
 *
 * Errors: broken YAML with file, line and column; what kubectl or Helm say.
 */
export async function readObjects(paths: readonly string[]): Promise<readonly KubeObject[]> {
  const documents: Tree[] = [];
  for (const path of paths) documents.push(...(await documentsOf(path)));
  return objectsOf(documents);
}

async function documentsOf(path: string): Promise<readonly Tree[]> {
  if (!existsSync(path)) throw inputError('there is no such file or folder', path, 'Mend the path.');
  if (path.endsWith('.tgz')) return rendered(path);
  if (KUSTOMIZATIONS.includes(basename(path))) return built(join(path, '..'));
  if (!statSync(path).isDirectory()) return readTrees(readFileSync(path, 'utf8'), path);
  if (existsSync(join(path, 'Chart.yaml'))) return rendered(path);
  if (hasKustomization(path)) return built(path);
  const found = await documentsIn(path, false);
  const all = found.length > 0 ? found : await documentsIn(path, true);
  if (all.length === 0)
    throw inputError('there are no manifests', path, 'Name a folder or file with objects of Kubernetes.');
  return all;
}

async function documentsIn(folder: string, deep: boolean): Promise<readonly Tree[]> {
  const found: Tree[] = [];
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .toSorted((a, b) => a.name.localeCompare(b.name));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const isFolder = entry.isDirectory();
    if (isFolder && deep)
      found.push(...(hasKustomization(path) ? await built(path) : await documentsIn(path, true)));
    else if (!isFolder && MANIFEST.test(entry.name))
      found.push(...readTrees(readFileSync(path, 'utf8'), path));
  }
  return found;
}

const hasKustomization = (folder: string) => KUSTOMIZATIONS.some((name) => existsSync(join(folder, name)));

/** Places in what is built here name what was built, and the line there. */
async function built(folder: string): Promise<readonly Tree[]> {
  const { code, stdout, stderr } = await run(await findKubectl(), ['kustomize', folder], {
    timeoutMs: 120_000,
  });
  if (code !== 0) throw refused('kubectl kustomize', folder, stderr);
  return readTrees(stdout, `${folder} (kubectl kustomize)`);
}

async function rendered(chart: string): Promise<readonly Tree[]> {
  const words = ['template', 'release-name', chart];
  const { code, stdout, stderr } = await run(await findHelm(), words, { timeoutMs: 120_000 });
  if (code !== 0) throw refused('helm template', chart, stderr);
  return readTrees(stdout, `${chart} (helm template)`);
}

function refused(command: string, path: string, stderr: string): ChartwrightError {
  const lines = stderr
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('Use --debug flag'));
  const first = lines.findLastIndex((line) => /^error:/i.test(line));
  const reason = lines
    .slice(first)
    .map((line) => line.trim())
    .join(' ')
    .replace(/\.$/, '');
  return inputError(
    `${command} refuses it: ${reason}`,
    path,
    `Mend it, or give what \`${command}\` prints as a file.`,
  );
}
