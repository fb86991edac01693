import { join } from 'node:path';
import { findHelm } from '../../generators/src/programs/helm.ts';
import { run } from '../../generators/src/programs/run.ts';
import { presetFiles } from '../detect-hardware/catalog.ts';
import { KUBE_VERSION } from '../kubernetes/version.ts';

/** Renders the packed charts once per preset and says of each how many objects it has; returns how many could not be rendered. */
export async function renderPresets(
  root: string,
  archiveOf: (chart: string) => string,
  say: (line: string) => void,
): Promise<number> {
  const helm = await findHelm();
  let failed = 0;
  for (const [name, { chart, path }] of await presetFiles({ charts: join(root, 'charts') })) {
    const { code, stdout, stderr } = await run(
      helm,
      ['template', 'ai', archiveOf(chart), '-f', path, '--namespace', 'ai', '--kube-version', KUBE_VERSION],
      { cwd: root, timeoutMs: 120_000 },
    );
    if (code !== 0) failed += 1;
    const objects = stdout.match(/^kind: /gm)?.length ?? 0;
    say(code === 0 ? `preset ${name}: ${objects} objects` : `preset ${name}: ${stderr.trim()}`);
  }
  return failed;
}
