import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { generate } from '../generate.ts';
import { applyChanges, changesOf } from '../workspace/write.ts';

const REPOSITORY = resolve(import.meta.dirname, '../../..');

/** A chart that serves HTTP from an image of the user's. */
export const BACKEND = `import { defineChart } from '@chartwright/nx/define';

export default defineChart({
  name: 'backend',
  version: '0.3.0',
  appVersion: '1.0.0',
  description: 'The service that others connect to.',
  umbrellas: ['platform'],
  workloads: {
    main: { kind: 'Deployment', image: { own: 'a server that listens on port 8000' }, ports: { http: 8000 } },
  },
  provides: { type: 'http' },
});
`;

/** A chart that connects to it and serves nothing. */
export const WORKER = `import { defineChart } from '@chartwright/nx/define';

export default defineChart({
  name: 'worker',
  version: '0.1.0',
  appVersion: '1.0.0',
  description: 'Something that uses the backend.',
  umbrellas: ['platform'],
  workloads: {
    main: { kind: 'Job', image: { own: 'a program that runs to its end' }, connections: ['backend'] },
  },
  connections: {
    backend: { type: 'http', chart: 'backend', description: 'The backend.', env: { BACKEND_URL: 'url' } },
  },
});
`;

/** An umbrella chart. */
export const PLATFORM = `import { defineUmbrella } from '@chartwright/nx/define';

export default defineUmbrella({ name: 'platform', version: '0.1.0', description: 'Everything in one release.' });
`;

/** A workspace of its own below the system's temporary folder, with the given definitions. */
export function temporaryWorkspace(definitions: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'chartwright-nx-'));
  symlinkSync(join(REPOSITORY, 'node_modules'), join(root, 'node_modules'));
  for (const [name, text] of Object.entries(definitions)) put(root, `charts/${name}/src/chart.ts`, text);
  return root;
}

/** The same with all generated files in their places. */
export async function generatedWorkspace(definitions: Readonly<Record<string, string>>): Promise<string> {
  const root = temporaryWorkspace(definitions);
  applyChanges(root, changesOf(root, await generate(root)));
  return root;
}

/** A workspace with the files of another one. */
export function copyOfWorkspace(original: string): string {
  const root = temporaryWorkspace({});
  cpSync(join(original, 'charts'), join(root, 'charts'), { recursive: true });
  return root;
}

export function removeWorkspace(root: string): void {
  rmSync(root, { recursive: true, force: true });
}

/** Writes a file and the folders above it. */
export function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Path below the folder → text, for every file in it. */
export function filesIn(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}
