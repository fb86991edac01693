import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { run } from '../../generators/src/programs/run.ts';
import { ensurePythonEnvironment } from '../toolchain/python.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');
/** Where scripts are that charts ship, and those that every other one may take in. */
const FOLDERS = ['charts', 'generators/src'];
const SHARED = 'generators/src/templates/scripts';

/** What is no mistake here. */
const ALLOWED = {
  SC2154: 'variables come from the environment of the container, or from eval',
  SC1007: 'a variable may be made empty beside another assignment',
  SC2125: 'a star in a text that is never expanded',
} as const;

/** What shellcheck says of one script with all it takes in. */
export interface ScriptResult {
  /** Its path in the workspace. */
  readonly script: string;
  readonly ok: boolean;
  readonly output: string;
}

/**
 * Runs shellcheck over each script that charts ship; one that others take in is looked at in each of them.
 *
 * Error: `lint/no-scripts` where none is found.
 */
export async function lintScripts(root = ROOT): Promise<readonly ScriptResult[]> {
  const all = (await Promise.all(FOLDERS.map((folder) => scriptsBelow(root, folder)))).flat().sort();
  if (all.length === 0)
    throw new ChartwrightError(
      'lint/no-scripts',
      'there is no script to lint',
      FOLDERS.map((folder) => join(root, folder)).join(', '),
      'Run it on a workspace that has some.',
    );
  const texts = await Promise.all(all.map((script) => readFile(join(root, script), 'utf8')));
  const isTakenIn = (script: string) => texts.some((text) => text.includes(`. ${basename(script)}\n`));
  const { bin } = await ensurePythonEnvironment('lint');
  const args = ['--shell=sh', '--severity=warning', `--exclude=${Object.keys(ALLOWED)}`];
  const sources = ['--external-sources', `--source-path=SCRIPTDIR:${join(root, SHARED)}`];
  return Promise.all(
    all
      .filter((script) => !isTakenIn(script))
      .map(async (script) => {
        const { code, stdout, stderr } = await run(
          join(bin, 'shellcheck'),
          [...args, ...sources, join(root, script)],
          {
            timeoutMs: 60_000,
          },
        );
        return { script, ok: code === 0, output: `${stdout}${stderr}`.trim() };
      }),
  );
}

async function scriptsBelow(root: string, folder: string): Promise<readonly string[]> {
  const names = await readdir(join(root, folder), { recursive: true }).catch(() => []);
  return names.filter((name) => name.endsWith('.sh')).map((name) => join(folder, name));
}
