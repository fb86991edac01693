import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { run } from '../../generators/src/programs/run.ts';
import { ensureGoTool } from '../toolchain/go.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');

/** What actionlint says of one workflow. */
export interface WorkflowResult {
  readonly workflow: string;
  readonly ok: boolean;
  readonly output: string;
}

/** Runs actionlint over each file of `.github/workflows`; none where there is no such folder. */
export async function lintWorkflows(root = ROOT): Promise<readonly WorkflowResult[]> {
  const folder = join(root, '.github', 'workflows');
  const files = (await readdir(folder).catch(() => [])).filter((file) => /\.ya?ml$/.test(file)).sort();
  if (files.length === 0) return [];
  const actionlint = await ensureGoTool('actionlint');
  return Promise.all(
    files.map(async (workflow) => {
      // Whether shellcheck and pyflakes are installed must not decide what passes.
      const args = ['-no-color', '-shellcheck=', '-pyflakes=', join(folder, workflow)];
      const { code, stdout, stderr } = await run(actionlint, args, { cwd: root, timeoutMs: 60_000 });
      return { workflow, ok: code === 0, output: `${stdout}${stderr}`.trim() };
    }),
  );
}
