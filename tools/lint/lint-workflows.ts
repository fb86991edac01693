import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ChartwrightError } from '../../generators/src/errors.ts';
import { run } from '../../generators/src/programs/run.ts';
import { ensureGoTool } from '../toolchain/go.ts';
import { ensurePythonEnvironment } from '../toolchain/python.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');

/** What actionlint and zizmor say of one workflow. */
export interface WorkflowResult {
  readonly workflow: string;
  readonly ok: boolean;
  readonly output: string;
}

/**
 * Runs actionlint, for mistakes, and zizmor, for what an attacker could use, over each file of `.github/workflows`.
 *
 * Error: `lint/no-workflows`.
 */
export async function lintWorkflows(root = ROOT): Promise<readonly WorkflowResult[]> {
  const folder = join(root, '.github', 'workflows');
  const files = (await readdir(folder).catch(() => [])).filter((file) => /\.ya?ml$/.test(file)).sort();
  if (files.length === 0)
    throw new ChartwrightError(
      'lint/no-workflows',
      'there is no workflow to lint',
      folder,
      'Run it on a workspace that has some.',
    );
  const [actionlint, { env }] = await Promise.all([
    ensureGoTool('actionlint'),
    ensurePythonEnvironment('lint'),
  ]);
  return Promise.all(
    files.map(async (workflow) => {
      // Whether shellcheck and pyflakes are installed must not decide what passes.
      const path = join(folder, workflow);
      const found = await Promise.all([
        run(actionlint, ['-no-color', '-shellcheck=', '-pyflakes=', path], { cwd: root, timeoutMs: 60_000 }),
        run('zizmor', ['--offline', '--no-progress', '--quiet', path], { cwd: root, env, timeoutMs: 60_000 }),
      ]);
      const bad = found.filter(({ code }) => code !== 0);
      const output = bad.map(({ stdout, stderr }) => `${stdout}${stderr}`.trim()).join('\n');
      return { workflow, ok: bad.length === 0, output };
    }),
  );
}
