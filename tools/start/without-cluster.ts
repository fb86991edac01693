import { join } from 'node:path';
import { findHelm } from '../helm/helm.ts';
import { run } from '../process/run.ts';
import { presetFiles } from './options.ts';

/** Renders a packed chart once per preset and says of each how many objects it has; returns how many could not be rendered. */
export async function renderPresets(
  root: string,
  archive: string,
  say: (line: string) => void,
): Promise<number> {
  const helm = await findHelm();
  let failed = 0;
  for (const [preset, file] of await presetFiles(root)) {
    const { code, stdout, stderr } = await run(
      helm,
      ['template', 'ai', archive, '-f', file, '--namespace', 'ai', '--kube-version', '1.37.0'],
      { cwd: join(root), timeoutMs: 120_000 },
    );
    if (code !== 0) failed += 1;
    const objects = stdout.match(/^kind: /gm)?.length ?? 0;
    say(code === 0 ? `preset ${preset}: ${objects} objects` : `preset ${preset}: ${stderr.trim()}`);
  }
  return failed;
}
